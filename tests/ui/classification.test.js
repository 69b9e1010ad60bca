import './page.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.__TAURI__ = { core: { invoke: async () => [] }, event: { listen: async () => () => {} } };
const { questionField } = await import('../../ui/components/question/field.js');
const { classMark } = await import('../../ui/components/marks.js');
const { openWords, stripParts, turnWords } = await import('../../ui/views/classification/strip.js');
const { drawTree, questionAt, wayBack } = await import('../../ui/views/classification/tree.js');
const { differenceList, differenceWords } = await import('../../ui/views/classification/differences.js');
const { reasonsPart } = await import('../../ui/views/classification/reasons.js');
const { revisionsPart } = await import('../../ui/views/classification/signing.js');
const { h } = await import('../../ui/lib/dom.js');
const { useTexts } = await import('../../ui/lib/texts.js');
const { uiTexts } = await import('./fake-ipc/content.js');
useTexts('en', uiTexts());

const high = { id: 'high_risk_annex_iii', title: 'High-risk (listed use)' };
const strip = { class: high, settled: false, others: [], reason: 'Recruitment', cite: 'Annex III point 4(a)', points: ['4(a)'], open: 2, openIn: ['Dates'], toFindOut: 0 };
const view = (kind, more = {}) => ({ id: 'q', kind, label: 'Q', prompt: 'Which?', hint: '', why: '', cite: '', good: '', weak: '', options: [{ id: 'a', label: 'A', then: '' }, { id: 'b', label: 'B', then: '' }], linksTo: null, required: false, standing: 'open', answer: null, shownBecauseOf: [], ...more });

/** A field with what it sent. */
function field(asked, options = {}) {
  const sent = [];
  const made = questionField(asked, { edit: (_id, answer) => sent.push(answer), withdraw: () => {}, flush: () => {}, onFocus: () => {}, onward: () => {}, ...options });
  document.body.replaceChildren(made.element);
  return { ...made, sent };
}
const said = (element) => element.textContent.replace(/\s+/g, ' ').trim();

test('what holds so far is never said as if it were the end of it', () => {
  const words = (some) => said(h('div', {}, stripParts({ ...strip, ...some })));
  assert.match(words({}), /^High-risk \(listed use\), so far/);
  assert.match(words({}), /Open answers in “Dates” can still change this\./);
  assert.match(words({ settled: true, open: 0 }), /^High-risk \(listed use\) ?Recruitment/);
  assert.match(words({ settled: true, open: 0 }), /No open question can change this/);
  assert.match(words({ class: null, reason: '', cite: '' }), /^Undetermined/);
  assert.equal(openWords({ ...strip, settled: true, open: 3, toFindOut: 1 }), 'Open answers in “Dates” can still add to it. 1 to find out.');
  // Most open questions fall away and others come: a number of them would promise what does not hold.
  assert.equal(openWords({ ...strip, open: 123, openIn: ['Practices', 'Dates', 'Listed uses'] }), 'Open answers in “Practices” and 2 more sections can still change this.');
  assert.doesNotMatch(words({ open: 123, openIn: ['Practices', 'Dates'] }), /\d{3}/);
});

test('every class has a shape of its own kind beside its word', () => {
  const shape = (id) => classMark(id ? { id, title: id } : null).querySelector('use').getAttribute('href');
  assert.equal(shape('prohibited'), '#icon-octagon');
  assert.equal(shape('high_risk_annex_i'), '#icon-triangle');
  assert.equal(shape('transparency'), '#icon-bubble');
  assert.equal(shape('minimal'), '#icon-dot');
  assert.equal(shape(null), '#icon-dashed');
});

test('another answer is put as a person would say it', () => {
  const turn = { question: 'q', label: 'What it does', words: 'It ranks', answered: true, class: high, settled: true };
  assert.equal(turnWords({ ...turn, said: 'is' }), 'What it does: It ranks');
  assert.equal(turnWords({ ...turn, said: 'with' }), 'What it does: also It ranks');
  assert.equal(turnWords({ ...turn, said: 'without' }), 'What it does: without It ranks');
  assert.equal(turnWords({ ...turn, said: 'none', words: '' }), 'What it does: none of these');
});

test('what is known from elsewhere is shown, sent only once it is confirmed, and gives way to what is said here', () => {
  const known = { suggested: { kind: 'many', options: ['b'] } };
  const made = field(view('multi'), known);
  const [a, b] = made.element.querySelectorAll('input');
  assert.equal(b.checked, true);
  assert.equal(made.standing(), 'suggested');
  assert.deepEqual(made.sent, []);
  made.confirm();
  assert.deepEqual(made.sent.at(-1).value, { kind: 'many', options: ['b'] });
  assert.equal(made.standing(), 'said');
  a.checked = true;
  a.dispatchEvent(new Event('change'));
  assert.deepEqual(made.sent.at(-1).value, { kind: 'many', options: ['a', 'b'] });
  const own = field(view('multi', { answer: { state: 'given', value: { kind: 'many', options: ['a'] }, note: '' } }), known);
  assert.deepEqual([...own.element.querySelectorAll('input')].map((input) => input.checked), [true, false, false]);
  assert.equal(own.standing(), 'said');
});

