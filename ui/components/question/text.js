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
  const grow = growWithText(input);
  const control = textControl(input, edit);
  return { ...control, show(shown) { control.show(shown); grow(); } };
}

/** Lets a field be as high as its text, where the engine does not do it by itself. @param {HTMLTextAreaElement} input @returns {() => void} for text that was not typed */
export function growWithText(input) {
  if (globalThis.CSS?.supports('field-sizing', 'content') !== false) return () => {};
  const grow = () => {
    input.style.blockSize = 'auto';
    input.style.blockSize = `${input.scrollHeight + input.offsetHeight - input.clientHeight}px`;
  };
  input.addEventListener('input', grow);
  // Its height can be known only once it stands in the page.
  const placed = new ResizeObserver(() => {
    if (input.clientWidth === 0) return;
    placed.disconnect();
    grow();
  });
  placed.observe(input);
  return grow;
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
