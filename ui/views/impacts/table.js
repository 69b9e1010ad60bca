// @ts-check
/** The benefits and harms of one system: the entries, where the harms stand before and after, and what it comes to. */
import { notify } from '../../components/announce.js';
import { button } from '../../components/button.js';
import { askLine } from '../../components/dialog.js';
import { icon } from '../../components/icon.js';
import { pill } from '../../components/marks.js';
import { addImpact, impactTable, makeRisk } from '../../ipc/commands.js';
import { fill, h, refill } from '../../lib/dom.js';
import { to } from '../../lib/router.js';
import { t } from '../../lib/texts.js';
import { owedPill } from '../assess/assess.js';
import { signedWords } from '../classification/signing.js';
import { benefitPill, counts, dueWords, harmPill, remaining, statePill } from './level.js';

/** @typedef {import('../../ipc/types.js').ImpactTable} Table */
/** @typedef {import('../../ipc/types.js').ImpactEntry} Entry */

/** @param {import('../../lib/router.js').Place} place @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function impactTableView(place, desk) {
  const record = place.params.id;
  let table = await impactTable(record);
  const body = h('div', { class: 'impact-parts' });
  const draw = () => refill(body, assessmentsPart(table), resultPart(table), entriesPart(table, add), matrixPart(table));

  /** @param {boolean} harm */
  async function add(harm) {
    const name = await askLine({ title: t(harm ? 'impact.add-harm-title' : 'impact.add-benefit-title', { name: table.system.name }), label: t('impact.add-label'), hint: t('impact.add-hint'), act: t('impact.add-act') });
    if (name === null) return;
    try {
      const entered = await addImpact({ system: record, harm, name });
      await desk.go(to('questions', entered.id));
    } catch (failed) {
      notify(failed instanceof Error ? failed.message : String(failed), { failed: true });
    }
  }

  draw();
  return {
    rail: '#/impacts',
    list: '#/impacts',
    topics: [`record:${record}`, 'impacts', 'risks', 'organisation'],
    async refresh() {
      table = await impactTable(record);
      draw();
    },
    element: h('div', { class: 'view impact-table' },
      h('p', { class: 'trail' }, h('a', { href: '#/impacts' }, t('impact.title')), h('span', { 'aria-hidden': 'true' }, '/'), h('a', { href: to('record', record) }, h('span', { class: 'ref' }, table.system.reference))),
      h('h1', {}, table.system.name), body),
  };
}

/** @param {string} id @param {string} title @param {...import('../../lib/dom.js').Child} children */
function part(id, title, ...children) {
  return h('section', { class: 'record-section', 'aria-labelledby': `impact-${id}` }, h('h2', { id: `impact-${id}` }, title), children);
}

/** The three assessments, each with its own outcome. @param {Table} table */
function assessmentsPart({ system, assessments, owed }) {
  return part('assessments', t('impact.assessments'), h('ul', { class: 'plain-list impact-assessments' }, assessments.map((one, index) => h('li', {},
    h('a', { class: 'door-title', href: to('assess', one.questionnaire, system.id) }, t(`impact.name-${one.questionnaire}`)),
    h('p', {}, statePill(one), ' ', owedPill(one.owed), ' ', dueWords(one)),
    h('p', { class: 'quiet' }, one.because, ' ', h('span', { class: 'ref' }, owed[index]?.cite ?? ''))))));
}

/** @param {Table} table */
function resultPart({ result, signed }) {
  const look = { owed: ['triangle', 'warn'], 'not-owed': ['check', 'good'], open: ['question', 'open'] };
  const words = { owed: 'impact.reached', 'not-owed': 'impact.not-reached', open: 'impact.reached-open' };
  return part('result', t('impact.result'),
    signed ? h('p', { class: 'said' }, icon('check', 'inline'), signedWords(signed), ' ', t('impact.closed')) : null,
    h('dl', { class: 'facts' },
      h('dt', {}, t('impact.remains')), h('dd', {}, remaining(result)),
      h('dt', {}, t('impact.was')), h('dd', {}, harmPill(result.before)),
      h('dt', {}, t('impact.best')), h('dd', {}, benefitPill(result.benefit))),
    h('p', { class: 'quiet' }, counts(result)),
    h('ul', { class: 'plain-list' }, result.thresholds.map((one) => {
      const [shape, tone] = look[one.reached];
      return h('li', {}, pill(shape, t(words[one.reached], { title: one.title }), /** @type {import('../../components/marks.js').Tone} */ (tone)),
        one.reached === 'owed' ? [h('p', {}, one.demands), h('p', { class: 'quiet' }, t('impact.reached-by', { words: one.by.join('; ') }))] : null);
    })));
}

