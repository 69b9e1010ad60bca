// @ts-check
/** How requirements, links and strengths read on every part of the crosswalk. */
import { icon } from '../../components/icon.js';
import { h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').RequirementView} RequirementView */
/** @typedef {import('../../ipc/types.js').Reusable} Reusable */

/** Shape and tone of each step of reuse. @type {Record<Reusable | 'none', [shape: string, tone: import('../../components/marks.js').Tone]>} */
export const looks = { strongly: ['dot', 'good'], partly: ['half', 'here'], related: ['ring', 'open'], none: ['dash', 'open'] };

/** Reference and title. @param {RequirementView} requirement */
export function named({ reference, title }) {
  return [h('span', { class: 'ref' }, reference), ' ', title];
}

/** The mark of a step of reuse, with its word. @param {Reusable | 'none'} step */
export function reuseMark(step) {
  const [shape, tone] = looks[step];
  return h('span', { class: `reuse-mark ${tone}` }, icon(shape, 'inline'), ' ', t(`crosswalk.reusable-${step}`));
}

/** A choice above a table. @param {string} id @param {string} label @param {string} value @param {[string, string][]} options @param {(value: string) => unknown} run */
export function choice(id, label, value, options, run) {
  const select = h('select', { id, class: 'select', 'data-key': id }, options.map(([one, words]) => h('option', { value: one, ...(one === value ? { selected: true } : {}) }, words)));
  select.addEventListener('change', () => run(select.value));
  return h('span', { class: 'choice' }, h('label', { for: id }, label), select);
}
