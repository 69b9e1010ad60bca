// @ts-check
/** The list of AI systems: search, filters, order, columns, saved views. */
import { notify, say } from '../../components/announce.js';
import { button, linkButton } from '../../components/button.js';
import { icon } from '../../components/icon.js';
import { menu } from '../../components/menu.js';
import { searchField } from '../../components/search.js';
import { PAGE, virtualRows } from '../../components/virtual-rows.js';
import { exportList, inventoryFacets, listSystems } from '../../ipc/commands.js';
import { fill, h, refill } from '../../lib/dom.js';
import { day, number } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { columnsMenu, filterTools, viewsMenu } from './filters.js';
import { filterCount, firstQuery, keepQuery, keptQuery, nextSort, noFilters, withRetired } from './query.js';

/** @typedef {import('../../ipc/types.js').InventoryRow} InventoryRow */
/** @typedef {import('../../ipc/types.js').Column} Column */

/** @param {import('../../lib/router.js').Place} _place @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function inventoryView(_place, desk) {
  const file = desk.session().fileId;
  const kept = keptQuery(file);
  // Whoever comes back gets the rows while the head is counted: what they ask for is known.
  let [facets, ahead] = await Promise.all([inventoryFacets(), kept && listSystems({ query: kept, offset: 0, limit: PAGE })]);
  let query = withRetired(kept ?? firstQuery(facets.columns), facets.counts.retired);
  const none = facets.counts.total === 0 && facets.counts.retired === 0;

  const caption = h('p', { class: 'caption', id: 'systems-caption', 'aria-live': 'polite' });
  const head = h('thead', {});
  const body = h('tbody', {});
  const columns = h('colgroup', {});
  const table = h('table', { id: 'systems', class: 'table systems', 'aria-labelledby': 'systems-caption' }, columns, head, body);
  const frame = h('div', { class: 'table-frame', tabindex: '-1' }, table);
  const nothing = h('div', { class: 'empty', hidden: true });
  const tools = h('div', { class: 'tools' });
  const choices = h('div', { class: 'tools-row' });
  const arrangement = h('span', { class: 'push' });

  const rows = virtualRows({
    frame, body, columns: () => 2 + shownColumns().length,
    async fetch(offset, limit) {
      const found = offset === 0 && query === kept ? ahead : null;
      ahead = null;
      return found ?? listSystems({ query, offset, limit });
    },
    draw: (/** @type {InventoryRow} */ row) => systemRow(row, shownColumns()),
    counted: tellCount,
  });

  /** @returns {Column[]} */
  const shownColumns = () => query.columns.flatMap((id) => facets.columns.find((column) => column.id === id) ?? []);

  let matching = 0;
  const narrowed = () => query.search !== '' || filterCount(query.filters) > 0;

  /** @param {number} found */
  function tellCount(found) {
    matching = found;
    const sorted = facets.columns.find((column) => column.id === query.sort.column)?.title ?? query.sort.column;
    caption.textContent = [
      narrowed() ? tn('inventory.caption-found', matching, { total: number(facets.counts.total) }) : tn('inventory.caption', matching),
      t(query.sort.descending ? 'inventory.sorted-down' : 'inventory.sorted', { column: sorted }),
    ].join(' ');
    table.setAttribute('aria-rowcount', String(matching + 1));
    frame.hidden = matching === 0;
    nothing.hidden = matching > 0;
    if (matching === 0) {
      // Nothing is searched or filtered, and yet no system is there: all of them are retired.
      const [words, filters] = narrowed() ? ['none-found', noFilters()] : ['all-retired', { ...noFilters(), retired: true }];
      fill(nothing, h('h2', {}, t(`inventory.${words}`)), h('p', {}, t(`inventory.${words}-line`)),
        button(t(narrowed() ? 'inventory.show-all' : 'inventory.show-retired'), () => apply({ search: '', filters })));
    }
  }

  /** @param {Partial<typeof query>} change */
  async function apply(change) {
    const { filters, sort, columns: ids } = query;
    query = { ...query, ...change };
    keepQuery(file, query);
    // A key in the search field changes the rows and nothing above them.
    if (query.sort !== sort || query.columns !== ids) drawHead();
    if (query.filters !== filters || query.columns !== ids) drawTools();
    search.set(query.search);
    if (await load()) say(caption.textContent ?? '');
  }

  /** @param {{ stay?: boolean }} [how] */
  async function load(how) {
    const words = query.search;
    const shown = await rows.load(how);
    if (shown) table.dataset.search = words;
    return shown;
  }

  function drawHead() {
    const shown = shownColumns();
    const all = [fixed('reference'), fixed('name'), ...shown];
    fill(columns, all.map((column) => h('col', { class: `col-${column.id === 'reference' ? 'reference' : column.id === 'name' ? 'name' : column.kind}` })));
    table.style.setProperty('--columns', String(shown.length));
    fill(head, h('tr', { 'aria-rowindex': '1' }, all.map((column) => {
      const sorted = query.sort.column === column.id;
      return h('th', { scope: 'col', 'aria-sort': sorted ? (query.sort.descending ? 'descending' : 'ascending') : null },
        column.sortable ? h('button', { type: 'button', class: 'sort', onclick: async () => { await apply({ sort: nextSort(query.sort, column.id) }); refocus(column.id); }, 'data-column': column.id },
          h('span', { title: column.title }, column.title), sorted ? icon(query.sort.descending ? 'down' : 'up') : null) : column.title);
    })));
  }

  // The heading that was pressed is drawn anew: the focus stays on it.
  const refocus = (/** @type {string} */ id) => /** @type {HTMLElement | null} */ (head.querySelector(`[data-column="${id}"]`))?.focus();
  const fixed = (/** @type {string} */ id) => facets.columns.find((column) => column.id === id) ?? { id, title: t(`inventory.column-${id}`), kind: /** @type {const} */ ('text'), standard: true, sortable: true };

  function drawTools() {
    refill(choices, filterTools(facets, query.filters, apply));
    refill(arrangement, viewsMenu(facets.views, () => query, apply, reread), columnsMenu(facets.columns, query.columns, apply));
  }

  async function reread() {
    facets = await inventoryFacets();
    query = withRetired(query, facets.counts.retired);
    drawTools();
  }

  /** @param {'csv' | 'xlsx' | 'json'} format */
  const exported = async (format) => {
    const saved = await exportList({ format, query });
    if (saved) notify(`${t('inventory.exported', { name: saved.file })} ${exportedCount()}`);
  };
  // The list goes out as it is filtered: that must be seen before and after.
  const exportedCount = () => (narrowed() ? tn('inventory.caption-found', matching, { total: number(facets.counts.total) }) : tn('inventory.caption', matching));

  const search = searchField({ id: 'inventory-search', label: t('inventory.search'), value: query.search, change: (words) => apply({ search: words }), down: rows.enter });
  fill(tools, h('div', { class: 'search-row' }, search.element, arrangement), choices);
  drawHead();
  drawTools();
  if (!none) await load();
  return {
    topics: ['inventory'],
    async refresh() {
      await reread();
      await load({ stay: true });
    },
    dispose() {
      rows.dispose();
    },
    element: h('div', { class: none ? 'view' : 'view list' },
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('inventory.title'))),
        h('div', { class: 'actions' },
          none ? null : menu(t('inventory.export'), [
            { words: t('inventory.export-xlsx'), run: () => exported('xlsx') },
            { words: t('inventory.export-csv'), run: () => exported('csv') },
            { words: t('inventory.export-json'), run: () => exported('json') },
          ], { align: 'end', about: exportedCount }),
          linkButton(t('inventory.import'), '#/import'),
          linkButton(t('inventory.add'), '#/add/system', { look: 'primary', icon: 'plus' }))),
      none
        ? h('div', { class: 'empty' }, h('h2', {}, t('inventory.none')), h('p', { class: 'prose' }, t('inventory.none-line')),
          h('div', { class: 'actions' }, linkButton(t('inventory.add-first'), '#/add/system?first=yes', { look: 'primary', icon: 'plus' }), linkButton(t('inventory.import'), '#/import')))
        : [tools, caption, frame, nothing]),
  };
}

