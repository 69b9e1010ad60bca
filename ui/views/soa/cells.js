// @ts-check
/** One line of the table: every cell is worked on where it stands. */
import { notify } from '../../components/announce.js';
import { icon } from '../../components/icon.js';
import { pill } from '../../components/marks.js';
import { decideControl } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { day } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { askEvidence, askReason } from './asking.js';

/** @typedef {import('../../ipc/types.js').SoaScreen} Screen */
/** @typedef {import('../../ipc/types.js').SoaRow} Row */
/** @typedef {import('../../ipc/types.js').NewAnswer} NewAnswer */
/** @typedef {[question: string, answer: NewAnswer | null]} Said */

export const COLUMNS = ['control', 'title', 'decision', 'reason', 'status', 'owner', 'evidence', 'xray'];

/** @param {string} option @returns {NewAnswer} */
export const one = (option) => ({ state: 'given', value: { kind: 'one', option }, note: '' });
/** @param {string[]} options @returns {NewAnswer} */
export const many = (options) => ({ state: 'given', value: { kind: 'many', options }, note: '' });
/** @param {string} text @returns {NewAnswer | null} */
export const written = (text) => (text === '' ? null : { state: 'given', value: { kind: 'text', text }, note: '' });
/** @param {string | null} date @returns {NewAnswer | null} */
export const dated = (date) => (date === null ? null : { state: 'given', value: { kind: 'date', date }, note: '' });

/** Stores what is said about a control, as one act. @param {string} row @param {Said[]} said @returns {Promise<boolean>} */
export async function decide(row, said) {
  try {
    await decideControl({ row, answers: said.map(([question, answer]) => ({ question, answer })) });
    return true;
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error), { failed: true });
    return false;
  }
}

/**
 * @param {Row} row @param {Screen} screen
 * @param {{ open: (row: string) => unknown, opened: boolean, stay: () => unknown }} options `stay`: shows again what the file says
 */
