// @ts-check
/** All answers on their way into the file, whichever view they were given in. */
import { saveQueue } from '../lib/save-queue.js';
import { recordAnswer } from './commands.js';

/** @typedef {import('./types.js').NewAnswer} NewAnswer */
/** @typedef {{ record: string, question: string, answer: NewAnswer | null }} Edit */
/** @typedef {(change: { record: string, question: string, state: import('../lib/save-queue.js').SaveState, error: unknown }) => void} Listener */

/** @type {Set<Listener>} */
const listeners = new Set();

const queue = saveQueue({
  save: (_key, /** @type {Edit} */ edit) => recordAnswer(edit),
  onState(key, state, error) {
    const [record, question] = key.split('/');
    for (const listener of [...listeners]) listener({ record, question, state, error });
  },
});

/** Takes an answer; null withdraws it. @param {Edit} edit @param {{ now?: boolean }} [options] */
export function giveAnswer(edit, options) {
  queue.edit(`${edit.record}/${edit.question}`, edit, options);
}

/** Lets go of what waits for this question. @param {string} record @param {string} question */
export function withdrawAnswer(record, question) {
  queue.withdraw(`${record}/${question}`);
}

/** Sends what waits for this question. @param {string} record @param {string} question */
export function flushAnswer(record, question) {
  return queue.flush(`${record}/${question}`);
}

/** Sends everything and answers what could not be saved. @returns {Promise<{ record: string, question: string }[]>} */
export async function flushAnswers() {
  const failed = await queue.flush();
  return failed.map((key) => ({ record: key.split('/')[0], question: key.split('/')[1] }));
}

/** How all answers stand: the worst counts. */
export const answersStanding = () => queue.standing();

/** Lets go of everything that could not be saved. */
export function dropFailed() {
  for (const key of queue.failed()) queue.withdraw(key);
}

/** Whether what the person said last is not in the file yet. @param {string} record @param {string} question */
export function isAhead(record, question) {
  return queue.isOpen(`${record}/${question}`);
}

/** Hears of every change of state. @param {Listener} listener @returns {() => void} */
export function onAnswerState(listener) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
