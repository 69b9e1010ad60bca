// @ts-check
/** One line, or several paragraphs. */
import { h } from '../../lib/dom.js';

/** @type {import('./kinds.js').MakeControl} */
export function text({ id, describedBy, value, edit }) {
  const input = h('input', { id, class: 'text-input', 'aria-describedby': describedBy, autocomplete: 'off', value: value?.kind === 'text' ? value.text : '' });
  return textControl(input, edit);
}

/** @type {import('./kinds.js').MakeControl} */
export function longText({ id, describedBy, value, edit }) {
  const input = h('textarea', { id, class: 'text-input', rows: 3, 'aria-describedby': describedBy, value: value?.kind === 'text' ? value.text : '' });
  return textControl(input, edit);
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {import('./kinds.js').Edit} edit
 * @returns {import('./kinds.js').Control}
 */
function textControl(input, edit) {
  const read = () => (input.value.trim() === '' ? null : /** @type {const} */ ({ kind: 'text', text: input.value.trim() }));
  input.addEventListener('input', () => edit(read()));
  return {
    element: input,
    focus: () => input.focus(),
    show: (value) => { input.value = value?.kind === 'text' ? value.text : ''; },
  };
}
