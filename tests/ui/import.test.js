import './page.js';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

/** What was asked of the other side, and what it answers. @type {any[]} */
let asked = [];
let answer = async (_name, _request) => null;
globalThis.__TAURI__ = {
  core: { invoke: async (name, args) => { asked.push([name, args?.request]); return answer(name, args?.request); } },
  event: { listen: async () => () => {} },
};
const { mappingTable } = await import('../../ui/views/import/mapping.js');
const { useTexts } = await import('../../ui/lib/texts.js');
const { uiTexts } = await import('./fake-ipc/content.js');
useTexts('en', uiTexts());

const options = [{ id: 'in-use', label: 'In use' }, { id: 'retired', label: 'Retired' }];
const none = { words: [], different: 0, unknown: 0 };
const words = { words: [{ word: 'Dormant', count: 3, meaning: null }, { word: 'live', count: 40, meaning: 'in-use' }, { word: 'ended', count: 2, meaning: 'in-use | retired' }], different: 3, unknown: 1 };
const column = (index, heading, target, more = {}) => ({ index, heading, samples: [], target, reason: 'Why.', words: none, ...more });
const list = () => ({
  token: 'i', file: 'l.csv', options: { encoding: 'utf-8', delimiter: ',', sheet: null, headerRow: 1 }, sheets: [], encodings: ['utf-8'], delimiters: [','], rows: 45,
  columns: [column(0, 'System', 'name'), column(1, 'Phase', 'lifecycle-stage', { words }), column(2, 'More', '+intended-purpose')],
  targets: [{ id: 'name', label: 'Name', section: '', options: [] }, { id: 'lifecycle-stage', label: 'Stage', section: 'Life', options }, { id: 'intended-purpose', label: 'Intended purpose', section: 'Use', options: [] }],
  preview: [], mappings: ['Ours', 'Shipped'], saved: ['Ours'], mapping: 'Ours', remarks: [],
});
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
const select = (root, name) => [...root.querySelectorAll('select')].find((one) => one.getAttribute('aria-label') === name);
const pick = (input, value) => { input.value = value; input.dispatchEvent(new Event('change')); return turn(); };
const byWord = (root, word) => select(root, `How “${word}” of the column “Phase” is read`);

/** The table with the words of the second column unfolded. */
function unfolded(acts = {}) {
  const made = mappingTable(list(), { read: () => {}, follow: async () => {}, ...acts });
  document.body.replaceChildren(made.element);
  const details = made.element.querySelectorAll('details.words')[1];
  details.setAttribute('open', '');
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  return { ...made, details };
}
beforeEach(() => { asked = []; answer = async () => null; });

test('each word of a choice shows what it becomes, and one that fits nothing says so', () => {
  const { element, details } = unfolded();
  assert.equal(element.querySelectorAll('.words-row:not([hidden])').length, 1);
  assert.match(details.querySelector('summary').textContent, /3 different words.*1 fits no option/);
  assert.equal(byWord(element, 'live').value, 'in-use');
  assert.equal(byWord(element, 'Dormant').value, '');
  const several = byWord(element, 'ended');
  assert.equal(several.value, 'in-use | retired');
  assert.equal([...several.options].find((one) => one.value === several.value).textContent, 'In use + Retired');
  assert.deepEqual([...byWord(element, 'live').options].map((one) => one.value), ['in-use', 'retired', '?', 'n/a', '-']);
});

test('a word read otherwise goes with its column, and what follows from it is shown', async () => {
  const { element, columns, details } = unfolded();
  answer = async () => ({ words: words.words.map((one) => ({ ...one, meaning: one.meaning ?? 'retired' })), different: 3, unknown: 0 });
  await pick(byWord(element, 'live'), '-');
  assert.deepEqual(asked, [['read_words', { token: 'i', column: { index: 1, target: 'lifecycle-stage', words: [{ word: 'live', meaning: '-' }] } }]]);
  assert.equal(byWord(element, 'Dormant').value, 'retired');
  assert.doesNotMatch(details.querySelector('summary').textContent, /fits no option/);
  assert.deepEqual(columns()[1], { index: 1, target: 'lifecycle-stage', words: [{ word: 'live', meaning: '-' }] });
});

test('a column sent elsewhere forgets what was said about its words', async () => {
  const { element, columns } = unfolded();
  answer = async () => words;
  await pick(byWord(element, 'live'), 'retired');
  await pick(select(element, 'What the column “Phase” becomes'), 'intended-purpose');
  assert.equal(element.querySelectorAll('.words-row:not([hidden])').length, 0);
  assert.deepEqual(columns()[1], { index: 1, target: 'intended-purpose', words: [] });
  await pick(select(element, 'What the column “Phase” becomes'), 'lifecycle-stage');
  assert.deepEqual(asked.at(-1), ['read_words', { token: 'i', column: { index: 1, target: 'lifecycle-stage', words: [] } }]);
  assert.equal(element.querySelectorAll('.words-row:not([hidden])').length, 1);
});

test('a column that goes below an answer says so and stays there', () => {
  const { element, columns } = unfolded();
  const chosen = select(element, 'What the column “More” becomes');
  assert.equal(chosen.value, '+intended-purpose');
  assert.match([...chosen.options].find((one) => one.value === chosen.value).textContent, /Intended purpose/);
  assert.equal(columns()[2].target, '+intended-purpose');
});

test('only a match saved in this file can be deleted, after a question', async () => {
  const followed = [];
  const { element } = unfolded({ follow: async (name) => followed.push(name) });
  window.HTMLElement.prototype.showModal ??= function showModal() {};
  window.HTMLElement.prototype.close ??= function close() { this.dispatchEvent(new Event('close')); };
  window.HTMLElement.prototype.getClientRects ??= () => [];
  answer = async () => ({ value: [], changed: ['settings'], at: '', undo: 'u', redo: null });
  const act = () => [...element.querySelectorAll('button')].find((one) => one.getAttribute('aria-label') === 'Delete the match “Ours”');
  act().click();
  await turn();
  assert.deepEqual(asked, [], 'nothing before the answer');
  [...document.querySelectorAll('dialog button')].find((one) => one.classList.contains('danger')).click();
  await turn();
  assert.deepEqual(asked, [['delete_mapping', { name: 'Ours' }]]);
  assert.deepEqual(followed, [null]);

  const shipped = mappingTable({ ...list(), mapping: 'Shipped' }, { read: () => {}, follow: async () => {} });
  assert.doesNotMatch(shipped.element.textContent, /Delete/);
});

test('two columns that become the same are not joined unseen', async () => {
  const { element } = unfolded();
  const warned = () => [...element.querySelectorAll('.mapping p.late:not([hidden])')].map((one) => one.textContent);
  assert.deepEqual(warned(), []);
  await pick(select(element, 'What the column “More” becomes'), 'lifecycle-stage');
  assert.deepEqual(warned(), ['“More” becomes this too. See that both belong here.', '“Phase” becomes this too. See that both belong here.']);
  await pick(select(element, 'What the column “More” becomes'), '');
  assert.deepEqual(warned(), []);
});
