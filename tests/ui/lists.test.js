import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterCount, firstQuery, keepQuery, keptQuery, nextSort, noFilters, toggled, widenQuery, withRetired } from '../../ui/views/inventory/query.js';

const column = (id, standard = true) => ({ id, title: id, kind: 'text', standard, sortable: true });

test('the first list shows the standard columns beside reference and name', () => {
  const query = firstQuery([column('reference'), column('name'), column('owner'), column('vendor', false)]);
  assert.deepEqual(query.columns, ['owner']);
  assert.deepEqual(query.sort, { column: 'reference', descending: false });
  assert.equal(filterCount(query.filters), 0);
});

test('every kind of filter counts once for each thing chosen', () => {
  assert.equal(filterCount({ ...noFilters(), stage: ['in-use', 'pilot'], review: 'overdue', retired: true, incomplete: true, scope: 'in' }), 6);
});

test('a press on a heading sorts by it, a second one turns the order round', () => {
  const once = nextSort({ column: 'reference', descending: false }, 'name');
  assert.deepEqual(once, { column: 'name', descending: false });
  assert.deepEqual(nextSort(once, 'name'), { column: 'name', descending: true });
  assert.deepEqual(nextSort(nextSort(once, 'name'), 'name'), { column: 'name', descending: false });
});

test('an id is in a list once or not at all', () => {
  assert.deepEqual(toggled(['a'], 'a', true), ['a']);
  assert.deepEqual(toggled(['a', 'b'], 'a', false), ['b']);
});

test('the list of one file is not shown for another', () => {
  const query = firstQuery([]);
  keepQuery('file-1', query);
  assert.equal(keptQuery('file-1'), query);
  assert.equal(keptQuery('file-2'), null);
});

test('the filter for retired systems goes with the last of them, and no other filter does', () => {
  const query = { ...firstQuery([]), filters: { ...noFilters(), retired: true, review: 'overdue' } };
  assert.deepEqual(withRetired(query, 0).filters, { ...noFilters(), review: 'overdue' });
  assert.equal(withRetired(query, 1), query);
});

test('what came in is seen: search and filters go, columns and order stay', () => {
  const query = { ...firstQuery([column('owner')]), search: 'loan', filters: { ...noFilters(), stage: ['pilot'] }, sort: { column: 'name', descending: true } };
  keepQuery('file-1', query);
  widenQuery();
  assert.deepEqual(keptQuery('file-1'), { ...query, search: '', filters: noFilters() });
});
