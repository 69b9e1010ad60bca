// @ts-check
/** The sections of the law's questions in the rail; the questions of the present one below it. */
import { icon } from '../../components/icon.js';
import { mark } from '../../components/marks.js';
import { h, refill } from '../../lib/dom.js';
import { to } from '../../lib/router.js';
import { t } from '../../lib/texts.js';
import { sectionState } from '../records/progress.js';
import { openWords } from './strip.js';

/** @typedef {import('../../ipc/types.js').ClassificationScreen} Screen */

/** The address of one question about a system. @param {string} record @param {string} question */
export function questionAt(record, question) {
  return `${to('classification', record)}?at=${encodeURIComponent(question)}`;
}

/** Lists from which one comes to a system's questions, with their names. @type {[fragment: string, name: string][]} */
const LISTS = [['#/classification', 'classification.title'], ['#/triage', 'triage.title'], ['#/duties', 'duties.title'], ['#/to-dos', 'to-dos.title'], ['#/journey', 'rail.overview'], ['#/inventory', 'inventory.title'], ['#/incidents', 'incidents.title']];

/**
 * The way back: to the list one came from, or to the system's record.
 * @param {string} cameFrom an address @param {import('../../ipc/types.js').RecordLink} record
 */
export function wayBack(cameFrom, record) {
  const list = LISTS.find(([fragment]) => cameFrom.split('?')[0] === fragment);
  return list ? { href: cameFrom, words: t(list[1]) } : { href: to('record', record.id), words: record.name };
}

/** @param {HTMLElement} element filled anew @param {Screen} screen @param {string} [cameFrom] */
export function drawTree(element, { record, sections, strip, question }, cameFrom = '') {
  const back = wayBack(cameFrom, record);
  refill(element,
    h('a', { class: 'rail-link', href: back.href }, icon('back'), h('span', { class: 'rail-record' }, back.words), h('span')),
    h('p', { class: 'quiet steps-progress' }, openWords(strip)),
    h('ol', { 'aria-label': t('classification.sections') }, sections.map((section) => {
      const here = section.id === question?.section;
      const { settled, asked } = section.progress;
      const first = section.questions.find((one) => one.standing === 'open') ?? section.questions[0];
      return h('li', {},
        h('a', { class: 'rail-link', href: questionAt(record.id, first.id), 'aria-current': here ? 'step' : null },
          mark(sectionState(section.progress)), h('span', {}, section.title),
          h('span', { class: 'count' }, settled > 0 && settled < asked ? t('rail.of', { done: settled, total: asked }) : '')),
        here ? h('ol', { class: 'law-questions' }, section.questions.map((one) => h('li', {},
          h('a', { class: 'rail-link', href: questionAt(record.id, one.id), 'aria-current': one.id === question.view.id ? 'true' : null },
            mark(one.standing), h('span', {}, one.label), one.optional ? h('span', { class: 'count' }, t('classification.optional')) : h('span'))))) : null);
    })),
    h('ul', {}, h('li', {}, h('a', { class: 'rail-link', href: to('classification', record.id, 'result') }, icon('sheet'), h('span', {}, t('classification.see-result')), h('span')))));
}
