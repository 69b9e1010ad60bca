import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publish, subscribe } from '../../ui/lib/changes.js';

test('only those who show what changed read again, once, and know why', () => {
  const heard = [];
  const end = subscribe(['inventory', 'record:1'], (topics) => heard.push(topics));
  publish(['history']);
  publish(['record:1', 'inventory', 'history']);
  assert.deepEqual(heard, [['record:1', 'inventory']]);
  end();
  publish(['inventory']);
  assert.equal(heard.length, 1);
});

test('a view that is left while others are told is not told any more', () => {
  const heard = [];
  let endSecond = () => {};
  const endFirst = subscribe(['a'], () => { heard.push('first'); endSecond(); });
  endSecond = subscribe(['a'], () => heard.push('second'));
  publish(['a']);
  assert.deepEqual(heard, ['first']);
  endFirst();
});
