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

/** A pill: shape, word and colour. @param {string} shape @param {string} words @param {'open' | 'good' | 'warn' | 'bad' | 'note' | 'here'} tone */
export function pill(shape, words, tone) {
  return h('span', { class: `pill ${tone}` }, icon(shape), h('span', {}, words));
}

/** A bar with its spoken meaning. @param {number} done @param {number} of @param {string} meaning */
export function meter(done, of, meaning) {
  return h('progress', { class: 'meter', max: Math.max(of, 1), value: done, 'aria-label': meaning });
}
