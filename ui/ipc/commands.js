// @ts-check
/** The only door to the other side: one function per command, one listener per event. */
import { publish } from '../lib/changes.js';
import { during } from '../lib/ready.js';

/** @typedef {import('./types.js').Commands} Commands */
/** @typedef {import('./types.js').Events} Events */
/** @typedef {import('./types.js').Kind} Kind */

/** What was refused or went wrong, ready to be shown; `code` only where the front end acts on it. */
export class CommandError extends Error {
  /** @param {import('./types.js').WireError} wire */
  constructor({ code, message, field }) {
    super(message);
    this.code = code;
    this.field = field;
  }
}

/** @type {{ core: { invoke(name: string, args?: object): Promise<any> }, event: { listen(name: string, run: (event: { payload: any }) => void): Promise<() => void> } }} */
const tauri = /** @type {any} */ (globalThis).__TAURI__;

/**
 * @template {keyof Commands} N
 * @param {N} name @param {Commands[N][0]} request
 * @returns {Promise<Commands[N][1]>}
 */
async function call(name, request) {
  try {
    return await during(tauri.core.invoke(name, request === null ? undefined : { request }));
  } catch (error) {
    if (!isWireError(error)) throw error;
    const told = new CommandError(error);
    for (const listener of refusalListeners) listener(told);
    throw told;
  }
}

/** @param {unknown} error @returns {error is import('./types.js').WireError} */
function isWireError(error) {
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}

/** @template T @typedef {T extends import('./types.js').Changed<infer V> ? V : never} ValueOf */

/**
 * A change of the file: tells every view concerned, then answers the value.
 * @template {keyof Commands} N
 * @param {N} name @param {Commands[N][0]} request
 * @returns {Promise<ValueOf<Commands[N][1]>>}
 */
async function change(name, request) {
  const outcome = /** @type {import('./types.js').Changed<any>} */ (await call(name, request));
  // An act that was called off changed nothing: a closed dialog is not a save.
  if (outcome.changed.length > 0) {
    savedAt = outcome.at;
    for (const listener of changeListeners) listener(outcome);
    publish(outcome.changed);
  }
  return outcome.value;
}

/** @type {string | null} */
let savedAt = null;
/** @type {Set<(change: { undo: string | null, redo: string | null, at: string }) => void>} */
const changeListeners = new Set();
/** @type {Set<(error: CommandError) => void>} */
const refusalListeners = new Set();

/** When the newest change of this window was saved. */
export function lastSaved() {
  return savedAt;
}

/** Hears when each change was saved and what undo and redo would do then. @param {(change: { undo: string | null, redo: string | null, at: string }) => void} listener */
export function onChangeSaved(listener) {
  changeListeners.add(listener);
}

/** Hears every refusal, whoever asked. @param {(error: CommandError) => void} listener */
export function onRefusal(listener) {
  refusalListeners.add(listener);
}

/**
 * @template {keyof Events} E
 * @param {E} name @param {(payload: Events[E]) => void} run
 * @returns {() => void} ends it
 */
export function listen(name, run) {
  const ended = tauri.event.listen(name, (event) => run(event.payload));
  return () => void ended.then((end) => end());
}

// Files and the window
export const startScreen = () => call('start_screen', null);
export const suggestPassphrase = () => call('suggest_passphrase', null);
/** @param {string} passphrase */
export const judgePassphrase = (passphrase) => call('judge_passphrase', { passphrase });
/** Answers null when no place was chosen. @param {Commands['create_file'][0]} request */
export const createFile = (request) => call('create_file', request);
/** @param {Commands['create_sample'][0]} request */
export const createSample = (request) => call('create_sample', request);
export const chooseFile = () => call('choose_file', null);
/** @param {Commands['open_file'][0]} request */
export const openFile = (request) => call('open_file', request);
export const listBackups = () => call('list_backups', null);
/** Answers null when no place was chosen. @param {string} token */
export const takeOutBackup = (token) => call('take_out_backup', { token });
/** Answers null when no place was chosen. */
export const saveCopy = () => call('save_copy', null);
/** @param {string} token */
export const forgetRecent = (token) => call('forget_recent', { token });
export const session = () => call('session', null);
export const lockFile = () => call('lock_file', null);
/** @param {string} passphrase */
export const unlockFile = (passphrase) => call('unlock_file', { passphrase });
export const closeFile = () => call('close_file', null);
/** @param {Commands['change_passphrase'][0]} request */
export const changePassphrase = (request) => call('change_passphrase', request);
export const checkFile = () => call('check_file', null);
export const keepAwake = () => call('keep_awake', null);
export const closeWindow = () => call('close_window', null);