/** @param {Table} table @param {(harm: boolean) => unknown} add */
function entriesPart({ entries, signed }, add) {
  const acts = signed ? null : h('div', { class: 'tools-row' }, button(t('impact.add-harm'), () => add(true), { look: entries.length === 0 ? 'primary' : 'plain', icon: 'plus' }), button(t('impact.add-benefit'), () => add(false), { icon: 'plus' }));
  if (entries.length === 0) return part('entries', t('impact.table-title'), h('div', { class: 'empty' }, h('h3', {}, t('impact.entries-none')), h('p', { class: 'prose' }, t('impact.entries-none-line')), acts));
  const columns = ['what', 'party', 'before', 'after', 'risk'];
  return part('entries', t('impact.table-title'), acts, h('div', { class: 'table-frame plain', tabindex: '0', role: 'region', 'aria-label': t('impact.entries-table') },
    h('table', { class: 'table impact-entries' },
      h('thead', {}, h('tr', {}, columns.map((column) => h('th', { scope: 'col' }, t(`impact.entry-column-${column}`))))),
      h('tbody', {}, entries.map((entry) => entryRow(entry, signed !== null))))));
}

/** @param {Entry} entry @param {boolean} closed */
function entryRow(entry, closed) {
  const { record, direction, party, affects, dimensions, what, missing, risk } = entry;
  const weighed = (/** @type {Entry['before']} */ one) => (direction === 'benefit' ? benefitPill(one?.level ?? null) : harmPill(one?.level ?? null));
  const kind = direction === 'harm' ? [icon('triangle', 'inline'), t('impact.harm')] : direction === 'benefit' ? [icon('check', 'inline'), t('impact.benefit')] : [icon('question', 'inline'), t('impact.direction-open')];
  return h('tr', {},
    h('th', { scope: 'row' }, h('p', {}, h('span', { class: 'ref' }, record.reference), ' ', h('a', { href: to('questions', record.id), 'aria-label': t('impact.edit-of', { name: record.name }) }, record.name)),
      h('p', { class: 'quiet' }, kind, dimensions.length > 0 ? ` · ${dimensions.join(', ')}` : ''),
      what ? h('p', { class: 'clamp' }, what) : null,
      missing.length > 0 ? h('p', { class: 'quiet' }, t('impact.missing', { labels: missing.join(', ') })) : null),
    h('td', {}, party, affects ? h('p', { class: 'quiet' }, affects) : null),
    h('td', {}, weighed(entry.before)), h('td', {}, weighed(entry.after)),
    h('td', {}, risk ? h('a', { href: to('record', risk.id) }, h('span', { class: 'ref' }, risk.reference), ' ', risk.name)
      : direction === 'harm' && !closed ? button(t('impact.make-risk'), () => toRisk(record.id), { look: 'quiet', label: t('impact.make-risk-of', { name: record.name }) }) : null));
}

/** @param {string} record */
async function toRisk(record) {
  try {
    const risk = await makeRisk(record);
    notify(t('impact.risk-made', { reference: risk.reference }));
  } catch (failed) {
    notify(failed instanceof Error ? failed.message : String(failed), { failed: true });
  }
}

/** Where each harm stands before and after measures: a table, so that it is read in words as well. @param {Table} table */
function matrixPart({ matrix, entries }) {
  const harms = entries.filter((one) => one.direction === 'harm' && (one.before || one.after));
  if (harms.length === 0) return null;
  const at = (/** @type {Entry['before']} */ weighed, /** @type {number} */ row, /** @type {number} */ column) => weighed !== null && weighed.row === row && weighed.column === column;
  const marks = (/** @type {number} */ row, /** @type {number} */ column) => harms.map((one) => {
    const [before, after] = [at(one.before, row, column), at(one.after, row, column)];
    if (!before && !after) return null;
    const { reference } = one.record;
    const name = before && after ? 'matrix-both' : after ? 'matrix-after' : 'matrix-before';
    return h('li', { class: after ? 'after' : 'before' }, icon(after ? 'dot' : 'ring', 'inline'), h('span', { 'aria-hidden': 'true' }, reference), h('span', { class: 'spoken' }, t(`impact.${name}`, { reference })));
  });
  // The gravest stands on top, as on paper.
  const rows = matrix.rows.map((title, row) => ({ title, row })).reverse();
  const grid = h('table', { class: 'table impact-matrix', 'aria-label': t('impact.matrix-table') },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('impact.matrix-consequence')), matrix.columns.map((title) => h('th', { scope: 'col' }, title)))),
    h('tbody', {}, rows.map(({ title, row }) => h('tr', {}, h('th', { scope: 'row' }, title),
      matrix.cells[row].map((level, column) => h('td', { class: `level-${level.rank}` }, h('span', { class: 'level-word' }, level.title), fill(h('ul', { class: 'matrix-marks' }), marks(row, column))))))));
  return part('matrix', t('impact.matrix'), h('p', { class: 'quiet' }, t('impact.matrix-line')), h('div', { class: 'table-frame plain', tabindex: '0', role: 'region', 'aria-label': t('impact.matrix-table') }, grid));
}
