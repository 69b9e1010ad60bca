import './page.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document } from './page.js';

const SUGGESTED = 'river copper lantern orchard violin saddle';
const answers = { suggest_passphrase: SUGGESTED, judge_passphrase: { strength: 'strong', advice: 'Good.' } };
let making = () => null;
globalThis.__TAURI__ = { core: { invoke: async (name) => (name === 'create_file' ? making() : answers[name]) }, event: { listen: async () => () => {} } };
const { protectionFields } = await import('../../ui/views/start/passphrase.js');
const { guidedView } = await import('../../ui/views/start/guided.js');
const { useTexts } = await import('../../ui/lib/texts.js');
const { uiTexts } = await import('./fake-ipc/content.js');
useTexts('en', uiTexts());

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
const type = (input, value) => { input.value = value; input.dispatchEvent(new Event('input', { bubbles: true })); };
const named = (root, words) => [...root.querySelectorAll('button')].find((one) => one.textContent === words);

test('a suggested passphrase is seen, the button says so, and it is to be typed again', async () => {
  const { element, read } = protectionFields();
  document.body.replaceChildren(element);
  const [first, again] = element.querySelectorAll('.secret input');
  const toggle = element.querySelector('.secret button');
  type(again, 'something older');
  named(element, 'Suggest one I can write down').click();
  await turn();
  assert.deepEqual([first.value, first.type, toggle.textContent, again.value], [SUGGESTED, 'text', 'Hide', '']);
  assert.equal(read(), null);
  toggle.click();
  assert.deepEqual([first.type, toggle.textContent], ['password', 'Show']);
  type(again, SUGGESTED);
  assert.deepEqual(read(), { passphrase: SUGGESTED });
});

test('what was refused is not said any longer once something is typed or sent', async () => {
  const { element, arrive } = await guidedView({ query: new URLSearchParams() }, { sessionChanged: async () => {} });
  document.body.replaceChildren(element);
  assert.ok(arrive);
  const errors = () => [...element.querySelectorAll('.field-error')].filter((one) => !one.hidden).map((one) => one.textContent);
  const send = () => element.querySelector('form').dispatchEvent(new Event('submit', { cancelable: true }));
  send();
  assert.equal(errors().length, 1);
  type(element.querySelector('#organisation-name'), 'Harbour Trust');
  assert.deepEqual(errors(), []);
  const [first, again] = element.querySelectorAll('.secret input');
  type(first, SUGGESTED);
  type(again, 'another');
  send();
  assert.deepEqual(errors(), ['The two are not the same. Type the second one again.']);
  type(again, SUGGESTED);
  assert.deepEqual(errors(), []);
  let done = () => {};
  making = () => new Promise((resolve) => { done = resolve; });
  send();
  await turn();
  assert.equal(element.querySelector('[role="status"]').textContent, 'The file is being made …');
  done(null);
  await turn();
  assert.equal(element.querySelector('[role="status"]').textContent, '');
});
