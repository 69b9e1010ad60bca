// @ts-check
/** The tools above the list: chips for what is asked often, menus for the rest. */
import { askLine } from '../../components/dialog.js';
import { notify } from '../../components/announce.js';
import { icon } from '../../components/icon.js';
import { popover } from '../../components/menu.js';
import { deleteView, saveView } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { number } from '../../lib/format.js';
import { t } from '../../lib/texts.js';
import { filterCount, isFixed, noFilters, toggled } from './query.js';

/** @typedef {import('../../ipc/types.js').InventoryQuery} InventoryQuery */
/** @typedef {import('../../ipc/types.js').InventoryFacets} InventoryFacets */
/** @typedef {(change: Partial<InventoryQuery>) => Promise<void>} Apply */

/** @param {InventoryFacets} facets @param {InventoryQuery['filters']} filters @param {Apply} apply */
export function filterTools({ counts, stages, owners, vendors }, filters, apply) {
  const set = (/** @type {Partial<InventoryQuery['filters']>} */ change) => apply({ filters: { ...filters, ...change } });
  return [
    counts.inScope > 0 || filters.scope === 'in' ? chip(t('inventory.in-scope'), counts.inScope, filters.scope === 'in', (on) => set({ scope: on ? 'in' : null })) : null,
    counts.undecided > 0 || filters.scope === 'undecided' ? chip(t('inventory.undecided'), counts.undecided, filters.scope === 'undecided', (on) => set({ scope: on ? 'undecided' : null })) : null,
    counts.overdue > 0 || filters.review === 'overdue' ? chip(t('inventory.review-overdue'), counts.overdue, filters.review === 'overdue', (on) => set({ review: on ? 'overdue' : null })) : null,
    counts.incomplete > 0 || filters.incomplete ? chip(t('inventory.incomplete'), counts.incomplete, filters.incomplete === true, (on) => set({ incomplete: on ? true : null })) : null,
    counts.retired > 0 || filters.retired ? chip(t('inventory.retired'), counts.retired, filters.retired, (on) => set({ retired: on })) : null,
    facetMenu(t('inventory.stage'), stages, filters.stage, (stage) => set({ stage })),
    facetMenu(t('inventory.owner'), owners, filters.owner, (owner) => set({ owner })),
    facetMenu(t('inventory.vendor'), vendors, filters.vendor, (vendor) => set({ vendor })),
    reviewMenu(filters.review, (review) => set({ review })),
    filterCount(filters) > 0 ? h('button', { type: 'button', class: 'chip-button', onclick: () => apply({ filters: noFilters() }) }, icon('close'), t('inventory.clear-filters')) : null,
  ];
}

/** @param {string} words @param {number} count @param {boolean} on @param {(on: boolean) => unknown} run */
function chip(words, count, on, run) {
  return h('button', { type: 'button', class: 'chip', 'data-key': words, 'aria-pressed': String(on), onclick: () => run(!on) }, words, h('span', { class: 'count' }, number(count)));
}

/** @param {string} words @param {import('../../ipc/types.js').Facet[]} choices @param {string[]} chosen @param {(chosen: string[]) => unknown} run */
function facetMenu(words, choices, chosen, run) {
  if (choices.length === 0) return null;
  let now = chosen;
  const left = () => (now === chosen ? undefined : run(now));
  return popover(chosen.length > 0 ? t('inventory.chosen', { what: words, n: chosen.length }) : words, (close) => {
    now = chosen;
    return [h('div', { role: 'group', 'aria-label': words }, choices.map((choice) => h('label', { class: 'check' },
      h('input', { type: 'checkbox', checked: chosen.includes(choice.id), onchange: (/** @type {Event} */ event) => { now = toggled(now, choice.id, /** @type {HTMLInputElement} */ (event.target).checked); } }),
      h('span', {}, choice.label), h('span', { class: 'count' }, number(choice.count))))),
    h('div', { class: 'popover-foot' }, h('button', { type: 'button', class: 'button quiet', onclick: () => { close(); return run(now); } }, t('inventory.apply')))];
  }, { look: `chip ${chosen.length > 0 ? 'on' : ''}`.trim(), key: words, left }).element;
}

/** @param {InventoryQuery['filters']['review']} chosen @param {(review: InventoryQuery['filters']['review']) => unknown} run */
function reviewMenu(chosen, run) {
  const choices = /** @type {const} */ ([null, 'overdue', 'soon', 'none']);
  return popover(chosen ? t(`inventory.review-${chosen}`) : t('inventory.review'), (close) => choices.map((choice) =>
    h('button', { type: 'button', class: 'menu-item', 'aria-pressed': String(choice === chosen), onclick: () => { close(); return run(choice); } },
      icon(choice === chosen ? 'dot' : 'ring', 'small'), t(choice ? `inventory.review-${choice}` : 'inventory.review-any'))), { look: `chip ${chosen ? 'on' : ''}`.trim(), key: 'review' }).element;
}

/** @param {import('../../ipc/types.js').Column[]} columns @param {string[]} shown @param {Apply} apply */
export function columnsMenu(columns, shown, apply) {
  const free = columns.filter((column) => !isFixed(column.id));
  let now = shown;
  // How far a system is stands last, whatever else is shown.
  const run = () => apply({ columns: [...now.filter((id) => !isProgress(id)), ...now.filter(isProgress)].slice(0, 12) });
  const isProgress = (/** @type {string} */ id) => free.find((column) => column.id === id)?.kind === 'progress';
  return popover(t('inventory.columns', { shown: shown.length, of: free.length }), (close) => {
    now = shown;
    return [h('div', { role: 'group', 'aria-label': t('inventory.columns-name') }, free.map((column) => h('label', { class: 'check' },
      h('input', { type: 'checkbox', checked: now.includes(column.id), onchange: (/** @type {Event} */ event) => { now = toggled(now, column.id, /** @type {HTMLInputElement} */ (event.target).checked); } }),
      h('span', {}, column.title)))),
    h('div', { class: 'popover-foot' }, h('button', { type: 'button', class: 'button quiet', onclick: () => { close(); return run(); } }, t('inventory.apply')))];
  }, { look: 'quiet', align: 'end', key: 'columns', left: () => (now === shown ? undefined : run()) }).element;
}

/** @param {import('../../ipc/types.js').SavedView[]} views @param {() => InventoryQuery} query @param {Apply} apply @param {() => unknown} changed */
export function viewsMenu(views, query, apply, changed) {
  const keep = async () => {
    const name = await askLine({ title: t('inventory.save-view'), label: t('inventory.view-name'), hint: t('inventory.view-hint'), act: t('inventory.save-view-act') });
    if (name === null) return;
    await saveView({ name, query: query() });
    notify(t('inventory.view-saved', { name }));
    await changed();
  };
  return popover(t('inventory.views'), (close) => [
    views.length === 0 ? h('p', { class: 'quiet popover-line' }, t('inventory.views-none')) : views.map((view) => h('div', { class: 'menu-row' },
      h('button', { type: 'button', class: 'menu-item', onclick: () => { close(); return apply(view.query); } }, view.name),
      h('button', { type: 'button', class: 'icon-button', 'aria-label': t('inventory.delete-view', { name: view.name }), onclick: async () => { close(); await deleteView(view.name); await changed(); } }, icon('close')))),
    h('button', { type: 'button', class: 'menu-item', onclick: () => { close(); return keep(); } }, icon('plus'), t('inventory.save-view')),
  ], { look: 'quiet', align: 'end' }).element;
}
