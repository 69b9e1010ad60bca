// @ts-check
/** The outcome in one line: the class or what holds so far, why, what is still open. */
import { classLook, classMark } from '../../components/marks.js';
import { h } from '../../lib/dom.js';
import { t, tn } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').ClassificationStrip} Strip */

/** @param {Strip} strip @returns {import('../../lib/dom.js').Child[]} */
export function stripParts(strip) {
  const { class: leading, settled, others, reason, cite, points } = strip;
  const words = leading ? (settled ? leading.title : t('classification.so-far', { class: leading.title })) : t('classification.undetermined');
  return [
    h('span', { class: 'strip-classes' }, classMark(leading, words), others.map((other) => classMark(other))),
    h('span', { class: 'strip-words' },
      reason ? [h('span', {}, reason), ' ', h('span', { class: 'ref' }, cite), ' '] : null,
      points.length > 1 ? h('span', { class: 'ref' }, `${t('classification.points', { points: points.join(', ') })} `) : null,
      h('b', {}, openWords(strip))),
  ];
}

/**
 * Where it can still change. Not how often: most open questions fall away with an answer, and some come with one.
 * @param {Strip} strip
 */
export function openWords({ settled, open, openIn, toFindOut }) {
  if (open === 0) return t('classification.nothing-open');
  const place = openIn.length > 1 ? tn('classification.open-in', openIn.length - 1, { section: openIn[0] }) : t('classification.open-in-one', { section: openIn[0] ?? '' });
  const can = t(settled ? 'classification.can-add' : 'classification.can-change', { place });
  return toFindOut > 0 ? `${can} ${tn('classification.to-find-out', toFindOut)}` : can;
}

/** The colour at its edge. @param {Strip} strip */
export function stripTone(strip) {
  return classLook(strip.class)[1];
}

/** What another answer would be, in words. @param {import('../../ipc/types.js').Turn} turn */
export function turnWords({ label, said, words }) {
  return t(`classification.turn-${said}`, { label, words });
}
