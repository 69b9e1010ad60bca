// @ts-check
/** Calendar dates as people type them. */
import { language } from './texts.js';

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

