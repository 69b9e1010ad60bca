// @ts-check
/** One framework beside another: per requirement, what its evidence may be reused for. */
import { button } from '../../components/button.js';
import { icon } from '../../components/icon.js';
import { searchField } from '../../components/search.js';
import { say } from '../../components/announce.js';
import { compareFrameworks } from '../../ipc/commands.js';
import { h, refill } from '../../lib/dom.js';
import { day, number } from '../../lib/format.js';
import { t, tn } from '../../lib/texts.js';
import { choice, looks, named, reuseMark } from './words.js';

/** @typedef {import('../../ipc/types.js').ComparisonRow} Row */
/** @typedef {import('../../ipc/types.js').ReuseView} ReuseView */
/** @typedef {import('../../ipc/types.js').Reusable} Reusable */

/** @param {import('../../lib/router.js').Place} place @returns {Promise<import('./crosswalk.js').Part>} */
export async function comparePart(place) {
  let one = place.query.get('one') ?? 'iso-42001';
  let other = place.query.get('other') ?? 'eu-ai-act';
  let words = '';
  /** @type {Reusable | 'none' | null} */
  let only = null;
  let page = await compareFrameworks({ one, other });

  const tools = h('div', { class: 'tools-row' });
  const chips = h('div', { class: 'tools-row', role: 'group', 'aria-label': t('crosswalk.filter') });
  const caption = h('p', { class: 'caption', id: 'crosswalk-caption', 'aria-live': 'polite' });
  const body = h('tbody', {});
  const table = h('table', { class: 'table crosswalk', 'aria-labelledby': 'crosswalk-caption' },
    h('colgroup', {}, h('col', { class: 'col-requirement' }), h('col', {})),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('crosswalk.column-requirement')), h('th', { scope: 'col' }, t('crosswalk.column-reuse')))), body);
  const nothing = h('div', { class: 'empty', hidden: true }, h('h2', {}, t('crosswalk.none-found')), button(t('crosswalk.show-all'), () => { only = null; words = ''; search.set(''); draw(); }));
  const caveat = h('p', { class: 'said' });

  /** @param {string} first @param {string} second */
  async function choose(first, second) {
    // Where nobody laid the two beside each other, the first one that stands beside it takes the place.
    const beside = page.frameworks.find((framework) => framework.id === first)?.beside ?? [];
    [one, other] = [first, beside.includes(second) ? second : beside[0]];
    only = null;
    page = await compareFrameworks({ one, other });
    draw();
    say(caption.textContent ?? '');
  }

  function draw() {
    const options = page.frameworks.map(({ id, title }) => /** @type {[string, string]} */ ([id, title]));
    const beside = page.frameworks.find((framework) => framework.id === one)?.beside ?? [];
    refill(tools,
      choice('crosswalk-one', t('crosswalk.one'), one, options, (value) => choose(value, other)),
      choice('crosswalk-other', t('crosswalk.other'), other, options.filter(([id]) => beside.includes(id)), (value) => choose(one, value)),
      button(t('crosswalk.turn'), () => choose(other, one), { icon: 'undo' }));
    refill(chips, page.counts.map(({ reusable, rows }) => {
      const step = reusable ?? 'none';
      return rows === 0 && only !== step ? null : h('button', { type: 'button', class: `button chip ${only === step ? 'on' : ''}`, 'aria-pressed': String(only === step), 'data-key': step, onclick: () => { only = only === step ? null : step; draw(); say(caption.textContent ?? ''); } },
        icon(looks[step][0], 'inline'), t(`crosswalk.reusable-${step}`), ' ', h('span', { class: 'count' }, number(rows)));
    }));
    const rows = page.rows.filter(fits);
    caption.textContent = tn('crosswalk.rows', rows.length);
    refill(body, rows.map(row));
    table.hidden = rows.length === 0;
    nothing.hidden = rows.length > 0;
    caveat.textContent = `${page.caveat} ${t('crosswalk.as-of', { day: day(page.asOf) })}`;
  }

  /** @param {Row} row */
  function fits({ requirement, reuse }) {
    const strongest = reuse.reduce((/** @type {Reusable | 'none'} */ best, link) => (rank[link.reusable] > rank[best] ? link.reusable : best), 'none');
    if (only !== null && strongest !== only) return false;
    const text = [requirement, ...reuse.map((link) => link.other)].map((end) => `${end.reference} ${end.title}`).join(' ').toLowerCase();
    return words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
  }

  const search = searchField({ id: 'crosswalk-search', label: t('crosswalk.search'), change: (wanted) => { words = wanted; draw(); say(caption.textContent ?? ''); } });
  draw();
  return { element: [h('div', { class: 'tools' }, tools, h('div', { class: 'search-row' }, search.element), chips), caption, table, nothing, caveat] };
}

const rank = { strongly: 3, partly: 2, related: 1, none: 0 };

/** @param {Row} row */
function row({ requirement, reuse }) {
  return h('tr', { id: requirement.id },
    h('th', { scope: 'row' }, named(requirement)),
    h('td', {}, reuse.length === 0 ? h('span', { class: 'quiet' }, t('crosswalk.nothing')) : h('ul', { class: 'reuse-list' }, reuse.map(link))));
}

/** @param {ReuseView} link */
function link({ other, relation, strength, reusable, basis, backwards, through }) {
  const besides = [t(`crosswalk.relation-${relation}`), t('crosswalk.strength', { n: strength }), t(`crosswalk.basis-${basis}`)];
  if (backwards) besides.push(t('crosswalk.backwards'));
  if (through) besides.push(t('crosswalk.through', { reference: through }));
  return h('li', {}, reuseMark(reusable), h('span', { class: 'reuse-end' }, named(other)), h('span', { class: 'quiet' }, besides.join(' · ')));
}
