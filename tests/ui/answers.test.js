import './page.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.__TAURI__ = { core: { invoke: async () => [] }, event: { listen: async () => () => {} } };
const { answerOf, questionField } = await import('../../ui/components/question/field.js');
const { useTexts } = await import('../../ui/lib/texts.js');
const { uiTexts } = await import('./fake-ipc/content.js');
useTexts('en', uiTexts());

const draft = { state: 'given', value: null, reason: '', askedOf: null, note: '', noteOpen: false };

test('an empty field is no answer; a value is one, with its remark', () => {
  assert.equal(answerOf(draft), null);
  assert.deepEqual(answerOf({ ...draft, value: { kind: 'text', text: 'x' }, note: ' why ' }), { state: 'given', value: { kind: 'text', text: 'x' }, note: 'why' });
});

test('"not applicable" is not sent before it has a reason', () => {
  assert.equal(answerOf({ ...draft, state: 'not-applicable', reason: '  ' }), 'incomplete');
  assert.deepEqual(answerOf({ ...draft, state: 'not-applicable', reason: 'bought' }), { state: 'not-applicable', reason: 'bought', note: '' });
});

test('"don’t know yet" names the person asked, or nobody', () => {
  assert.equal(answerOf({ ...draft, state: 'not-known' }).askedOf, null);
  assert.equal(answerOf({ ...draft, state: 'not-known', askedOf: { id: 'p', kind: 'person', reference: 'PER-001', name: 'P', retired: false } }).askedOf, 'p');
});

const question = (kind, more = {}) => ({ id: 'q', kind, label: 'Q', prompt: 'Which?', hint: '', why: '', cite: '', good: '', weak: '', options: [], steps: [], linksTo: null, required: false, standing: 'open', answer: null, shownBecauseOf: [], ...more });

/** A field with what it sent. */
function field(view) {
  const sent = [];
  const made = questionField(view, { edit: (_id, answer, how) => sent.push({ answer, now: how.now === true }), withdraw: () => sent.push('withdrawn'), flush: () => {}, onFocus: () => {}, onward: () => {} });
  document.body.replaceChildren(made.element);
  return { ...made, sent };
}
const type = (input, value) => { input.value = value; input.dispatchEvent(new Event('input', { bubbles: true })); };

test('every kind of question has a control with a name', () => {
  for (const kind of ['text', 'long-text', 'words', 'single', 'multi', 'date', 'number', 'record', 'records']) {
    const { element } = field(question(kind, { options: [{ id: 'a', label: 'A', then: '' }], linksTo: 'person' }));
    const input = element.querySelector('input, textarea');
    assert.ok(input, kind);
    const named = ['radio', 'checkbox'].includes(input.type) ? element.querySelector('legend') : element.querySelector(`label[for="${input.id}"]`);
    assert.equal(named?.textContent, 'Which?', kind);
  }
});

test('typing is sent later, a choice at once', () => {
  const text = field(question('text'));
  type(text.element.querySelector('input'), 'Credit');
  assert.deepEqual(text.sent, [{ answer: { state: 'given', value: { kind: 'text', text: 'Credit' }, note: '' }, now: false }]);
  const single = field(question('single', { options: [{ id: 'yes', label: 'Yes', then: '' }, { id: 'no', label: 'No', then: '' }] }));
  const no = single.element.querySelectorAll('input')[1];
  no.checked = true;
  no.dispatchEvent(new Event('change'));
  assert.deepEqual(single.sent, [{ answer: { state: 'given', value: { kind: 'one', option: 'no' }, note: '' }, now: true }]);
});

test('"none of these" is an answer of its own and excludes the others', () => {
  const { element, sent } = field(question('multi', { options: [{ id: 'a', label: 'A', then: '' }] }));
  const [a, none] = element.querySelectorAll('input');
  a.checked = true;
  a.dispatchEvent(new Event('change'));
  none.checked = true;
  none.dispatchEvent(new Event('change'));
  assert.equal(a.checked, false);
  assert.deepEqual(sent.at(-1).answer.value, { kind: 'many', options: [] });
});

test('where the question words "none" itself, that option stands for it', () => {
  const { element, sent } = field(question('multi', { options: [{ id: 'a', label: 'A', then: '' }, { id: 'none', label: 'Nobody', then: '' }] }));
  assert.equal(element.querySelectorAll('input').length, 2);
  const [a, none] = element.querySelectorAll('input');
  a.checked = true;
  none.checked = true;
  none.dispatchEvent(new Event('change'));
  assert.deepEqual(sent.at(-1).answer.value, { kind: 'many', options: ['none'] });
});

test('half a number is not sent, a grouped one is understood', () => {
  const { element, sent } = field(question('number'));
  const input = element.querySelector('input');
  type(input, '12x');
  assert.deepEqual(sent, ['withdrawn']);
  type(input, '12,400');
  assert.deepEqual(sent[1].answer.value, { kind: 'number', number: 12400 });
});

test('what is in the file does not overwrite what is being typed', () => {
  const { element, update } = field(question('text'));
  const input = element.querySelector('input');
  type(input, 'being typed');
  const older = question('text', { standing: 'answered', answer: { state: 'given', value: { kind: 'text', text: 'older' }, note: '' } });
  update(older, true);
  assert.equal(input.value, 'being typed');
  update(older, false);
  assert.equal(input.value, 'older');
});

test('a scale asks for a step of the linked method, counted from 1, and for the method while there is none', () => {
  const steps = [{ label: 'Rare', meaning: 'hardly ever' }, { label: 'Often', meaning: 'every month' }];
  const scale = field(question('scale', { steps }));
  const inputs = [...scale.element.querySelectorAll('input[type="radio"]')];
  assert.deepEqual(inputs.map((input) => input.closest('label').textContent.replace(/\d$/, '')), ['1 Rarehardly ever', '2 Oftenevery month']);
  inputs[1].checked = true;
  inputs[1].dispatchEvent(new Event('change', { bubbles: true }));
  assert.deepEqual(scale.sent, [{ answer: { state: 'given', value: { kind: 'number', number: 2 }, note: '' }, now: true }]);
  const shown = field(question('scale', { steps, standing: 'answered', answer: { state: 'given', value: { kind: 'number', number: 1 }, note: '' } }));
  assert.deepEqual([...shown.element.querySelectorAll('input[type="radio"]')].map((input) => input.checked), [true, false]);
  const lost = field(question('scale', { answer: { state: 'given', value: { kind: 'number', number: 3 }, note: '' } }));
  assert.match(lost.element.textContent, /Step 3 was chosen/);
  assert.match(field(question('scale')).element.textContent, /Choose the method first/);
});

test('a day ahead is no answer to what has happened, and says why', () => {
  const { element, sent } = field(question('date', { past: true }));
  const input = element.querySelector('input');
  const year = new Date().getFullYear() + 1;
  type(input, `${year}-06-01`);
  input.dispatchEvent(new Event('change'));
  assert.ok(sent.every((one) => one === 'withdrawn'));
  assert.equal(input.getAttribute('aria-invalid'), 'true');
  assert.match(element.textContent, /lies after today/);
  assert.equal([...element.querySelectorAll('button')].some((one) => one.textContent === 'In a year'), false);
  type(input, '2026-11-03');
  assert.deepEqual(sent.at(-1).answer.value, { kind: 'date', date: '2026-11-03' });
  assert.notEqual(input.getAttribute('aria-invalid'), 'true');
  const planned = field(question('date', { past: false }));
  type(planned.element.querySelector('input'), `${year}-06-01`);
  assert.deepEqual(planned.sent.at(-1).answer.value, { kind: 'date', date: `${year}-06-01` });
});
