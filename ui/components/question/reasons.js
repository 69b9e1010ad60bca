// @ts-check
/** Why a question is asked, the provision behind it, a good and a weak answer, and what follows. */
import { h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';

/** @param {import('../../ipc/types.js').QuestionView} question @returns {import('../../lib/dom.js').Child[]} */
export function reasons(question) {
  const follows = question.options.filter((option) => option.then);
  return [
    question.why ? h('p', {}, question.why) : null,
    question.cite ? h('p', { class: 'ref cite' }, question.cite) : null,
    question.good || question.weak ? [
      h('h2', {}, t('panel.examples')),
      h('dl', { class: 'examples' },
        question.good ? h('div', { class: 'good' }, h('dt', {}, t('panel.good')), h('dd', {}, question.good)) : null,
        question.weak ? h('div', { class: 'weak' }, h('dt', {}, t('panel.weak')), h('dd', {}, question.weak)) : null),
    ] : null,
    follows.length > 0 ? [
      h('h2', {}, t('panel.follows')),
      h('dl', { class: 'follows' }, follows.map((option) => h('div', {}, h('dt', {}, option.label), h('dd', {}, option.then)))),
    ] : null,
  ];
}