/** @param {InventoryRow} row @param {Column[]} columns */
function systemRow({ record, cells, reviewDue, overdue, settled, asked }, columns) {
  return h('tr', { class: record.retired ? 'retired' : null },
    h('td', { class: 'ref' }, record.reference),
    h('th', { scope: 'row' }, h('a', { class: 'name', href: to('record', record.id), title: record.name }, h('span', { class: 'clamp' }, record.name))),
    columns.map((column, index) => {
      if (column.kind === 'progress') return progressCell(settled, asked);
      const cell = cells[index] ?? '';
      if (column.id === 'review-due' && reviewDue) return h('td', { class: overdue ? 'late' : null }, overdue ? icon('triangle', 'inline') : null, day(reviewDue), overdue ? h('span', { class: 'spoken' }, ` ${t('inventory.overdue')}`) : null);
      const words = column.kind === 'date' && /^\d{4}-\d{2}-\d{2}/.test(cell) ? day(cell) : cell;
      return h('td', { title: words.length > 24 ? words : null }, words.length > SHORT ? h('span', { class: 'clamp' }, words) : words);
    }));
}

/** What so many characters say never takes more than two lines, so nothing has to cut it. */
const SHORT = 12;

/** The words, over a bar that is only a background: a list has many of them. @param {number} settled @param {number} asked */
function progressCell(settled, asked) {
  const cell = h('td', { class: 'progress-cell', title: t('record.settled', { settled, asked }) }, t('rail.of', { done: settled, total: asked }));
  cell.style.setProperty('--done', String(settled / Math.max(asked, 1)));
  return cell;
}
