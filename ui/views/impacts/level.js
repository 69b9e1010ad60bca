// @ts-check
/** Levels of benefits and harms, by shape and word. */
import { pill } from '../../components/marks.js';
import { day } from '../../lib/format.js';
import { t, tn } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').LevelMark} LevelMark */
/** @typedef {import('../../ipc/types.js').ImpactResult} ImpactResult */
/** @typedef {import('../../ipc/types.js').AssessmentMark} AssessmentMark */

/** Shape and tone of a harm, by the place of its level from 1. @type {[shape: string, tone: import('../../components/marks.js').Tone][]} */
const looks = [['dot', 'good'], ['half', 'note'], ['triangle', 'warn'], ['octagon', 'bad']];
/** Shape and tone of each state. @type {Record<import('../../ipc/types.js').ImpactState, [shape: string, tone: import('../../components/marks.js').Tone]>} */
const states = { overdue: ['triangle', 'warn'], 'not-begun': ['ring', 'open'], 'under-way': ['half', 'here'], ready: ['dot', 'note'], signed: ['check', 'good'] };

/** The level of a harm. @param {LevelMark | null} level @param {string} [words] in place of its title */
export function harmPill(level, words = level?.title ?? t('impact.level-open')) {
  const [shape, tone] = level ? looks[Math.min(level.rank, looks.length) - 1] : ['dashed', 'open'];
  return pill(shape, words, /** @type {import('../../components/marks.js').Tone} */ (tone));
}

/** The level of a benefit: it never looks like a warning. @param {LevelMark | null} level */
export function benefitPill(level) {
  return level ? pill('check', level.title, 'here') : pill('dashed', t('impact.level-open'), 'open');
}

/** The heaviest harm that remains; with entries that are not weighed it may be heavier. @param {ImpactResult} result */
export function remaining({ harms, unrated, after }) {
  if (harms + unrated === 0) return pill('dash', t('impact.no-harm'), 'open');
  if (!after) return harmPill(null);
  return harmPill(after, unrated > 0 ? t('impact.at-least', { level: after.title }) : after.title);
}

/** Where an assessment stands. @param {AssessmentMark} mark */
export function statePill({ state, signed }) {
  const [shape, tone] = states[state];
  return pill(shape, state === 'signed' ? t('impact.signed-number', { number: signed ?? '' }) : t(`impact.state-${state}`), tone);
}

/** When it is due again, in words; nothing while that is open. @param {AssessmentMark} mark */
export function dueWords({ state, due }) {
  return due ? t(state === 'overdue' ? 'impact.was-due' : 'impact.due', { day: day(due) }) : '';
}

/** Shape of a state, for a chip. @param {import('../../ipc/types.js').ImpactState} state */
export const stateShape = (state) => states[state][0];

/** @param {ImpactResult} result */
export function counts({ harms, benefits, unrated }) {
  return [tn('impact.harms', harms), tn('impact.benefits', benefits), unrated > 0 ? tn('impact.unrated', unrated) : null].filter(Boolean).join(' · ');
}
