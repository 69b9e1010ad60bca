import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { match, router, to } from '../../ui/lib/router.js';

const patterns = { list: '/inventory', record: '/record/:id', step: '/questions/:id/:section' };

test('a place is found with its parameters and its query', () => {
  const place = match('#/questions/ab-1/purpose?at=owner', patterns);
  assert.equal(place.name, 'step');
  assert.deepEqual(place.params, { id: 'ab-1', section: 'purpose' });
  assert.equal(place.query.get('at'), 'owner');
});

test('what is put into an address comes out of it', () => {
  const odd = 'a/b c?d#e%';
  assert.equal(match(to('record', odd), patterns).params.id, odd);
});

test('an unknown or broken address is no place', () => {
  assert.equal(match('#/nowhere', patterns), null);
  assert.equal(match('#/record', patterns), null);
  assert.equal(match('#/record/%E0%A4%A', patterns), null);
});

let hash = '';
let changed = () => {};
beforeEach(() => {
  hash = '';
  const go = (fragment) => { hash = fragment; changed(); };
  globalThis.location = { get hash() { return hash; }, set hash(value) { go(value); } };
  globalThis.history = { replaceState: (_state, _title, fragment) => { hash = fragment; } };
  globalThis.window = { addEventListener: (_name, run) => { changed = run; } };
});
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('an unknown address leads home', async () => {
  const shown = [];
  location.hash = '#/nowhere';
  await router({ patterns, home: '#/inventory', mayLeave: async () => true, show: async (place) => { shown.push(place.name); } }).start();
  assert.deepEqual(shown, ['list']);
  assert.equal(location.hash, '#/inventory');
});

test('when one may not leave, the address goes back and nothing new is shown', async () => {
  const shown = [];
  let may = false;
  const routing = router({ patterns, home: '#/inventory', mayLeave: async () => may, show: async (place) => { shown.push(place.name); } });
  await routing.start();
  location.hash = '#/record/1';
  await settle();
  assert.deepEqual(shown, ['list']);
  assert.equal(location.hash, '#/inventory');
  may = true;
  location.hash = '#/record/1';
  await settle();
  assert.deepEqual(shown, ['list', 'record']);
});

test('of two quick moves only the last is shown', async () => {
  const shown = [];
  const waiting = [];
  const routing = router({ patterns, home: '#/inventory', mayLeave: () => new Promise((resolve) => waiting.push(resolve)), show: async (place) => { shown.push(place.params.id ?? place.name); } });
  await routing.start();
  location.hash = '#/record/1';
  location.hash = '#/record/2';
  waiting.reverse().forEach((resolve) => resolve(true));
  await settle();
  assert.deepEqual(shown, ['list', '2']);
});

test('a place can be renamed without being shown anew', async () => {
  const shown = [];
  const routing = router({ patterns, home: '#/inventory', mayLeave: async () => true, show: async (place) => { shown.push(place.name); } });
  await routing.start();
  routing.rename('#/questions/1/purpose');
  changed();
  await settle();
  assert.deepEqual(shown, ['list']);
});

test('a view that is late does not take back a newer move', async () => {
  const shown = [];
  const routing = router({ patterns, home: '#/inventory', mayLeave: async () => true, show: async (place) => { shown.push(place.params.id ?? place.name); } });
  await routing.start();
  location.hash = '#/record/2';
  routing.rename('#/questions/1/purpose');
  await settle();
  assert.deepEqual(shown, ['list', '2']);
  assert.equal(location.hash, '#/record/2');
});