export function controlRow(row, screen, { open, opened, stay }) {
  const included = row.decision === 'included';
  const words = `${row.reference} ${row.title}`;
  const key = (/** @type {string} */ column) => ({ 'data-key': `${row.id}-${column}` });
  return h('tr', { 'data-row': row.id, class: [opened ? 'opened' : '', row.contradictions.length > 0 ? 'is-late' : ''].filter(Boolean).join(' ') || null },
    h('td', { class: 'soa-control' }, h('a', { class: 'ref', href: to('soa', 'control', row.id), 'aria-label': t('soa.guided-at', { control: words }), ...key('control') }, row.reference)),
    h('th', { scope: 'row', class: 'soa-title' }, h('button', { type: 'button', class: 'name link', 'aria-expanded': String(opened), onclick: () => open(row.id), ...key('title') }, h('span', { class: 'clamp' }, row.title)),
      row.changed ? h('span', { class: 'quiet changed-mark' }, icon('half', 'inline'), t('soa.changed')) : null),
    h('td', { class: 'soa-decision' }, decisionCell()),
    h('td', { class: 'soa-reason' }, reasonCell()),
    h('td', { class: 'soa-status' }, included ? select('status', row.status ?? '', [['', '–'], ...screen.statuses.map((status) => /** @type {[string, string]} */ ([status.id, status.label]))], (value) => said('control-status', value === '' ? null : one(value))) : null),
    h('td', { class: 'soa-owner' }, included ? select('owner', row.owner?.id ?? '', people(), (value) => said('control-owner', value === '' ? null : { state: 'given', value: { kind: 'records', records: [value] }, note: '' })) : null),
    h('td', { class: 'soa-evidence' }, included ? evidenceCell() : null),
    h('td', { class: 'soa-xray' }, xrayCell()));

  /** @param {string} question @param {NewAnswer | null} answer */
  async function said(question, answer) {
    if (!(await decide(row.id, [[question, answer]]))) await stay();
  }

  function decisionCell() {
    const element = select('decision', row.decision ?? '', [['', t('soa.undecided')], ...screen.decisions.map((decision) => /** @type {[string, string]} */ ([decision.id, decision.label]))], (value) => setDecision(value));
    const suggested = row.suggests[0];
    return [element, suggested ? h('button', { type: 'button', class: 'link suggests', onclick: () => open(row.id), ...key('suggests') }, icon('dashed', 'inline'), t(row.suggests.length > 1 ? 'soa.suggests-both' : `soa.suggests-${suggested}`)) : null];
  }

  /** What is left out needs its reason at once; without one nothing changes. @param {string} value */
  async function setDecision(value) {
    if (value === 'excluded' && row.reason === '') {
      const given = await askReason({ ...row, decision: 'excluded' }, screen);
      if (given === null) return void stay();
      if (!(await decide(row.id, [['control-applies', one('excluded')], ...given]))) await stay();
      return;
    }
    await said('control-applies', value === '' ? null : one(value));
  }

  function reasonCell() {
    if (row.decision === null) return null;
    const grounds = screen.grounds.filter((ground) => row.grounds.includes(ground.id) && !(ground.id === 'risk' && row.risks.length > 0)).map((ground) => ground.label);
    // A risk that relies on a control is no reason to leave it out.
    const named = row.decision === 'included' ? [...row.risks.map((risk) => risk.reference), ...grounds].join(', ') : '';
    const empty = named === '' && row.reason === '';
    return h('button', { type: 'button', class: `cell-button ${empty ? 'missing' : ''}`, title: row.reason || null, 'aria-label': `${t(empty ? 'soa.say-why' : 'soa.change-reason')}, ${words}`, onclick: async () => { const given = await askReason(row, screen); if (given) await decide(row.id, given); }, ...key('reason') },
      empty ? [icon('triangle', 'inline'), t('soa.say-why')] : h('span', { class: 'clamp' }, named, named && row.reason ? '; ' : '', row.reason));
  }

  function evidenceCell() {
    const files = row.files > 0 ? tn('soa.files', row.files) : '';
    const told = [row.evidence, files, row.evidenceOn ? day(row.evidenceOn) : ''].filter(Boolean).join(' · ');
    return h('button', { type: 'button', class: 'cell-button', title: row.evidence || null, 'aria-label': `${t(told ? 'soa.change-evidence' : 'soa.add-evidence')}, ${words}`, onclick: async () => { const given = await askEvidence(row); if (given) await decide(row.id, given); }, ...key('evidence') },
      told ? h('span', { class: 'clamp' }, told) : h('span', { class: 'quiet' }, t('soa.no-evidence')));
  }

  function xrayCell() {
    const [first, ...rest] = row.contradictions;
    if (first) return h('button', { type: 'button', class: 'cell-button contradiction', onclick: () => open(row.id), ...key('xray') }, icon('triangle', 'inline'), h('span', { class: 'clamp' }, first.words, rest.length > 0 ? ` +${rest.length}` : ''));
    if (row.decision === null) return null;
    return row.broken > 0 ? h('a', { class: 'quiet', href: `#/soa/trace?row=${encodeURIComponent(row.id)}`, ...key('xray') }, tn('soa.broken-links', row.broken)) : pill('check', t('soa.sound'), 'good');
  }

  /** @param {string} name @param {string} value @param {[string, string][]} options @param {(value: string) => unknown} run */
  function select(name, value, options, run) {
    const element = h('select', { class: `select ${name}-${value || 'none'}`, 'aria-label': `${t(`soa.column-${name}`)}, ${words}`, ...key(name) }, options.map(([id, label]) => h('option', { value: id, ...(id === value ? { selected: true } : {}) }, label)));
    element.addEventListener('change', () => run(element.value));
    return element;
  }

  /** @returns {[string, string][]} */
  function people() {
    const known = screen.people.map((person) => /** @type {[string, string]} */ ([person.id, person.name]));
    const own = row.owner;
    return [['', t('soa.nobody')], ...(own && !known.some(([id]) => id === own.id) ? [/** @type {[string, string]} */ ([own.id, own.name])] : []), ...known];
  }
}
