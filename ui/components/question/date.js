// @ts-check
/** A calendar date, typed as people write it, read back in words. */
import { h } from '../../lib/dom.js';
import { today } from '../../lib/format.js';
import { language, t } from '../../lib/texts.js';
import { button } from '../button.js';

/** @type {import('./kinds.js').MakeControl} */
export function date({ id, describedBy, value, edit, refuse }) {
  const input = h('input', { id, class: 'text-input short', 'aria-describedby': `${describedBy} ${id}-read`, autocomplete: 'off', placeholder: t('question.date-form') });
  const read = h('p', { id: `${id}-read`, class: 'quiet', 'aria-live': 'polite' });

  const show = (/** @type {import('../../ipc/types.js').ValueView | null} */ shown) => {
    input.value = shown?.kind === 'date' ? shown.date : '';
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
    told(iso);
    edit({ kind: 'date', date: iso }, { now });
  };
  const pick = (/** @type {number} */ months) => {
    input.value = inMonths(today(), months);
    take(true);
  };
  input.addEventListener('input', () => take(false));
  input.addEventListener('change', () => take(true));
  show(value);
  return {
    element: h('div', { class: 'date-field' },
      h('div', { class: 'actions' }, input,
        button(t('question.today'), () => pick(0), { look: 'quiet' }),
        button(t('question.in-6-months'), () => pick(6), { look: 'quiet' }),
        button(t('question.in-12-months'), () => pick(12), { look: 'quiet' })), read),
    focus: () => input.focus(),
    show,
  };
}

/** @param {string} iso */
function longDay(iso) {
  const tag = language() === 'en' ? 'en-GB' : language();
  return new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(iso));
}

/**
 * Reads `2026-11-22`, `22.11.2026`, `22/11/2026`, `22 Nov 2026` or `22 November 2026`; day before month.
 * @param {string} typed @returns {string | null} the ISO date
 */
export function readDate(typed) {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return calendar(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(text);
  if (numbers) return calendar(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const named = /^(\d{1,2})\.? ([\p{L}]{3,})\.?,? (\d{4})$/u.exec(text);
  if (!named) return null;
  const month = monthNames().findIndex((name) => name.startsWith(named[2]) || named[2].startsWith(name.replace('.', '').slice(0, 4)));
  return month < 0 ? null : calendar(Number(named[3]), month + 1, Number(named[1]));
}

/** @returns {string[]} */
function monthNames() {
  const format = new Intl.DateTimeFormat(language(), { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 1)).toLowerCase());
}

/** The ISO date if there is such a day. @param {number} year @param {number} month @param {number} dayOfMonth */
function calendar(year, month, dayOfMonth) {
  const made = new Date(Date.UTC(year, month - 1, dayOfMonth));
  if (year < 1900 || made.getUTCMonth() !== month - 1 || made.getUTCDate() !== dayOfMonth) return null;
  return made.toISOString().slice(0, 10);
}

/** The same day some months on, or the last of the month where there is none. @param {string} iso @param {number} months */
export function inMonths(iso, months) {
  const [year, month, dayOfMonth] = iso.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last))).toISOString().slice(0, 10);
}

