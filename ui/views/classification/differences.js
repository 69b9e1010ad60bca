// @ts-check
/** In what two outcomes differ, part by part. */
import { h } from '../../lib/dom.js';
import { hasText, t, tn } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').DifferenceView} Difference */

/** Parts that follow from others: they are told last, and folded. */
const FOLDED = ['trace', 'articles', 'changes', 'open-duties', 'open-classes', 'open-roles', 'law', 'confidence', 'drafts', 'unsettled', 'advice', 'open', 'further'];

/** @param {Difference[]} all */
export function differenceList(all) {
  const folded = all.filter((one) => FOLDED.includes(one.group));
  return [groups(all.filter((one) => !folded.includes(one))),
    folded.length === 0 ? null : h('details', {}, h('summary', {}, tn('classification.more-differences', folded.length)), groups(folded))];
}

/** @param {Difference[]} all */
function groups(all) {
  const names = [...new Set(all.map((one) => one.group))];
  return names.map((name) => h('section', { class: 'law-changes' }, h('h3', {}, groupName(name)),
    h('ul', { class: 'plain-list' }, all.filter((one) => one.group === name).map((one) => h('li', {}, differenceWords(one))))));
}

/** What a part is called: most are parts of a classification. @param {string} name */
function groupName(name) {
  return t(hasText(`classification.group-${name}`) ? `classification.group-${name}` : `impact.group-${name}`);
}

/** One difference as a line. @param {Difference} one */
export function differenceWords({ path, before, after }) {
  const names = path.map(({ id, label }) => label || (hasText(`classification.step-${id}`) ? t(`classification.step-${id}`) : '')).filter(Boolean).join(', ');
  const moved = before === null ? ['came', after] : after === null ? ['went', before] : ['became', null];
  const name = names ? h('b', {}, names) : null;
  if (moved[0] === 'became') return [name, name ? ': ' : '', t('classification.became', { before: before || '–', after: after || '–' })];
  return [name, name ? ': ' : '', moved[1] ? t(`classification.${moved[0]}-with`, { words: moved[1] }) : t(`classification.${moved[0]}`)];
}
