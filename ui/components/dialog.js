// @ts-check
/** Windows over the page. They are the platform's own dialogs: focus stays inside, Esc closes them. */
import { fill, freshId, h } from '../lib/dom.js';
import { t } from '../lib/texts.js';
import { button, iconButton } from './button.js';

/** Characters of a name that is typed: it has to fit headings, lists and covers. */
export const LONGEST_NAME = 200;

/**
 * Shows a dialog and answers what it was closed with; null when it was dismissed.
 * @template T
 * @param {string} title
 * @param {(close: (value: T | null) => void) => import('../lib/dom.js').Child[]} content
 * @param {{ wide?: boolean }} [options]
 * @returns {Promise<T | null>}
 */
export function openDialog(title, content, { wide = false } = {}) {
  return new Promise((resolve) => {
    /** @type {T | null} */
    let outcome = null;
    const heading = freshId('dialog');
    const before = document.activeElement;
    const element = h('dialog', { class: `dialog ${wide ? 'wide' : ''}`.trim(), 'aria-labelledby': heading });
    const close = (/** @type {T | null} */ value) => {
      outcome = value;
      element.close();
    };
    fill(element,
      h('div', { class: 'dialog-head' }, h('h2', { id: heading }, title), iconButton('close', t('dialog.close'), () => close(null))),
      h('div', { class: 'dialog-body' }, content(close)));
    // A press beside the dialog closes it, like Esc.
    element.addEventListener('mousedown', (event) => { if (event.target === element) close(null); });
    element.addEventListener('close', () => {
      element.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(outcome);
    });
    document.body.append(element);
    element.showModal();
    const inside = /** @type {HTMLElement[]} */ ([...element.querySelectorAll('[autofocus], .dialog-body input:not([type="radio"]:not(:checked)), .dialog-body textarea, .dialog-body button')]).filter((one) => one.getClientRects().length > 0);
    const first = inside.find((one) => one.hasAttribute('autofocus')) ?? inside[0];
    // What the dialog says comes before what closes it; what stands in a line already is typed over.
    first?.focus({ preventScroll: true });
    if (first instanceof HTMLInputElement && first.type === 'text') first.select();
  });
}

/**
 * Asks before something that is not wanted by accident. Where it loses something, Enter is the way back.
 * @param {{ title: string, body: string, act: string, back?: string, danger?: boolean }} question
 * @returns {Promise<boolean>}
 */
export async function confirm({ title, body, act, back = t('dialog.cancel'), danger = false }) {
  const outcome = await openDialog(title, (close) => [
    h('p', { class: 'prose' }, body),
    h('div', { class: 'dialog-foot' },
      button(back, () => close(null), { attributes: { autofocus: danger } }),
      button(act, () => close(true), { look: danger ? 'danger' : 'primary', attributes: { autofocus: !danger } })),
  ]);
  return outcome === true;
}

/**
 * Asks for one line.
 * @param {{ title: string, label: string, hint?: string, value?: string, act: string }} question
 * @returns {Promise<string | null>} never blank
 */
export function askLine({ title, label, hint = '', value = '', act }) {
  return openDialog(title, (close) => {
    const id = freshId('line');
    const input = h('input', { id, class: 'text-input', value, maxlength: LONGEST_NAME, autocomplete: 'off', 'aria-describedby': hint ? `${id}-hint` : null });
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      if (input.value.trim() === '') return input.focus();
      close(input.value.trim());
    };
    return [h('form', { class: 'stack', onsubmit: submit },
      h('label', { for: id, class: 'label' }, label),
      hint ? h('p', { id: `${id}-hint`, class: 'quiet' }, hint) : null,
      input,
      h('div', { class: 'dialog-foot' },
        button(t('dialog.cancel'), () => close(null)),
        h('button', { type: 'submit', class: 'button primary' }, act)))];
  });
}

/**
 * Asks for a text of several lines; Ctrl+Enter is done.
 * @param {{ title: string, label: string, hint?: string, value?: string, act: string }} question
 * @returns {Promise<string | null>} without outer blanks, may be empty; null when it was dismissed
 */
export function askText({ title, label, hint = '', value = '', act }) {
  return openDialog(title, (close) => {
    const id = freshId('text');
    const input = h('textarea', { id, class: 'text-input', rows: 6, value, 'aria-describedby': hint ? `${id}-hint` : null });
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      close(input.value.trim());
    };
    input.addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event); });
    return [h('form', { class: 'stack', onsubmit: submit },
      h('label', { for: id, class: 'label' }, label),
      hint ? h('p', { id: `${id}-hint`, class: 'quiet' }, hint) : null,
      input,
      h('div', { class: 'dialog-foot' },
        button(t('dialog.cancel'), () => close(null)),
        h('button', { type: 'submit', class: 'button primary' }, act)))];
  });
}
