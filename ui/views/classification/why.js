// @ts-check
/** Beside a question: why it is asked, what would change the result, what is owed as things stand. */
import { classMark } from '../../components/marks.js';
import { classificationTurns } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { day } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { turnWords } from './strip.js';
import { questionAt } from './tree.js';

/** Other answers named at once. */
const NAMED = 4;

/** @typedef {import('../../ipc/types.js').ClassificationScreen} Screen */

/** @param {string} record */
export function whyPanel(record) {
  const asked = h('div', {});
  const changing = h('div', {});
  const owing = h('div', {});
  let turn = 0;

  /** What would change the result takes longest to work out: it comes when everything else stands. @param {string | undefined} leading id of the class that leads now */
  async function drawTurns(leading) {
    turn += 1;
    const mine = turn;
    const turns = await classificationTurns(record).catch(() => []);
    if (mine !== turn) return;
    const seen = new Set();
    const shown = turns.filter((one) => one.class && one.class.id !== leading && !seen.has(one.question) && seen.add(one.question)).slice(0, NAMED);
    fill(changing, shown.length === 0 ? null : [h('h2', {}, t('classification.would-change')), h('ul', { class: 'flips' }, shown.map((one) =>
      h('li', { class: 'flip' }, h('a', { href: questionAt(record, one.question) }, turnWords(one)),
        classMark(one.class, one.settled || !one.class ? undefined : t('classification.at-least', { class: one.class.title })))))]);
  }

  return {
    element: h('div', { class: 'panel-body law-why' }, asked, changing, owing),
    /** @param {Screen} screen */
    draw({ question, owed, strip }) {
      if (!question) return;
      fill(asked, h('h2', {}, t('panel.why')), lawReasons(question),
        question.view.answer ? h('p', {}, h('a', { class: 'quiet', href: `#/history?record=${encodeURIComponent(record)}&question=${encodeURIComponent(question.view.id)}` }, t('panel.earlier'))) : null);
      fill(owing, owed.length === 0 ? null : [h('h2', {}, t('classification.then-you-owe')), owed.map(({ role, duties, first, titles }) =>
        h('p', {}, tn(first ? 'classification.owed-from' : 'classification.owed', duties, { role, day: first ? day(first) : '', titles: titles.join(', ') }))),
      h('p', {}, h('a', { href: to('classification', record, 'result') }, t('classification.see-duties')))]);
      void drawTurns(strip.class?.id);
    },
  };
}

/** Why a question is asked, its provision, and cases on both sides of its edge. @param {import('../../ipc/types.js').LawQuestion} question @returns {import('../../lib/dom.js').Child[]} */
export function lawReasons({ inside, outside, view: { why, cite, good, weak } }) {
  const pair = (/** @type {string} */ look, /** @type {string} */ name, /** @type {string} */ words) => (words ? h('div', { class: look }, h('dt', {}, name), h('dd', {}, words)) : null);
  return [
    why ? h('p', {}, why) : null,
    cite ? h('p', { class: 'ref cite' }, cite) : null,
    inside || outside || good || weak ? [h('h2', {}, t('panel.examples')), h('dl', { class: 'examples' },
      pair('good', t('classification.inside'), inside), pair('weak', t('classification.outside'), outside), pair('good', t('panel.good'), good), pair('weak', t('panel.weak'), weak))] : null,
  ];
}
