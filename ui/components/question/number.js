// @ts-check
/** A whole number. */
import { h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';

/** @type {import('./kinds.js').MakeControl} */
export function number({ id, describedBy, value, edit, refuse }) {
  const input = h('input', { id, class: 'text-input short', inputmode: 'numeric', autocomplete: 'off', 'aria-describedby': describedBy });
  const show = (/** @type {import('../../ipc/types.js').ValueView | null} */ shown) => { input.value = shown?.kind === 'number' ? String(shown.number) : ''; };
  const take = (/** @type {boolean} */ now) => {
    // People group digits with blanks, dots, commas or apostrophes; none of them is a decimal sign here.
    const plain = input.value.replace(/[\s.,'’]/g, '');
    const whole = /^[-−]?\d{1,15}$/.test(plain);
    input.removeAttribute('aria-invalid');
    if (plain === '') return edit(null, { now });
    if (!whole) {
      if (now) input.setAttribute('aria-invalid', 'true');
      return refuse(now ? t('question.number-unread') : null);
    }
    edit({ kind: 'number', number: Number(plain.replace('−', '-')) }, { now });
  };
  input.addEventListener('input', () => take(false));
  input.addEventListener('change', () => take(true));
  show(value);
  return { element: input, focus: () => input.focus(), show };
}