// The desk
/** @param {string | null} language */
export const texts = (language) => call('texts', { language });
export const journey = () => call('journey', null);
export const toDos = () => call('to_dos', null);
export const undo = () => change('undo', null);
export const redo = () => change('redo', null);
export const preferences = () => call('preferences', null);
/** @param {Commands['save_preferences'][0]} request */
export const savePreferences = (request) => call('save_preferences', request);
/** @param {import('./types.js').Task} task */
export const cancelTask = (task) => call('cancel_task', { task });

// The inventory
/** @param {Commands['list_systems'][0]} request */
export const listSystems = (request) => call('list_systems', request);
export const inventoryFacets = () => call('inventory_facets', null);
/** @param {Commands['save_view'][0]} request */
export const saveView = (request) => change('save_view', request);
/** @param {string} name */
export const deleteView = (name) => change('delete_view', { name });
/** @param {Commands['export_list'][0]} request */
export const exportList = (request) => call('export_list', request);

// Records
/** @param {Commands['list_records'][0]} request */
export const listRecords = (request) => call('list_records', request);
/** @param {Kind} kind @param {string} search */
export const findRecords = (kind, search) => call('find_records', { kind, search });
/** @param {Kind} kind @param {string} name */
export const similarRecords = (kind, name) => call('similar_records', { kind, name });
/** @param {Kind} kind @param {string} name */
export const addRecord = (kind, name) => change('add_record', { kind, name });
/** @param {string} record @param {string} name */
export const renameRecord = (record, name) => change('rename_record', { record, name });
/** @param {string} record */
export const retireRecord = (record) => change('retire_record', { record });
/** @param {string} record */
export const restoreRecord = (record) => change('restore_record', { record });
/** @param {string} record */
export const showRecord = (record) => call('show_record', { record });
/** @param {string} record */
export const attachFile = (record) => change('attach_file', { record });
/** @param {Commands['save_attachment'][0]} request */
export const saveAttachment = (request) => call('save_attachment', request);
/** @param {Commands['retire_attachment'][0]} request */
export const retireAttachment = (request) => change('retire_attachment', request);
/** @param {Commands['restore_attachment'][0]} request */
export const restoreAttachment = (request) => change('restore_attachment', request);

// The wizard
/** @param {Commands['wizard_step'][0]} request */
export const wizardStep = (request) => call('wizard_step', request);
/** @param {Commands['record_answer'][0]} request */
export const recordAnswer = (request) => change('record_answer', request);

// Assessments
/** @param {Commands['assessment_step'][0]} request */
export const assessmentStep = (request) => call('assessment_step', request);
/** @param {Commands['sign_assessment'][0]} request */
export const signAssessment = (request) => change('sign_assessment', request);
/** @param {Commands['reopen_assessment'][0]} request */
export const reopenAssessment = (request) => change('reopen_assessment', request);
/** @param {Commands['compare_assessment'][0]} request */
export const compareAssessment = (request) => call('compare_assessment', request);
/** @param {Commands['list_impacts'][0]} request */
export const listImpacts = (request) => call('list_impacts', request);
/** @param {string} record */
export const impactTable = (record) => call('impact_table', { record });
/** @param {Commands['add_impact'][0]} request */
export const addImpact = (request) => change('add_impact', request);
/** @param {string} record */
export const makeRisk = (record) => change('make_risk', { record });

// The classification
/** @param {Commands['classification_question'][0]} request */
export const classificationQuestion = (request) => call('classification_question', request);
/** @param {string} record */
export const classificationTurns = (record) => call('classification_turns', { record });
/** @param {Commands['classification_result'][0]} request */
export const classificationResult = (request) => call('classification_result', request);
/** @param {Commands['list_classifications'][0]} request */
export const listClassifications = (request) => call('list_classifications', request);
/** @param {Commands['sign_classification'][0]} request */
export const signClassification = (request) => change('sign_classification', request);
/** @param {string} record @param {string} reason */
export const reopenClassification = (record, reason) => change('reopen_classification', { record, reason });
/** @param {Commands['compare_classification'][0]} request */
export const compareClassification = (request) => call('compare_classification', request);
export const changedClassifications = () => call('changed_classifications', null);
/** @param {Commands['list_triage'][0]} request */
export const listTriage = (request) => call('list_triage', request);
/** @param {Commands['triage_answers'][0]} request */
export const triageAnswers = (request) => change('triage_answers', request);

// Duties and incidents
/** @param {Commands['list_duties'][0]} request */
export const listDuties = (request) => call('list_duties', request);
/** @param {Commands['explain_duty'][0]} request */
export const explainDuty = (request) => call('explain_duty', request);
/** @param {Commands['see_to_duty'][0]} request */
export const seeToDuty = (request) => change('see_to_duty', request);
export const listIncidents = () => call('list_incidents', null);

