// @ts-check
/** What is written about a requirement while somebody talks: saved as one types, from the first letter on. */
import { flushAnswer, giveAnswer, isAhead } from '../../ipc/answers.js';
import { judgeRequirement } from '../../ipc/commands.js';
import { freshId, h } from '../../lib/dom.js';
import { writtenOrNone } from './keys.js';

/** @typedef {import('../../ipc/types.js').GapJudged} GapJudged */

/**
 * One field. Where nothing was said of the requirement yet, the first letter makes its record; what is typed
 * meanwhile follows as soon as that is there.
 * @param {object} options
 * @param {string} options.run @param {string} options.requirement @param {string} options.question @param {string} options.label
 * @param {string} [options.key] the key that leads here @param {string} [options.hint]
 * @param {boolean} [options.line] one line only
 * @param {() => GapJudged} options.judged as it is known now
 * @param {(error: unknown) => void} options.failed
 * @param {() => void} options.leave back to the keys
 */
export function noteField({ run, requirement, question, label, key, hint = '', line = false, judged, failed, leave }) {
  const id = freshId('note');
  const input = line
    ? h('input', { id, class: 'text-input', autocomplete: 'off', 'aria-describedby': hint ? `${id}-hint` : null })
    : h('textarea', { id, class: 'text-input', rows: 2, 'aria-describedby': hint ? `${id}-hint` : null });
  /** Set while the first letter is on its way. @type {Promise<void> | null} */
  let beginning = null;
  let latest = '';

  async function begin() {
    const sent = latest;
    const made = await judgeRequirement({ run, requirement, answers: [{ question, answer: writtenOrNone(sent) }] });
    if (made.record && latest !== sent) giveAnswer({ record: made.record, question, answer: writtenOrNone(latest) });
  }

  input.addEventListener('input', () => {
    latest = input.value;
    const { record } = judged();
    if (record) return giveAnswer({ record, question, answer: writtenOrNone(latest) });
    if (latest.trim() === '') return;
    beginning ??= begin().catch(failed).finally(() => { beginning = null; });
  });
  input.addEventListener('blur', () => {
    const { record } = judged();
    if (record) void flushAnswer(record, question);
  });
  input.addEventListener('keydown', (event) => {
    const { key: pressed } = /** @type {KeyboardEvent} */ (event);
    const done = pressed === 'Escape' || (pressed === 'Enter' && (line || /** @type {KeyboardEvent} */ (event).ctrlKey));
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  });
  return {
    element: h('div', { class: 'note-field' }, h('label', { for: id, class: 'label' }, label, key ? h('kbd', { 'aria-hidden': 'true' }, key) : null), hint ? h('p', { id: `${id}-hint`, class: 'quiet' }, hint) : null, input),
    focus: () => input.focus(),
    /** Puts what the file says into the field, unless something newer stands in it. @param {string} text @param {boolean} [disabled] */
    show(text, disabled = false) {
      const { record } = judged();
      input.disabled = disabled;
      if (beginning || (record && isAhead(record, question)) || document.activeElement === input) return;
      if (input.value !== text) input.value = text;
    },
  };
}
