// @ts-check
/** State, by shape, word and colour. */
import { h } from '../lib/dom.js';
import { t } from '../lib/texts.js';
import { icon } from './icon.js';

/** @type {Record<string, [shape: string, tone: string]>} */
const looks = {
  'not-started': ['ring', 'open'], 'under-way': ['half', 'here'], done: ['check', 'good'], attention: ['triangle', 'warn'],
  open: ['ring', 'open'], answered: ['check', 'good'], 'not-applicable': ['dash', 'open'], 'not-known': ['question', 'warn'], 'set-aside': ['dashed', 'open'], hidden: ['dashed', 'open'],
};

/** The mark of a state without its word, with the word spoken. @param {string} state */
export function mark(state) {
  const [shape, tone] = looks[state] ?? looks.open;
  return h('span', { class: `mark ${tone}`, role: 'img', 'aria-label': t(`state.${state}`) }, icon(shape));
}

/** @typedef {'open' | 'good' | 'warn' | 'bad' | 'note' | 'here'} Tone */

/** A pill: shape, word and colour. @param {string} shape @param {string} words @param {Tone} tone */
export function pill(shape, words, tone) {
  return h('span', { class: `pill ${tone}` }, icon(shape), h('span', {}, words));
}

/** A bar with its spoken meaning. @param {number} done @param {number} of @param {string} meaning */
export function meter(done, of, meaning) {
  return h('progress', { class: 'meter', max: Math.max(of, 1), value: done, 'aria-label': meaning });
}

/** Shape and tone of each class. @type {Record<string, [shape: string, tone: Tone]>} */
const classes = {
  prohibited: ['octagon', 'bad'], high_risk_annex_i: ['triangle', 'warn'], high_risk_annex_iii: ['triangle', 'warn'], high_risk_exempt_6_3: ['dot', 'good'],
  gpai_systemic: ['triangle', 'warn'], gpai: ['ring', 'note'], transparency: ['bubble', 'note'], minimal: ['dot', 'good'], out_of_scope: ['dash', 'open'],
};

/** How a class looks; without one: undetermined. @param {import('../ipc/types.js').ClassMark | null} mark */
export function classLook(mark) {
  return mark ? classes[mark.id] ?? ['ring', 'open'] : /** @type {[string, Tone]} */ (['dashed', 'open']);
}

/**
 * The mark of a class: shape, word and colour.
 * @param {import('../ipc/types.js').ClassMark | null} mark @param {string} [words] in place of its title
 */
export function classMark(mark, words = mark?.title ?? t('classification.undetermined')) {
  const [shape, tone] = classLook(mark);
  return pill(shape, words, tone);
}
