import './page.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.__TAURI__ = { core: { invoke: async () => [] }, event: { listen: async () => () => {} } };
const { benefitPill, dueWords, harmPill, remaining, statePill } = await import('../../ui/views/impacts/level.js');
const { hindranceAt } = await import('../../ui/views/assess/signing.js');
const { knownLine, sourceAt } = await import('../../ui/views/assess/known.js');
const { h } = await import('../../ui/lib/dom.js');
const { useTexts } = await import('../../ui/lib/texts.js');
const { uiTexts } = await import('./fake-ipc/content.js');
useTexts('en', uiTexts());

const said = (...children) => h('div', {}, ...children).textContent.replace(/\s+/g, ' ').trim();
const shape = (pill) => pill.querySelector('use').getAttribute('href');
const level = (rank) => ({ id: `l${rank}`, title: ['Low', 'Moderate', 'High', 'Very high'][rank - 1], rank });
const result = { harms: 1, benefits: 0, unrated: 0, before: null, after: level(3), benefit: null, thresholds: [] };

test('each level of a harm has a shape of its own beside its word', () => {
  const shapes = [1, 2, 3, 4].map((rank) => shape(harmPill(level(rank))));
  assert.equal(new Set(shapes).size, 4);
  assert.equal(said(harmPill(null)), 'Not weighed');
  assert.notEqual(shape(harmPill(null)), shapes[0]);
});

test('a benefit never looks like a warning', () => {
  for (const rank of [1, 2, 3, 4]) assert.equal(shape(benefitPill(level(rank))), '#icon-check');
});

test('with an entry that is not weighed the harm is at least what is shown', () => {
  assert.equal(said(remaining(result)), 'High');
  assert.equal(said(remaining({ ...result, unrated: 1 })), 'High or more');
  assert.equal(said(remaining({ ...result, after: null, unrated: 1 })), 'Not weighed');
  assert.equal(said(remaining({ ...result, harms: 0, after: null })), 'No harm entered');
});

test('a state says its revision and when it is due', () => {
  const mark = { questionnaire: 'dpia', state: 'signed', owed: 'owed', because: '', signed: 2, due: '2027-09-30' };
  assert.equal(said(statePill(mark)), 'Signed, revision 2');
  assert.match(dueWords(mark), /^next 30 Sept? 2027$/);
  const late = { ...mark, state: 'overdue' };
  assert.equal(said(statePill(late)), 'Review overdue');
  assert.match(dueWords(late), /^was due /);
  assert.equal(dueWords({ ...mark, due: null }), '');
});

test('each thing in the way of signing leads to its spot', () => {
  const subject = { questionnaire: 'impact-assessment', record: 'S', title: 'x' };
  const at = (some) => hindranceAt(subject, { kind: 'open', section: 'data', question: '', label: '', record: null, ...some });
  assert.equal(at({ question: 'aia-provenance' }), '#/assess/impact-assessment/S/data?at=aia-provenance');
  assert.equal(at({ kind: 'to-correct' }), '#/assess/impact-assessment/S/data');
  assert.equal(at({ kind: 'no-entries', section: '' }), '#/impacts/S');
  assert.equal(at({ kind: 'not-weighed', section: '', record: { id: 'I' } }), '#/questions/I');
});

test('what is known leads to where it is changed, and says whether it counts', () => {
  const source = { record: 'S', questionnaire: 'inventory', section: 'purpose', question: 'intended-purpose', label: 'Intended purpose', words: 'Sorts' };
  assert.equal(sourceAt(source), '#/questions/S/purpose?at=intended-purpose');
  assert.equal(sourceAt({ ...source, questionnaire: 'eu-ai-act', question: 'dpia-due' }), '#/classification/S?at=dpia-due');
  const fact = { value: { kind: 'text', text: 'Sorts' }, counts: true, sources: [source], reasons: ['The same fact.'] };
  assert.match(said(knownLine(fact, false)), /^Known already\. It counts/);
  assert.match(said(knownLine({ ...fact, counts: false }, false)), /counts once you confirm it/);
  assert.match(said(knownLine(fact, true)), /Intended purpose: Sorts/);
});
