// @ts-check
/** The outcome in one line: the class or what holds so far, why, what is still open. */
import { classLook, classMark, meter } from '../../components/marks.js';
import { h } from '../../lib/dom.js';
import { t, tn } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').ClassificationStrip} Strip */

/** @param {Strip} strip @returns {import('../../lib/dom.js').Child[]} */
export function stripParts(strip) {
  const { class: leading, settled, others, reason, cite, points, open, answered } = strip;
  const words = leading ? (settled ? leading.title : t('classification.so-far', { class: leading.title })) : t('classification.undetermined');
  return [
    h('span', { class: 'strip-classes' }, classMark(leading, words), others.map((other) => classMark(other))),
    h('span', { class: 'strip-words' },
      reason ? [h('span', {}, reason), ' ', h('span', { class: 'ref' }, cite), ' '] : null,
      points.length > 1 ? h('span', { class: 'ref' }, `${t('classification.points', { points: points.join(', ') })} `) : null,
      h('b', {}, openWords(strip))),
    h('span', { class: 'strip-meter' }, meter(answered, answered + open, t('classification.answered-of', { answered, all: answered + open }))),
  ];
}

/** How much of it can still change. @param {Strip} strip */
export function openWords({ settled, open, toFindOut }) {
  if (open === 0) return t('classification.nothing-open');
  const can = tn(settled ? 'classification.can-add' : 'classification.can-change', open);
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
