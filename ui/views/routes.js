// @ts-check
/** Every place of the app, with the view that shows it. */
import { actionsView } from './actions/actions.js';
import { addView } from './records/add.js';
import { assessView } from './assess/assess.js';
import { classificationsView } from './classification/list.js';
import { classificationView } from './classification/wizard.js';
import { resultView } from './classification/result.js';
import { guidedView } from './start/guided.js';
import { crosswalkView } from './crosswalk/crosswalk.js';
import { dutiesView } from './duties/duties.js';
import { gapResultsView } from './gaps/results.js';
import { gapRunsView } from './gaps/runs.js';
import { gapTableView } from './gaps/table.js';
import { historyView } from './history/history.js';
import { importView } from './import/import.js';
import { impactTableView } from './impacts/table.js';
import { impactsView } from './impacts/list.js';
import { incidentView, incidentsView } from './incidents/incidents.js';
import { interviewView } from './gaps/interview.js';
import { inventoryView } from './inventory/inventory.js';
import { journeyView } from './journey/journey.js';
import { previewView } from './reports/preview.js';
import { recordView } from './records/record.js';
import { recordsView } from './records/records.js';
import { reportsView } from './reports/reports.js';
import { catalogueView } from './risks/catalogue.js';
import { methodView, methodsView } from './risks/method.js';
import { riskView } from './risks/risk.js';
import { risksView } from './risks/risks.js';
import { settingsView } from './settings/settings.js';
import { controlView } from './soa/control.js';
import { soaView } from './soa/soa.js';
import { traceView } from './soa/trace.js';
import { versionsView } from './soa/versions.js';
import { startView } from './start/start.js';
import { toDosView } from './to-dos/to-dos.js';
import { triageView } from './triage/triage.js';
import { unlockView } from './start/unlock.js';
import { wizardView } from './wizard/wizard.js';
import { xrayView } from './xray/xray.js';

/**
 * @typedef {object} View
 * @property {HTMLElement} element holds exactly one h1
 * @property {HTMLElement} [panel] what stands on the right
 * @property {string[]} [topics] what it shows; it is refreshed when one of them changes
 * @property {(topics: string[]) => unknown} [refresh] without it the whole view is made anew
 * @property {() => void} [dispose]
 * @property {HTMLElement} [railSteps] stands in the rail in place of the journey
 * @property {string} [rail] fragment of the rail's link that stands for this place
 * @property {string} [list] fragment of the list it is one of, where one goes on when it is gone
 * @property {() => void} [shown] runs once the element stands in the page
 * @property {() => void} [arrive] takes the focus instead of the heading
 */
/**
 * @typedef {object} Route
 * @property {string} pattern
 * @property {boolean} [alone] shown without a journey: no file is open, or it is locked
 * @property {(place: import('../lib/router.js').Place, desk: import('../desk.js').Desk) => Promise<View>} view
 */

/** @type {Record<string, Route>} */
export const routes = {
  start: { pattern: '/start', alone: true, view: startView },
  guided: { pattern: '/guided', alone: true, view: guidedView },
  unlock: { pattern: '/unlock', alone: true, view: unlockView },
  inventory: { pattern: '/inventory', view: inventoryView },
  add: { pattern: '/add/:kind', view: addView },
  journey: { pattern: '/journey', view: journeyView },
  record: { pattern: '/record/:id', view: recordView },
  organisation: { pattern: '/organisation', view: recordView },
  wizard: { pattern: '/questions/:id', view: wizardView },
  step: { pattern: '/questions/:id/:section', view: wizardView },
  classification: { pattern: '/classification', view: classificationsView },
  law: { pattern: '/classification/:id', view: classificationView },
  triage: { pattern: '/triage', view: triageView },
  duties: { pattern: '/duties', view: dutiesView },
  crosswalk: { pattern: '/crosswalk', view: crosswalkView },
  crosswalkPart: { pattern: '/crosswalk/:part', view: crosswalkView },
  xray: { pattern: '/x-ray', view: xrayView },
  impacts: { pattern: '/impacts', view: impactsView },
  impactTable: { pattern: '/impacts/:id', view: impactTableView },
  assess: { pattern: '/assess/:questionnaire/:id', view: assessView },
  assessStep: { pattern: '/assess/:questionnaire/:id/:section', view: assessView },
  risks: { pattern: '/risks', view: risksView },
  riskCatalogue: { pattern: '/risks/catalogue', view: catalogueView },
  risk: { pattern: '/risks/:id', view: riskView },
  methods: { pattern: '/method', view: methodsView },
  method: { pattern: '/method/:id', view: methodView },
  actions: { pattern: '/actions', view: actionsView },
  incidents: { pattern: '/incidents', view: incidentsView },
  incident: { pattern: '/incidents/:id', view: incidentView },
  gaps: { pattern: '/gaps', view: gapRunsView },
  gapTable: { pattern: '/gaps/:id', view: gapTableView },
  gapResults: { pattern: '/gaps/:id/results', view: gapResultsView },
  interview: { pattern: '/gaps/:id/interview', view: interviewView },
  interviewAt: { pattern: '/gaps/:id/interview/:requirement', view: interviewView },
  lawResult: { pattern: '/classification/:id/result', view: resultView },
  soa: { pattern: '/soa', view: soaView },
  soaTrace: { pattern: '/soa/trace', view: traceView },
  soaVersions: { pattern: '/soa/versions', view: versionsView },
  soaControl: { pattern: '/soa/control/:row', view: controlView },
  recordsHome: { pattern: '/records', view: recordsView },
  records: { pattern: '/records/:kind', view: recordsView },
  import: { pattern: '/import', view: importView },
  reports: { pattern: '/reports', view: reportsView },
  preview: { pattern: '/reports/:kind', view: previewView },
  history: { pattern: '/history', view: historyView },
  toDos: { pattern: '/to-dos', view: toDosView },
  settings: { pattern: '/settings', view: settingsView },
};
