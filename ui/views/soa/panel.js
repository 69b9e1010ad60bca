// @ts-check
/** Beside the statement: one control, what the file suggests, what contradicts what, what else deals with it. */
import { notify } from '../../components/announce.js';
import { button, iconButton } from '../../components/button.js';
import { icon } from '../../components/icon.js';
import { pill } from '../../components/marks.js';
import { adoptSuggestions } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { to } from '../../lib/router.js';
import { t } from '../../lib/texts.js';
import { trailList } from './trails.js';

/** @typedef {import('../../ipc/types.js').SoaControl} Control */
/** @typedef {import('../../ipc/types.js').SoaProposal} Proposal */

/** @param {Control} control @param {{ grounds: import('../../ipc/types.js').OptionView[] } | null} screen @param {{ close?: () => void }} [options] */
export function controlPanel(control, screen, { close } = {}) {
  const { row } = control;
  return h('div', { class: 'panel-body soa-panel' },
    h('div', { class: 'panel-head' }, h('h2', { tabindex: '-1' }, h('span', { class: 'ref' }, row.reference), ' ', row.title), close ? iconButton('close', t('soa.close-panel'), close) : null),
    control.holds ? h('p', {}, control.holds) : null,
    control.documented === null ? null : h('p', { class: 'quiet' }, t(control.documented ? 'soa.documented' : 'soa.arranged')),
    control.licence ? h('p', { class: 'quiet' }, t('soa.licensed', { control: row.reference })) : null,
    contradictions(control),
    proposals(control, screen),
    control.trails.length > 0 ? [h('h2', {}, t('soa.trace')), trailList(control.trails)] : null,
    related(control),
    row.record ? h('p', {}, h('a', { class: 'quiet', href: to('record', row.record) }, t('soa.whole-record'))) : null);
}

/** @param {Control} control */
function contradictions({ row }) {
  if (row.contradictions.length === 0) return null;
  return [h('h2', {}, t('soa.contradictions')), h('ul', { class: 'plain-list' }, row.contradictions.map((one) => h('li', { class: 'contradiction' },
    icon('triangle', 'inline'), h('span', {}, h('a', { href: `${to('soa', 'control', row.id)}?at=${encodeURIComponent(one.question)}` }, one.words),
      one.records.map((record) => [' ', h('a', { href: to('record', record.id) }, record.reference)])))))];
}

/** @param {Control} control @param {{ grounds: import('../../ipc/types.js').OptionView[] } | null} screen */
function proposals({ row, proposals: all }, screen) {
  if (all.length === 0) return [h('h2', {}, t('soa.suggestions')), h('p', { class: 'quiet' }, t('soa.no-suggestion'))];
  const holding = all.filter((one) => one.holds);
  const decisions = [...new Set(holding.map((one) => one.decision))];
  return [h('h2', {}, t('soa.suggestions')), h('p', { class: 'quiet' }, t('soa.suggestions-line')),
    h('ul', { class: 'plain-list' }, all.map((one) => h('li', { class: 'proposal' }, proposal(one, screen)))),
    decisions.map((decision) => row.decision === decision && row.reason !== '' ? null
      : button(t(`soa.adopt-${decision}`), () => adopt(row.id, decision), { look: decisions.length === 1 ? 'primary' : 'plain', label: t(`soa.adopt-${decision}-of`, { control: row.reference }) }))];
}

/** @param {Proposal} one @param {{ grounds: import('../../ipc/types.js').OptionView[] } | null} screen */
function proposal(one, screen) {
  const grounds = one.grounds.map((id) => screen?.grounds.find((ground) => ground.id === id)?.label ?? id);
  return [
    pill(one.holds ? (one.decision === 'included' ? 'dot' : 'ring') : 'dashed', t(one.holds ? `soa.proposes-${one.decision}` : `soa.may-propose-${one.decision}`), one.holds && one.decision === 'included' ? 'good' : 'open'),
    h('p', {}, one.reason), grounds.length > 0 ? h('p', { class: 'quiet' }, grounds.join(', ')) : null,
    one.cite ? h('p', { class: 'ref cite' }, one.cite) : null,
    one.open.map(({ record, questions }) => h('p', { class: 'quiet' }, t('soa.open-questions', { questions: questions.join(', ') }), ' ', h('a', { href: to('questions', record.id) }, `${record.reference} ${record.name}`))),
  ];
}

/** @param {string} row @param {string} decision */
async function adopt(row, decision) {
  try {
    await adoptSuggestions({ lines: [{ row, decision }] });
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error), { failed: true });
  }
}

/** What deals with the same matter elsewhere. Evidence may be used again; nothing is met by it. @param {Control} control */
function related({ related: all }) {
  if (all.length === 0) return null;
  const frameworks = [...new Set(all.map((one) => one.framework))];
  const reuse = (/** @type {number} */ strength) => t(strength >= 7 ? 'soa.reuse-strong' : strength >= 4 ? 'soa.reuse-partial' : 'soa.reuse-reading');
  return [h('h2', {}, t('soa.related')), h('p', { class: 'quiet' }, t('soa.related-line')),
    frameworks.map((framework) => h('section', {}, h('h3', {}, framework), h('ul', { class: 'plain-list' }, all.filter((one) => one.framework === framework).map((one) => h('li', {},
      h('span', { class: 'ref' }, one.reference), ' ', one.title, h('span', { class: 'quiet' }, ` · ${reuse(one.strength)}`),
      one.duties.map((duty) => h('p', { class: 'strong' }, t('soa.duty-leans', { duty }))))))))];
}