// The gap analysis
export const listGapRuns = () => call('list_gap_runs', null);
/** @param {string} name */
export const beginGapRun = (name) => change('begin_gap_run', { name });
/** @param {string} record */
export const gapRun = (record) => call('gap_run', { record });
/** @param {Commands['judge_requirement'][0]} request */
export const judgeRequirement = (request) => change('judge_requirement', request);
/** Answers null when no file was chosen. @param {Commands['attach_to_requirement'][0]} request */
export const attachToRequirement = (request) => change('attach_to_requirement', request);
/** @param {string} record */
export const gapResults = (record) => call('gap_results', { record });
/** @param {Commands['add_gap_action'][0]} request */
export const addGapAction = (request) => change('add_gap_action', request);
/** @param {Commands['sign_gap_run'][0]} request */
export const signGapRun = (request) => change('sign_gap_run', request);
/** @param {string} record @param {string} reason */
export const reopenGapRun = (record, reason) => change('reopen_gap_run', { record, reason });

// Statement of Applicability
export const soaScreen = () => call('soa_screen', null);
/** @param {Commands['soa_control'][0]} request */
export const soaControl = (request) => call('soa_control', request);
export const soaTraces = () => call('soa_traces', null);
export const beginSoa = () => change('begin_soa', null);
/** @param {Commands['decide_control'][0]} request */
export const decideControl = (request) => change('decide_control', request);
/** @param {Commands['adopt_suggestions'][0]} request */
export const adoptSuggestions = (request) => change('adopt_suggestions', request);
/** @param {Commands['sign_soa'][0]} request */
export const signSoa = (request) => change('sign_soa', request);
/** @param {Commands['compare_soa'][0]} request */
export const compareSoa = (request) => call('compare_soa', request);
// Risks, their method, actions
/** @param {Commands['list_risks'][0]} request */
export const listRisks = (request) => call('list_risks', request);
/** @param {string} record */
export const showRisk = (record) => call('show_risk', { record });
/** @param {Commands['choose_controls'][0]} request */
export const chooseControls = (request) => change('choose_controls', request);
export const riskCatalogue = () => call('risk_catalogue', null);
/** @param {Commands['pick_risks'][0]} request */
export const pickRisks = (request) => change('pick_risks', request);
/** @param {string} record */
export const showMethod = (record) => call('show_method', { record });
export const listMethods = () => call('list_methods', null);
/** @param {Commands['begin_method'][0]} request */
export const beginMethod = (request) => change('begin_method', request);
/** @param {Commands['approve_method'][0]} request */
export const approveMethod = (request) => change('approve_method', request);
/** @param {Commands['list_actions'][0]} request */
export const listActions = (request) => call('list_actions', request);
/** @param {Commands['add_action'][0]} request */
export const addAction = (request) => change('add_action', request);
/** @param {Commands['answer_together'][0]} request */
export const answerTogether = (request) => change('answer_together', request);

// Import
export const chooseList = () => call('choose_list', null);
/** @param {Commands['adjust_import'][0]} request */
export const adjustImport = (request) => call('adjust_import', request);
/** @param {Commands['read_words'][0]} request */
export const readWords = (request) => call('read_words', request);
/** @param {Commands['try_import'][0]} request */
export const tryImport = (request) => call('try_import', request);
/** @param {Commands['run_import'][0]} request */
export const runImport = (request) => change('run_import', request);
/** @param {Commands['save_mapping'][0]} request */
export const saveMapping = (request) => change('save_mapping', request);
/** @param {string} name */
export const deleteMapping = (name) => change('delete_mapping', { name });

// Reports
export const listReports = () => call('list_reports', null);
/** @param {Commands['preview_report'][0]} request */
export const previewReport = (request) => call('preview_report', request);
/** @param {Commands['preview_page'][0]} request */
export const previewPage = (request) => call('preview_page', request);
/** @param {Commands['save_report'][0]} request */
export const saveReport = (request) => call('save_report', request);

// History
/** @param {Commands['list_history'][0]} request */
export const listHistory = (request) => call('list_history', request);
/** @param {number} seq */
export const restoreValue = (seq) => change('restore_value', { seq });

// Frameworks beside each other, and contradictions
/** @param {Commands['compare_frameworks'][0]} request */
export const compareFrameworks = (request) => call('compare_frameworks', request);
/** @param {Commands['count_overlap'][0]} request */
export const countOverlap = (request) => call('count_overlap', request);
export const legalGaps = () => call('legal_gaps', null);
export const listSmells = () => call('list_smells', null);