test('several left empty and confirmed means none of them; one option left empty means nothing', () => {
  const several = field(view('multi'));
  assert.equal(several.standing(), 'empty');
  several.confirm();
  assert.deepEqual(several.sent.at(-1), { state: 'given', value: { kind: 'many', options: [] }, note: '' });
  assert.equal(several.element.querySelectorAll('input')[2].checked, true);
  assert.equal(field(view('single')).standing(), 'empty');
});

test('"don’t know yet" asks the owner unless somebody else is named, and "not applicable" is offered only where it can be true', () => {
  const owner = { id: 'p', kind: 'person', reference: 'PER-001', name: 'Head of people', retired: false };
  const made = field(view('multi'), { askedOf: owner, applies: true });
  const chips = [...made.element.querySelectorAll('.field-other button')];
  assert.deepEqual(chips.map(said), ['Don’t know yet']);
  chips[0].click();
  assert.deepEqual(made.sent.at(-1), { state: 'not-known', askedOf: 'p', note: '' });
  assert.deepEqual([...field(view('single')).element.querySelectorAll('.field-other button')].map(said), ['Don’t know yet', 'Not applicable']);
});

test('what an option leads to stands beside it and belongs to its description', () => {
  const made = field(view('multi'));
  made.showEffects(new Map([['a', 'Leads to: High-risk'], ['', 'It stays: Minimal']]));
  const [a, , none] = made.element.querySelectorAll('.option');
  assert.match(said(a), /Leads to: High-risk/);
  assert.match(said(none), /It stays: Minimal/);
  const input = a.querySelector('input');
  const described = input.getAttribute('aria-describedby').split(' ').map((id) => made.element.querySelector(`#${id}`)?.textContent);
  assert.ok(described.includes('Leads to: High-risk'));
});

test('what is only said not to apply stands open with its reason, also where a rule ended by it is folded away', () => {
  const rule = (more) => ({ rule: 'r', stage: 'Scope', title: 'R', plain: 'P.', cite: 'Art. 2', class: null, role: '', point: '', open: false, counts: true, decidedBy: [], ...more });
  const aside = { question: 'our-seat', label: 'Our seat', said: 'not-applicable', words: 'Not applicable: we are at sea' };
  const result = { record: { id: 's' }, reasons: [rule({ class: high })], notMet: [rule({ decidedBy: [aside] }), rule({ decidedBy: [aside] })] };
  const part = reasonsPart(result);
  for (const folded of part.querySelectorAll('details')) folded.remove();
  const statements = said(part).match(/we are at sea/g);
  assert.equal(statements?.length, 1);
  assert.match(said(part), /1 question is said not to apply\. No rule checks that/);
  assert.doesNotMatch(said(reasonsPart({ ...result, notMet: [] })), /said not to apply/);
});

test('the tree leads to the first open question of each section and unfolds the present one', () => {
  const entry = (id, standing) => ({ id, label: id.toUpperCase(), standing, optional: false });
  const progress = { asked: 2, settled: 1, toFindOut: 0, requiredOpen: 1 };
  const sections = [
    { id: 'one', title: 'One', intro: '', progress, questions: [entry('a', 'answered'), entry('b', 'open')] },
    { id: 'two', title: 'Two', intro: '', progress, questions: [entry('c', 'open')] },
  ];
  const element = h('div', { class: 'wizard-steps' });
  drawTree(element, { record: { id: 'r 1', name: 'HR', reference: 'AI-1', kind: 'system', retired: false }, sections, strip, question: { section: 'one', view: { id: 'b' } } });
  const addresses = [...element.querySelectorAll('ol[aria-label] > li > a')].map((link) => link.getAttribute('href'));
  assert.deepEqual(addresses, [questionAt('r 1', 'b'), questionAt('r 1', 'c')]);
  assert.equal(questionAt('r 1', 'b'), '#/classification/r%201?at=b');
  assert.deepEqual([...element.querySelectorAll('.law-questions a')].map((link) => link.getAttribute('aria-current')), [null, 'true']);
});

test('a difference names what came, what went and what moved; what merely follows is folded', () => {
  const one = (group, path, before, after) => ({ group, path, before, after });
  const words = (difference) => said(h('p', {}, differenceWords(difference)));
  const duty = [{ id: 'D-HO:deployer', label: 'Human oversight' }];
  assert.equal(words(one('headline', [], 'Minimal', 'Prohibited')), 'Minimal → Prohibited');
  assert.equal(words(one('duties', duty, null, '2 Dec 2027')), 'Human oversight: new, 2 Dec 2027');
  assert.equal(words(one('duties', duty, '2 Dec 2027', null)), 'Human oversight: no longer (2 Dec 2027)');
  assert.equal(words(one('duties', [...duty, { id: 'formal', label: '' }], '2026', '2027')), 'Human oversight, formally: 2026 → 2027');
  const list = h('div', {}, differenceList([one('headline', [], 'a', 'b'), one('trace', duty, 'yes', 'no')]));
  assert.equal(list.querySelectorAll(':scope > section').length || list.querySelectorAll('section').length - list.querySelectorAll('details section').length, 1);
  assert.equal(list.querySelectorAll('details section').length, 1);
});

