// @ts-check
/** The keys of the interview, its clock, and its large buttons. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import './page.js';
import { interviewClock } from '../../ui/views/gaps/clock.js';
import { keyed, marked } from '../../ui/views/gaps/keys.js';
import { segments } from '../../ui/views/gaps/segments.js';

/** @typedef {import('../../ui/ipc/types.js').GapJudged} GapJudged */

/** @type {GapJudged} */
const nothing = {
  record: null, conformity: 'not-looked-at', said: false, reason: '', exists: null, works: null, maturity: null, severity: null, what: '', note: '', evidence: '',
  credit: null, creditBy: '', creditEvidence: '', flagged: false, askAgain: false, ask: '', seconds: 0, setAside: [], files: [],
};

/** What a key says, as `question=option`. @param {string} key @param {Partial<GapJudged>} [judged] */
function told(key, judged = {}) {
  const answers = keyed(key, { ...nothing, ...judged });
  return answers && answers.map(({ question, answer }) => `${question.replace('finding-', '')}=${answer === null ? '' : answer.state !== 'given' ? answer.state : 'option' in answer.value ? answer.value.option : 'options' in answer.value ? answer.value.options.join('+') : '?'}`).join(' ');
}

test('each judgement has its key, whatever the case', () => {
  assert.deepEqual(['m', 'P', 'n', 'u', '?'].map((key) => told(key)), ['conformity=met', 'conformity=partly', 'conformity=not-met', 'conformity=not-looked-at', 'conformity=not-known']);
  assert.equal(told('3'), 'maturity=level-3');
  assert.equal(told('6'), null);
  assert.equal(told('x'), null, 'a reason is asked for first');
  assert.equal(told('k'), null);
});

test('taking back what was never said says nothing', () => {
  assert.equal(told('Delete'), null);
  assert.equal(told('Delete', { said: true, conformity: 'met' }), 'conformity=');
});

test('exists, works and severity go round and end with nothing', () => {
  assert.deepEqual([null, 'yes', 'partly', 'no'].map((exists) => told('e', { exists })), ['exists=yes', 'exists=partly', 'exists=no', 'exists=']);
  assert.equal(told('w', { exists: 'yes' }), 'works=yes');
  assert.equal(told('w', { exists: 'no' }), null, 'nothing can work that is not there');
  assert.deepEqual([null, 'major', 'minor', 'observation', 'improvement'].map((severity) => told('s', { severity })), ['severity=major', 'severity=minor', 'severity=observation', 'severity=improvement', 'severity=']);
});

test('marks stand beside each other', () => {
  assert.equal(told('f'), 'flag=flag');
  assert.equal(told('q', { flagged: true }), 'flag=flag+ask-again');
  assert.equal(told('f', { flagged: true, askAgain: true }), 'flag=ask-again');
  assert.equal(told('f', { flagged: true }), 'flag=');
  // What is not known yet stands on the list of what is asked again until it is taken off.
  const answers = marked({ ...nothing, said: true, askAgain: true }, 'ask-again');
  assert.deepEqual(answers.map((one) => [one.question, one.answer]), [['finding-flag', null], ['finding-conformity', null]]);
});

test('the clock runs on the card one is at, and stands still while nobody looks', () => {
  let time = 0;
  const clock = interviewClock((requirement) => (requirement === 'a' ? 30 : 0), () => time);
  clock.to('a');
  time = 12_900;
  assert.equal(clock.of('a'), 42);
  clock.to('b');
  time = 20_000;
  assert.deepEqual([clock.of('a'), clock.of('b')], [42, 7]);
  clock.run(false);
  time = 80_000;
  assert.equal(clock.of('b'), 7);
  clock.run(true);
  time = 83_000;
  assert.equal(clock.of('b'), 10);
  assert.equal(clock.total(['a', 'b', 'c']), 52);
});

test('a pressed button says so, and pressing it again takes it back', () => {
  /** @type {[string, boolean][]} */
  const acts = [];
  const row = segments({ label: 'Exists', key: 'E', options: [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }], choose: (id, pressed) => acts.push([id, pressed]) });
  row.show('yes');
  const buttons = [...row.element.querySelectorAll('button')];
  assert.deepEqual(buttons.map((one) => one.getAttribute('aria-pressed')), ['true', 'false']);
  buttons[0].click();
  buttons[1].click();
  assert.deepEqual(acts, [['yes', true], ['no', false]]);
  row.show(null, { disabled: true, hint: 'not asked' });
  assert.ok(buttons.every((one) => one.disabled && one.getAttribute('aria-pressed') === 'false'));
  assert.match(row.element.textContent ?? '', /not asked/);
});
