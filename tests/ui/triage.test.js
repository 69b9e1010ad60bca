import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerFor, keyOf, pressed } from '../../ui/views/triage/keys.js';

const options = (count) => Array.from({ length: count }, (_, index) => ({ id: `o${index + 1}`, label: `Option ${index + 1}`, then: '' }));
const one = { question: 'seat', label: 'Seat', prompt: 'Where?', hint: '', several: false, options: options(2) };
const many = { question: 'does', label: 'Does', prompt: 'What?', hint: '', several: true, options: options(14) };
const open = { standing: 'open', chosen: [], known: null };
const said = (...chosen) => ({ standing: 'answered', chosen, known: null });
const suggested = (...known) => ({ standing: 'open', chosen: [], known: { options: known, counts: false } });
const chosen = (answer) => answer?.value?.options ?? answer?.value?.option;

test('the first nine options have digits, the others letters', () => {
  assert.deepEqual([0, 8, 9, 13].map(keyOf), ['1', '9', 'a', 'e']);
});

test('a key chooses the one option there can be', () => {
  assert.equal(chosen(pressed('2', one, open)), 'o2');
  assert.equal(chosen(pressed('1', one, said('o2'))), 'o1');
  assert.equal(pressed('3', one, open), undefined);
  assert.equal(pressed('0', one, open), undefined);
});

test('a key adds one of several options, or takes it away', () => {
  assert.deepEqual(chosen(pressed('2', many, said('o1'))), ['o1', 'o2']);
  assert.deepEqual(chosen(pressed('E', many, said('o1'))), ['o1', 'o14']);
  assert.deepEqual(chosen(pressed('1', many, said('o1', 'o2'))), ['o2']);
  assert.deepEqual(chosen(pressed('0', many, said('o1'))), [], 'none of these is an answer');
  // Where nothing was said one starts from what is suggested, and what nobody knows is no start.
  assert.deepEqual(chosen(pressed('3', many, suggested('o1'))), ['o1', 'o3']);
  assert.deepEqual(chosen(pressed('3', many, { ...suggested('o1'), standing: 'not-known' })), ['o3']);
});

test('a suggestion is taken by its key, and only where there is one', () => {
  assert.equal(chosen(pressed('=', one, suggested('o1'))), 'o1');
  assert.deepEqual(chosen(pressed('=', many, suggested())), []);
  assert.equal(pressed('=', one, open), undefined);
  assert.equal(pressed('=', one, said('o1')), undefined);
});

test('nothing is withdrawn that was not said, and not known is said once', () => {
  assert.equal(pressed('Delete', one, open), undefined);
  assert.equal(pressed('Backspace', one, said('o1')), null);
  assert.equal(pressed('?', one, open)?.state, 'not-known');
  assert.equal(pressed('?', one, { ...open, standing: 'not-known' }), undefined);
  assert.equal(pressed('ArrowDown', many, open), undefined);
  assert.equal(answerFor(one, []), null);
});
