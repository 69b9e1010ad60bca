// @ts-check
/** One control per kind of question. A new kind is one entry here and one file beside it. */
import { multi, single } from './choice.js';
import { date } from './date.js';
import { number } from './number.js';
import { record, records } from './records.js';
import { scale } from './scale.js';
import { longText, text } from './text.js';
import { words } from './words.js';

/** @typedef {(value: import('../../ipc/types.js').NewValue | null, options?: { now?: boolean }) => void} Edit null: nothing is answered any more */
/**
 * @typedef {object} ControlOptions
 * @property {string} id of the element one types into
 * @property {string} labelledBy id of the words that name it
 * @property {string} describedBy ids of hint and state
 * @property {import('../../ipc/types.js').QuestionView} question
 * @property {import('../../ipc/types.js').ValueView | null} value
 * @property {boolean} [suggested] the value is known from elsewhere and filled in again while nothing is said
 * @property {Edit} edit
 * @property {(reason: string | null) => void} refuse what is typed is no answer; a reason once it is to be told
 */
/**
 * @typedef {object} Control
 * @property {HTMLElement} element
 * @property {() => void} focus
 * @property {(value: import('../../ipc/types.js').ValueView | null) => void} show
 * @property {(event: KeyboardEvent) => boolean} [key] takes a key pressed inside the question
 * @property {(effects: Map<string, import('../../lib/dom.js').Child>) => void} [showEffects] what each option would lead to
 */
/** @typedef {(options: ControlOptions) => Control} MakeControl */

/** @type {Record<import('../../ipc/types.js').QuestionForm, MakeControl>} */
export const controls = { text, 'long-text': longText, words, single, multi, date, number, scale, record, records };

/** Kinds whose control is a group of inputs rather than one. @param {string} kind */
export function isGroup(kind) {
  return kind === 'single' || kind === 'multi' || kind === 'scale';
}
