// @ts-check
/** What the list of systems shows: kept while the window is open, so that coming back finds it as it was left. */

/** @typedef {import('../../ipc/types.js').InventoryQuery} InventoryQuery */
/** @typedef {import('../../ipc/types.js').InventoryFilters} InventoryFilters */

/** @returns {InventoryFilters} */
export function noFilters() {
  return { stage: [], owner: [], vendor: [], review: null, scope: null, incomplete: null, retired: false };
}

/** The list as it is first seen. @param {import('../../ipc/types.js').Column[]} columns @returns {InventoryQuery} */
export function firstQuery(columns) {
  return {
    search: '', filters: noFilters(), sort: { column: 'reference', descending: false },
    columns: columns.filter((column) => column.standard && !isFixed(column.id)).map((column) => column.id),
  };
}

/** Reference and name are always there. @param {string} column */
export function isFixed(column) {
  return column === 'reference' || column === 'name';
}

/** How many filters narrow the list. @param {InventoryFilters} filters */
export function filterCount({ stage, owner, vendor, review, scope, incomplete, retired }) {
  return stage.length + owner.length + vendor.length + [review !== null, scope !== null, incomplete !== null, retired].filter(Boolean).length;
}

/** The query without the filter for retired systems where none is retired any longer: it would show nothing. @param {InventoryQuery} query @param {number} retired how many are */
export function withRetired(query, retired) {
  return query.filters.retired && retired === 0 ? { ...query, filters: { ...query.filters, retired: false } } : query;
}

/** With an id put in or taken out. @param {string[]} list @param {string} id @param {boolean} on */
export function toggled(list, id, on) {
  return on ? [...list.filter((other) => other !== id), id] : list.filter((other) => other !== id);
}

/** The order after a press on a heading: the same column turns round. @param {InventoryQuery['sort']} sort @param {string} column */
export function nextSort(sort, column) {
  return { column, descending: sort.column === column && !sort.descending };
}

/** @type {{ file: string, query: InventoryQuery } | null} */
let kept = null;

/** The query left behind in this file, if any. @param {string} file */
export function keptQuery(file) {
  return kept?.file === file ? kept.query : null;
}

/** Lets go of what narrowed the list: what came in meanwhile would not be seen. Columns and order stay. */
export function widenQuery() {
  if (kept) kept = { ...kept, query: { ...kept.query, search: '', filters: noFilters() } };
}

/** @param {string} file @param {InventoryQuery} query */
export function keepQuery(file, query) {
  kept = { file, query };
}
