// @ts-check
/** Shape, word and tone of judgements, and times in words. */
import { pill } from '../../components/marks.js';
import { h } from '../../lib/dom.js';
import { number } from '../../lib/format.js';
import { t } from '../../lib/texts.js';

/** @typedef {import('../../components/marks.js').Tone} Tone */
/** @typedef {import('../../ipc/types.js').GapConformity} GapConformity */
/** @typedef {import('../../ipc/types.js').GapScore} GapScore */

/** @type {Record<GapConformity, [shape: string, tone: Tone]>} */
export const conformityLooks = { met: ['check', 'good'], partly: ['half', 'warn'], 'not-met': ['octagon', 'bad'], 'not-applicable': ['dash', 'open'], 'not-looked-at': ['dashed', 'open'] };
/** @type {Record<string, [shape: string, tone: Tone]>} */
export const severityLooks = { major: ['octagon', 'bad'], minor: ['triangle', 'warn'], observation: ['dot', 'note'], improvement: ['up', 'note'] };

/** @param {GapConformity} conformity */
export function conformityPill(conformity) {
  const [shape, tone] = conformityLooks[conformity];
  return pill(shape, t(`gaps.conformity-${conformity}`), tone);
}

/** @param {string | null} severity */
export function severityPill(severity) {
  if (!severity) return h('span', { class: 'quiet' }, t('gaps.unweighed'));
  const [shape, tone] = severityLooks[severity] ?? ['ring', 'open'];
  return pill(shape, t(`gaps.severity-${severity}`), tone);
}

/** "1 h 04 min", "12 min", "0:42". @param {number} seconds */
export function spent(seconds) {
  if (seconds < 600) return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? t('gaps.minutes', { minutes }) : t('gaps.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** Tenths as "3.4"; a dash while nothing is judged. @param {number | null} tenths */
export function tenths(tenths) {
  return tenths === null ? '–' : number(tenths / 10);
}

/** @param {number | null} percent */
export function percent(percent) {
  return percent === null ? '–' : t('gaps.percent', { percent });
}

/** How the share was made, in figures. @param {GapScore} score */
export function made({ met, partly, judged, percent: share }) {
  return share === null ? t('gaps.made-none') : t('gaps.made', { met, partly, judged, percent: share });
}
