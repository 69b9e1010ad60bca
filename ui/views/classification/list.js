// @ts-check
/** All systems with their classes: what is settled, what is open, what to do next. */
import { say } from '../../components/announce.js';
import { button, linkButton } from '../../components/button.js';
import { classMark, mark } from '../../components/marks.js';
import { searchField } from '../../components/search.js';
import { virtualRows } from '../../components/virtual-rows.js';
import { listClassifications } from '../../ipc/commands.js';
import { fill, h, refill } from '../../lib/dom.js';
import { number } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { changedPart } from './changed.js';
import { questionAt } from './tree.js';

/** @typedef {import('../../ipc/types.js').ClassificationPage} Page */
/** @typedef {import('../../ipc/types.js').ClassificationRow} Row */
/** @typedef {import('../../ipc/types.js').ClassificationState} State */

/** The mark that stands for each state. @type {Record<State, string>} */
const marks = { 'not-started': 'not-started', 'under-way': 'under-way', settled: 'done', signed: 'done' };

/** @param {import('../../lib/router.js').Place} place @returns {Promise<import('../routes.js').View>} */
export async function classificationsView(place) {
  const query = { search: '', class: place.query.get('class'), state: /** @type {State | null} */ (place.query.get('state')) };
  /** @type {Page} */
  let page = await listClassifications({ ...query, offset: 0, limit: 1 });
  const none = page.total === 0;

  const caption = h('p', { class: 'caption', id: 'classified-caption', 'aria-live': 'polite' });
  const body = h('tbody', {});
  const table = h('table', { class: 'table systems classified', 'aria-labelledby': 'classified-caption' },
    h('colgroup', {}, ['reference', 'name', 'class', 'state', 'next'].map((column) => h('col', { class: `col-${column}` }))),
    h('thead', {}, h('tr', {}, ['reference', 'name', 'class', 'state', 'next'].map((column) => h('th', { scope: 'col' }, t(`classification.column-${column}`))))), body);
  table.style.setProperty('--columns', '3');
  const frame = h('div', { class: 'table-frame', tabindex: '-1' }, table);
  const nothing = h('div', { class: 'empty', hidden: true });
  const chips = h('div', { class: 'tools-row' });

  const rows = virtualRows({
    frame, body, columns: () => 5,
    async fetch(offset, limit) {
      page = await listClassifications({ ...query, offset, limit });
      return page;
    },
    draw: (/** @type {Row} */ row) => systemRow(row),
    counted(matching) {
      const narrowed = query.search !== '' || query.class !== null || query.state !== null;
      caption.textContent = narrowed ? tn('classification.caption-found', matching, { total: number(page.total) }) : tn('classification.caption', matching, { settled: number(page.settled) });
      table.setAttribute('aria-rowcount', String(matching + 1));
      frame.hidden = matching === 0;
      nothing.hidden = matching > 0;
      if (matching === 0) fill(nothing, h('h2', {}, t('inventory.none-found')), button(t('inventory.show-all'), () => apply({ search: '', class: null, state: null })));
      drawChips();
    },
  });

  /** @param {Partial<typeof query>} change */
  async function apply(change) {
    Object.assign(query, change);
    search.set(query.search);
    if (await rows.load()) say(caption.textContent ?? '');
  }

  function drawChips() {
    const chip = (/** @type {string} */ key, /** @type {import('../../lib/dom.js').Child} */ words, /** @type {boolean} */ on, /** @type {number} */ count, /** @type {() => unknown} */ run) =>
      count === 0 && !on ? null : h('button', { type: 'button', class: 'chip', 'aria-pressed': String(on), 'data-key': key, onclick: run }, words, ' ', h('span', { class: 'count' }, number(count)));
    refill(chips,
      page.states.map(({ state, systems }) => chip(state, t(`classification.state-${state}`), query.state === state, systems, () => apply({ state: query.state === state ? null : state }))),
      h('span', { class: 'chip-gap' }),
      page.classes.map(({ class: one, systems }) => {
        const id = one?.id ?? 'undetermined';
        return chip(id, one?.title ?? t('classification.undetermined'), query.class === id, systems, () => apply({ class: query.class === id ? null : id }));
      }));
  }

  const search = searchField({ id: 'classified-search', label: t('classification.search'), value: '', change: (words) => apply({ search: words }), down: rows.enter });
  const changed = changedPart();
  if (!none) await rows.load();
  void changed.load();
  return {
    rail: '#/classification',
    topics: ['inventory', 'organisation'],
    async refresh() {
      await rows.load({ stay: true });
      void changed.load();
    },
    dispose: () => rows.dispose(),
    element: h('div', { class: none ? 'view' : 'view list' },
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('classification.title')), h('p', { class: 'quiet' }, t('classification.lead'))),
        none ? null : h('div', { class: 'actions' }, linkButton(t('triage.title'), '#/triage', { icon: 'table' }))),
      none
        ? h('div', { class: 'empty' }, h('h2', {}, t('inventory.none')), h('p', { class: 'prose' }, t('classification.none-line')), linkButton(t('inventory.add-first'), '#/add/system?first=yes', { look: 'primary', icon: 'plus' }))
        : [changed.element, h('div', { class: 'tools' }, h('div', { class: 'search-row' }, search.element), chips), caption, frame, nothing]),
  };
}

/** @param {Row} row */
function systemRow({ record, class: leading, settled, state, signed, toFindOut, next, nextLabel }) {
  const words = leading ? (settled ? undefined : t('classification.so-far', { class: leading.title })) : undefined;
  return h('tr', {},
    h('td', { class: 'ref' }, record.reference),
    h('th', { scope: 'row' }, h('a', { class: 'name', href: state === 'not-started' ? to('classification', record.id) : to('classification', record.id, 'result'), title: record.name }, h('span', { class: 'clamp' }, record.name))),
    h('td', {}, classMark(leading, words)),
    h('td', {}, h('span', { class: 'law-state' }, mark(marks[state]), h('span', {}, signed ? t('classification.signed-revision', { number: signed }) : t(`classification.state-${state}`), toFindOut > 0 ? ` ${tn('classification.to-find-out', toFindOut)}` : ''))),
    h('td', {}, next ? h('a', { href: questionAt(record.id, next), tabindex: '-1', 'aria-label': t('classification.answer-of', { label: nextLabel, name: record.name }) }, h('span', { class: 'clamp' }, nextLabel)) : signed ? '' : h('a', { href: to('classification', record.id, 'result'), tabindex: '-1', 'aria-label': t('classification.sign-of', { name: record.name }) }, t('classification.sign'))));
}
