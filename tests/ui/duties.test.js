import './page.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.__TAURI__ = { core: { invoke: async () => [] }, event: { listen: async () => () => {} } };
const { dutyParts } = await import('../../ui/views/duties/panel.js');
const { h } = await import('../../ui/lib/dom.js');
const { useTexts } = await import('../../ui/lib/texts.js');
const { uiTexts } = await import('./fake-ipc/content.js');
useTexts('en', uiTexts());

const line = { system: { id: 's1', kind: 'system', reference: 'AI-006', name: 'HR screening', retired: false }, duty: 'O-LIT', role: { id: 'deployer', title: 'Deployer' } };
const duty = { id: 'O-LIT', title: 'AI literacy', plain: 'See to it that people know.', trigger: 'Any system.', article: 'Art. 4', effective: '2027-12-02', effectiveWhy: 'it applies', effectiveOpen: false, formal: '2025-02-02', legacy: '', legacyOpen: false, legacyBy: null, unsettled: [], penalty: '', routes: [] };
const detail = { duty, role: { mark: { id: 'deployer', title: 'Deployer' }, plain: 'Whoever uses it.', cite: 'Art. 3(4)' }, unsettled: [{ title: 'How far', readings: ['Wide', 'Narrow'], ours: 1, why: 'By its words.', confidence: 'medium', cite: 'Art. 4', draft: false, applies: true }] };
const terms = (shown) => Object.fromEntries([...shown.querySelectorAll('dl > div')].map((pair) => [pair.querySelector('dt').textContent, pair.querySelector('dd').textContent.replace(/\s+/g, ' ').trim()]));

test('a duty in full says its provision, its meaning, who owes it, why and from when', () => {
  const shown = h('div', {}, dutyParts(line, detail));
  assert.match(shown.querySelector('.cite').textContent, /^O-LIT · Art\. 4$/);
  assert.match(shown.textContent, /See to it that people know\./);
  const said = terms(shown);
  assert.match(said.Who, /^Deployer Whoever uses it\. Art\. 3\(4\) ?AI-006 HR screening$/);
  assert.equal(said['What brings it about'], 'Any system.');
  assert.match(said['Binds from, by the reading followed here'], /^2 Dec 2027 · it applies$/);
  assert.equal(said['By the letter from'], '2 Feb 2025');
});

test('every reading of what is unsettled stands there, with the one that is followed', () => {
  const said = terms(h('div', {}, dutyParts(line, detail)))['Unsettled in law'];
  assert.match(said, /Other reading: Wide/);
  assert.match(said, /Followed here: Narrow/);
});

test('a duty without a day says so, and nothing is said that the law does not have', () => {
  const said = terms(h('div', {}, dutyParts(line, { ...detail, duty: { ...duty, effective: null, formal: null, trigger: '' }, unsettled: [] })));
  assert.deepEqual(Object.keys(said), ['Who', 'Binds from, by the reading followed here']);
  assert.equal(said['Binds from, by the reading followed here'], 'No day');
});
