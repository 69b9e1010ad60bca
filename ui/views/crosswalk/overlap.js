// @ts-check
/** How many requirements of one framework meet which others: an UpSet picture, and the same as a table with the requirements of each combination. */
import { drawing } from '../../components/drawing.js';
import { icon } from '../../components/icon.js';
import { meter } from '../../components/marks.js';
import { compareFrameworks, countOverlap } from '../../ipc/commands.js';
import { h, refill } from '../../lib/dom.js';
import { number } from '../../lib/format.js';
import { t, tn } from '../../lib/texts.js';
import { choice, named } from './words.js';

/** @typedef {import('../../ipc/types.js').OverlapView} OverlapView */

/** The least strength of each step of reuse. @type {[number, 'related' | 'partly' | 'strongly'][]} */
const STEPS = [[1, 'related'], [4, 'partly'], [7, 'strongly']];

/** @returns {Promise<import('./crosswalk.js').Part>} */
export async function overlapPart() {
  const { frameworks } = await compareFrameworks({ one: 'iso-42001', other: 'eu-ai-act' });
  const bases = frameworks.filter((framework) => framework.counted);
  let base = bases[0].id;
  let least = STEPS[1][0];
  const tools = h('div', { class: 'tools-row' });
  const shown = h('div', { 'aria-live': 'polite' });

  async function load() {
    const counted = await countOverlap({ base, least });
    refill(tools,
      choice('overlap-base', t('crosswalk.base'), base, bases.map(({ id, title }) => [id, title]), (value) => { base = value; return load(); }),
      choice('overlap-least', t('crosswalk.least'), String(least), STEPS.map(([step, word]) => [String(step), t(`crosswalk.reusable-${word}`)]), (value) => { least = Number(value); return load(); }));
    const title = bases.find((framework) => framework.id === base)?.title ?? base;
    refill(shown, h('p', { class: 'prose' }, t('crosswalk.overlap-lead', { total: number(counted.total), title })), drawing(counted.picture), table(counted));
  }

  await load();
  return { element: [h('div', { class: 'tools' }, tools), shown] };
}

/** @param {OverlapView} counted */
function table({ total, sets, crossings }) {
  const most = Math.max(...crossings.map((crossing) => crossing.requirements.length), 1);
  return h('table', { class: 'table upset' },
    h('caption', {}, t('crosswalk.overlap-caption')),
    h('thead', {}, h('tr', {},
      sets.map((set) => h('th', { scope: 'col', class: 'upset-set' }, h('span', {}, set.title), h('span', { class: 'quiet' }, t('crosswalk.set-size', { n: number(set.size), total: number(total) })), meter(set.size, total, t('crosswalk.set-size', { n: number(set.size), total: number(total) })))),
      h('th', { scope: 'col' }, t('crosswalk.column-count')), h('th', { scope: 'col' }, t('crosswalk.column-which')))),
    h('tbody', {}, crossings.map(({ sets: met, requirements }) => h('tr', {},
      sets.map(({ title }, place) => h('td', { class: `upset-dot ${met.includes(place) ? 'on' : ''}`.trim() },
        h('span', { role: 'img', 'aria-label': t(met.includes(place) ? 'crosswalk.meets' : 'crosswalk.meets-not', { title }) }, icon(met.includes(place) ? 'dot' : 'ring')))),
      h('td', { class: 'upset-count' }, h('b', {}, number(requirements.length)), meter(requirements.length, most, tn('crosswalk.more-requirements', requirements.length)), met.length === 0 ? h('span', { class: 'quiet' }, t('crosswalk.meets-none')) : null),
      h('td', {}, h('details', {}, h('summary', {}, tn('crosswalk.more-requirements', requirements.length)), h('ul', { class: 'plain-list' }, requirements.map((one) => h('li', {}, named(one))))))))));
}
