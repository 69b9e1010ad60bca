// @ts-check
/** Dates, times and sizes as the interface language writes them. Stored values are ISO 8601. */
import { language, t, tn } from './texts.js';

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {Intl.DateTimeFormatOptions} options */
function formatter(options) {
  const tag = language() === 'en' ? 'en-GB' : language();
  const key = tag + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(tag, options);
  formats.set(key, made);
  return made;
}

/** "22 Nov 2026" from `2026-11-22` or a moment. @param {string} iso */
export function day(iso) {
  // A calendar date has no zone: read as UTC and written as UTC, it stays the same day everywhere.
  const zone = iso.length === 10 ? { timeZone: 'UTC' } : {};
  return formatter({ day: 'numeric', month: 'short', year: 'numeric', ...zone }).format(new Date(iso));
}

/** "10:42" of a moment. @param {string} iso */
export function clock(iso) {
  return formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(iso));
}

/** "22 Nov 2026, 10:42" of a moment. @param {string} iso */
export function moment(iso) {
  return `${day(iso)}, ${clock(iso)}`;
}

/** Today as a calendar date, by the clock of the machine. */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ part) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Days from one calendar date to another; negative when `to` is earlier. @param {string} from @param {string} to */
export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** "in 9 days", "3 days overdue", "today". @param {string} due a calendar date @param {string} [on] */
export function dueText(due, on = today()) {
  const days = daysBetween(on, due);
  if (days === 0) return t('date.today');
  return days > 0 ? tn('date.in-days', days) : tn('date.overdue', -days);
}

/** "12,345" @param {number} value */
export function number(value) {
  return new Intl.NumberFormat(language()).format(value);
}

/** "54 KB", "1.2 MB"; a kilobyte is 1,000 bytes. @param {number} bytes */
export function size(bytes) {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(language(), { style: 'unit', unit: units[step], unitDisplay: 'short', maximumFractionDigits: step > 1 ? 1 : 0 })
    .format(bytes / 1000 ** step);
}
