// @ts-check
/** Levels, marks and facts of risks, as every screen about them shows them. */
import { pill } from '../../components/marks.js';
import { h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').LevelView} LevelView */
/** @typedef {import('../../ipc/types.js').RiskLine} RiskLine */
/** @typedef {import('../../components/marks.js').Tone} Tone */

/** Shape and tone of each standing. @type {Record<string, [shape: string, tone: Tone]>} */
export const standings = { unacceptable: ['octagon', 'bad'], 'needs-word': ['triangle', 'warn'], incomplete: ['dashed', 'open'], 'in-treatment': ['half', 'here'], accepted: ['person', 'note'], acceptable: ['check', 'good'], avoided: ['dash', 'open'] };

/** A level as number and word on its ground, or the gap that keeps it from being one. @param {LevelView} level */
export function levelMark(level) {
  if (level.number === null) return h('span', { class: 'level none', title: t('risks.missing', { missing: level.missing }) }, h('span', { 'aria-hidden': 'true' }, '–'), h('span', { class: 'spoken' }, t('risks.missing', { missing: level.missing })));
  const steps = Math.max(level.of - 1, 1);
  const step = Math.round(((level.number - 1) * 5) / steps);
  return h('span', { class: `level ground-${step}` }, h('span', { class: 'count' }, level.number), ' ', level.label);
}

/** How a risk stands: shape and word. @param {RiskLine} line */
export function standingMark(line) {
  const [shape, tone] = standings[line.standing] ?? standings.incomplete;
  return pill(shape, line.standingWords, tone);
}

/** Where a weakness is put right. @param {string} risk @param {import('../../ipc/types.js').WeaknessView} weak */
export function weakPlace(risk, weak) {
  return `#/questions/${encodeURIComponent(risk)}/${encodeURIComponent(weak.section)}?at=${encodeURIComponent(weak.question)}`;
}