test('whoever takes away all that was filled in says none of these', () => {
  const turn = (/** @type {Element} */ element) => {
    const input = element.querySelector('input[value="a"]');
    input.checked = !input.checked;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const { element, sent, standing } = field(view('multi'), { suggested: { kind: 'many', options: ['a'] } });
  turn(element);
  assert.deepEqual(sent.at(-1)?.value, { kind: 'many', options: [] });
  assert.equal(standing(), 'said');
  const unfilled = field(view('multi'));
  turn(unfilled.element);
  turn(unfilled.element);
  assert.deepEqual(unfilled.sent.map((answer) => answer?.value.options ?? null), [['a'], null]);
});

test('any two signed revisions can be compared, the earlier one first', async () => {
  const revision = (/** @type {number} */ number) => ({ number, headline: 'Minimal', at: '2026-11-22T10:00:00Z', signer: 'L. Okafor', signerRole: 'Counsel', remark: '', on: '2026-11-22', contentVersion: 'eu-ai-act 2', sha256: 'ab'.repeat(32), reopenedAt: null, reopenedBecause: '' });
  const shown = (/** @type {number[]} */ numbers) => revisionsPart({ record: { id: 'r' }, revisions: numbers.map(revision) });
  const choices = (/** @type {Element} */ page) => [...page.querySelectorAll('select')];
  // With two of them the buttons of the table say it all.
  assert.equal(choices(shown([1, 2])).length, 0);
  const asked = [];
  window.HTMLElement.prototype.showModal ??= function showModal() {};
  window.HTMLElement.prototype.getClientRects ??= () => [];
  globalThis.__TAURI__.core.invoke = async (command, { request }) => { asked.push([command, request]); return []; };
  const page = shown([1, 2, 3, 4]);
  document.body.replaceChildren(page);
  const [one, other] = choices(page);
  assert.deepEqual([...one.querySelectorAll('option')].map((option) => option.textContent), ['Revision 1', 'Revision 2', 'Revision 3', 'Revision 4']);
  one.value = '4';
  other.value = '2';
  [...page.querySelectorAll('button')].find((button) => said(button) === 'Compare these two').click();
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(asked, [['compare_classification', { record: 'r', before: 2, after: 4 }]]);
});

test('the key for "don’t know yet" says so and takes it back, and the list of keys names it', async () => {
  const { keyNames } = await import('../../ui/lib/keyboard.js');
  const { NOT_KNOWN } = await import('../../ui/components/question/field.js');
  const { element, sent } = field(view('single'));
  const press = () => {
    const event = new Event('keydown', { bubbles: true, cancelable: true });
    Object.assign(event, { key: 'd', ctrlKey: true, metaKey: false, altKey: false, shiftKey: false });
    element.querySelector('input, textarea, button').dispatchEvent(event);
  };
  press();
  assert.equal(sent.at(-1)?.state, 'not-known');
  press();
  assert.equal(sent.at(-1), null);
  const chip = [...element.querySelectorAll('.field-other button')].find((one) => said(one) === 'Don’t know yet');
  assert.equal(chip?.getAttribute('title'), keyNames(NOT_KNOWN).join('+'));
});

test('a classification that was reopened says when, why and what stays', async () => {
  const { reopenedLine } = await import('../../ui/views/classification/signing.js');
  const revision = { number: 2, headline: '', at: '2026-11-20T09:00:00Z', signer: 'A', signerRole: 'B', remark: '', on: '2026-11-20', contentVersion: '', sha256: '', reopenedAt: '2026-11-22T10:42:00Z', reopenedBecause: 'The model was changed' };
  assert.match(said(reopenedLine({ signed: null, revisions: [revision] })), /^Reopened on 22 Nov 2026, .*: “The model was changed”\. Revision 2 stays as it was signed\.$/);
  assert.equal(reopenedLine({ signed: revision, revisions: [revision] }), null);
  assert.equal(reopenedLine({ signed: null, revisions: [{ ...revision, reopenedAt: null }] }), null);
  assert.equal(reopenedLine({ signed: null, revisions: [] }), null);
});

test('the way back leads where one came from', () => {
  const record = { id: 'r1', name: 'HR screening', reference: 'AI-006', kind: 'system', retired: false };
  assert.deepEqual(wayBack('#/classification', record), { href: '#/classification', words: 'Classification' });
  assert.deepEqual(wayBack('#/duties?system=r1', record), { href: '#/duties?system=r1', words: 'Duties' });
  assert.deepEqual(wayBack('#/record/r1', record), { href: '#/record/r1', words: 'HR screening' });
  assert.deepEqual(wayBack('', record), { href: '#/record/r1', words: 'HR screening' });
  // Another system's questions are no list.
  assert.deepEqual(wayBack('#/classification/r2', record), { href: '#/record/r1', words: 'HR screening' });
});
