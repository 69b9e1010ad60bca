// @ts-check
/** A calendar date, typed as people write it, read back in words. */
import { inMonths, readDate } from '../../lib/dates.js';
import { h } from '../../lib/dom.js';
import { day, today } from '../../lib/format.js';
import { language, t } from '../../lib/texts.js';
import { button } from '../button.js';

/** @type {import('./kinds.js').MakeControl} */
export function date({ id, describedBy, question, value, edit, refuse }) {
  const input = h('input', { id, class: 'text-input short', 'aria-describedby': `${describedBy} ${id}-read`, autocomplete: 'off', placeholder: t('question.date-form') });
  const read = h('p', { id: `${id}-read`, class: 'quiet', 'aria-live': 'polite' });

  const show = (/** @type {import('../../ipc/types.js').ValueView | null} */ shown) => {
    input.value = shown?.kind === 'date' ? day(shown.date) : '';
    told(shown?.kind === 'date' ? shown.date : null);
  };
  const told = (/** @type {string | null} */ iso) => {
    read.textContent = iso ? longDay(iso) : '';
    input.toggleAttribute('aria-invalid', false);
  };
  const take = (/** @type {boolean} */ now) => {
    if (input.value.trim() === '') {
      told(null);
      return edit(null, { now });
    }
    const iso = readDate(input.value);
    if (iso === null) {
      // Half a date is not an error while it is being typed.
      if (now) {
        input.setAttribute('aria-invalid', 'true');
        read.textContent = t('question.date-unread');
      }
      return refuse(now ? t('question.date-unread') : null);
    }
    if (question.past && iso > today()) {
      input.setAttribute('aria-invalid', 'true');
      read.textContent = t('question.date-ahead');
      return refuse(now ? t('question.date-ahead') : null);
    }
    told(iso);
    edit({ kind: 'date', date: iso }, { now });
  };
  const pick = (/** @type {number} */ months) => {
    input.value = day(inMonths(today(), months));
    take(true);
  };
  input.addEventListener('input', () => take(false));
  input.addEventListener('change', () => take(true));
  show(value);
  return {
    element: h('div', { class: 'date-field' },
      h('div', { class: 'actions' }, input,
        button(t('question.today'), () => pick(0), { look: 'quiet' }),
        question.past ? null : [
          button(t('question.in-6-months'), () => pick(6), { look: 'quiet' }),
          button(t('question.in-12-months'), () => pick(12), { look: 'quiet' }),
        ]), read),
    focus: () => input.focus(),
    show,
  };
}

/** @param {string} iso */
function longDay(iso) {
  const tag = language() === 'en' ? 'en-GB' : language();
  return new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(iso));
}
