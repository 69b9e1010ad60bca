// @ts-check
/** Clauses and topics of Annex A in the rail, with what is left of each; the lists of what is open below. */
import { icon } from '../../components/icon.js';
import { mark, meter } from '../../components/marks.js';
import { h, refill } from '../../lib/dom.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';

/** @param {HTMLElement} element filled anew @param {import('../../ipc/types.js').GapScreen} screen @param {import('../../ipc/types.js').GapRow} here */
export function drawTopics(element, { run, topics, rows }, here) {
  const id = run.record.id;
  const said = (/** @type {typeof rows} */ some) => some.filter((row) => row.judged.said).length;
  const list = (/** @type {string} */ show, /** @type {string} */ sign, /** @type {number} */ count) => (count === 0 ? null : h('li', {}, h('a', { class: 'rail-link', href: `${to('gaps', id)}?show=${show}` }, icon(sign), h('span', {}, t(`gaps.conformity-${show}`)), h('span', { class: 'count' }, tn('count.plain', count)))));
  refill(element,
    h('a', { class: 'rail-link', href: '#/gaps' }, icon('back'), h('span', { class: 'rail-record' }, run.record.name), h('span')),
    h('div', { class: 'steps-progress' }, meter(said(rows), rows.length, t('gaps.said-of', { done: said(rows), all: rows.length })), h('p', { class: 'quiet' }, t('gaps.said-of', { done: said(rows), all: rows.length }))),
    h('ol', { 'aria-label': t('gaps.topics') }, topics.map((topic) => {
      const own = rows.filter((row) => row.topic === topic.id);
      const done = said(own);
      const first = own.find((row) => !row.judged.said) ?? own[0];
      return h('li', {}, h('a', { class: 'rail-link', href: to('gaps', id, 'interview', first.id), 'aria-current': topic.id === here.topic ? 'step' : null },
        mark(done === own.length ? 'done' : done > 0 ? 'under-way' : 'not-started'), h('span', {}, `${topic.reference} ${topic.title}`), h('span', { class: 'count' }, t('rail.of', { done, total: own.length }))));
    })),
    h('ul', {},
      list('ask-again', 'question', rows.filter((row) => row.judged.askAgain).length),
      list('flagged', 'triangle', rows.filter((row) => row.judged.flagged).length),
      h('li', {}, h('a', { class: 'rail-link', href: to('gaps', id, 'results') }, icon('sheet'), h('span', {}, t('gaps.results')), h('span')))));
}
