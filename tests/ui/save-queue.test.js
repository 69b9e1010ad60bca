import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { saveQueue } from '../../ui/lib/save-queue.js';

/** A queue whose saves end when the test says so. */
function queue() {
  const sent = [];
  const states = [];
  const made = saveQueue({
    pause: 500,
    save: (key, edit) => new Promise((done, fail) => { sent.push({ key, edit, done, fail }); }),
    onState: (key, state) => states.push(`${key}:${state}`),
  });
  return { ...made, sent, states };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('text is sent half a second after the last key, once', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { edit, sent } = queue();
  edit('q', 'a');
  context.mock.timers.tick(499);
  edit('q', 'ab');
  context.mock.timers.tick(499);
  assert.equal(sent.length, 0);
  context.mock.timers.tick(1);
  assert.deepEqual(sent.map((one) => one.edit), ['ab']);
});

test('who types without a pause is saved all the same, every five seconds', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { edit, sent } = queue();
  for (let typed = 1; typed <= 12; typed += 1) {
    edit('q', typed);
    context.mock.timers.tick(400);
  }
  assert.equal(sent.length, 0);
  edit('q', 13);
  context.mock.timers.tick(400);
  assert.deepEqual(sent.map((one) => one.edit), [13]);
  sent[0].done();
  await new Promise((resolve) => process.nextTick(resolve));
  edit('q', 14);
  context.mock.timers.tick(499);
  assert.equal(sent.length, 1);
  context.mock.timers.tick(1);
  assert.deepEqual(sent.map((one) => one.edit), [13, 14]);
});

test('a choice is sent at once and takes the place of text that waited', () => {
  const { edit, sent } = queue();
  edit('q', 'text');
  edit('q', 'choice', { now: true });
  assert.deepEqual(sent.map((one) => one.edit), ['choice']);
});

test('at most one edit of a key is in flight; the newest of those that came meanwhile follows', async () => {
  const { edit, sent, states } = queue();
  edit('q', 1, { now: true });
  edit('q', 2, { now: true });
  edit('q', 3, { now: true });
  assert.equal(sent.length, 1);
  sent[0].done();
  await settle();
  assert.deepEqual(sent.map((one) => one.edit), [1, 3]);
  assert.ok(!states.includes('q:saved'), 'not saved while a newer edit is on its way');
  sent[1].done();
  await settle();
  assert.equal(states.at(-1), 'q:saved');
});

test('keys do not wait for each other', () => {
  const { edit, sent } = queue();
  edit('a', 1, { now: true });
  edit('b', 1, { now: true });
  assert.deepEqual(sent.map((one) => one.key), ['a', 'b']);
});

test('an edit that failed is kept, told and sent again by flush', async () => {
  const { edit, flush, failed, isOpen, sent, states } = queue();
  edit('q', 'precious', { now: true });
  sent[0].fail(new Error('disk full'));
  await settle();
  assert.equal(states.at(-1), 'q:failed');
  assert.deepEqual(failed(), ['q']);
  assert.equal(isOpen('q'), true);
  const flushed = flush();
  sent[1].done();
  assert.deepEqual(await flushed, []);
  assert.equal(sent[1].edit, 'precious');
  assert.equal(isOpen('q'), false);
});

test('typing that went on while a save failed stands in for what failed', async () => {
  const { edit, flush, sent } = queue();
  edit('q', 'old', { now: true });
  edit('q', 'newer');
  sent[0].fail(new Error('no'));
  await settle();
  const flushed = flush('q');
  assert.deepEqual(sent.map((one) => one.edit), ['old', 'newer']);
  sent[1].done();
  assert.deepEqual(await flushed, []);
});

test('flush answers when everything is in, and names what could not be saved', async () => {
  const { edit, flush, sent } = queue();
  edit('a', 1);
  edit('b', 2);
  const flushed = flush();
  assert.equal(sent.length, 2, 'what waited for a pause is sent at once');
  sent[0].done();
  sent[1].fail(new Error('no'));
  assert.deepEqual(await flushed, ['b']);
});

test('a withdrawn edit is never sent', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { edit, flush, sent, withdraw } = queue();
  edit('q', 'half a reason');
  withdraw('q');
  context.mock.timers.tick(1000);
  assert.deepEqual(await flush(), []);
  assert.equal(sent.length, 0);
});

test('all keys together stand as the worst of them', async () => {
  const { edit, sent, standing, withdraw } = queue();
  assert.equal(standing(), 'saved');
  edit('a', 1, { now: true });
  edit('b', 1, { now: true });
  assert.equal(standing(), 'saving');
  sent[0].fail(new Error('no'));
  await settle();
  assert.equal(standing(), 'failed');
  withdraw('a');
  assert.equal(standing(), 'saving');
  sent[1].done();
  await settle();
  assert.equal(standing(), 'saved');
});

test('what stands is told with each state, not one behind', async () => {
  const seen = [];
  /** @type {(() => void)[]} */
  const ends = [];
  const made = saveQueue({ save: () => new Promise((done) => ends.push(() => done(null))), onState: () => seen.push(made.standing()) });
  made.edit('q', 1, { now: true });
  ends[0]();
  await settle();
  assert.equal(seen.at(-1), 'saved');
});

test('a withdrawn edit does not come back when the one in flight fails', async () => {
  const { edit, flush, sent, withdraw } = queue();
  edit('q', 'first', { now: true });
  withdraw('q');
  sent[0].fail(new Error('no'));
  await settle();
  assert.deepEqual(await flush(), []);
  assert.equal(sent.length, 1);
});
mock.reset();

test('an edit made on hearing that the one before is saved is in flight until it is saved itself', async () => {
  const sent = [];
  const made = saveQueue({
    save: (key, edit) => new Promise((done, fail) => { sent.push({ edit, done, fail }); }),
    onState: (key, state) => { if (state === 'saved' && sent.length === 1) made.edit(key, 2, { now: true }); },
  });
  made.edit('q', 1, { now: true });
  sent[0].done();
  await settle();
  assert.deepEqual(sent.map((one) => one.edit), [1, 2]);
  assert.equal(made.isOpen('q'), true);
  assert.equal(made.standing(), 'saving');
  made.edit('q', 3, { now: true });
  assert.deepEqual(sent.map((one) => one.edit), [1, 2]);
  sent[1].done();
  await settle();
  assert.deepEqual(sent.map((one) => one.edit), [1, 2, 3]);
  sent[2].done();
  assert.deepEqual(await made.flush(), []);
  assert.equal(made.isOpen('q'), false);
});
