// @ts-check
/** What keys mean in a cell of the triage table. */

/** @typedef {import('../../ipc/types.js').TriageColumn} TriageColumn */
/** @typedef {import('../../ipc/types.js').TriageCell} TriageCell */
/** @typedef {import('../../ipc/types.js').NewAnswer} NewAnswer */

/** The key of an option: 1 to 9, then letters. @param {number} index */
export function keyOf(index) {
  return index < 9 ? String(index + 1) : String.fromCharCode(97 + index - 9);
}

/** The answer that says exactly these options. @param {TriageColumn} column @param {string[]} ids @returns {NewAnswer | null} */
export function answerFor(column, ids) {
  if (column.several) return { state: 'given', value: { kind: 'many', options: ids }, note: '' };
  return ids.length === 1 ? { state: 'given', value: { kind: 'one', option: ids[0] }, note: '' } : null;
}

/**
 * What a key does to a cell: an answer, null to withdraw the present one, undefined for nothing at all. A key of
 * an option chooses it; of several it adds it or takes it away, from what was said or, where nothing was, from
 * what is known.
 * @param {string} key @param {TriageColumn} column @param {TriageCell} cell
 * @returns {NewAnswer | null | undefined}
 */
export function pressed(key, column, cell) {
  if (key === 'Delete' || key === 'Backspace') return cell.standing === 'open' ? undefined : null;
  if (key === '?') return cell.standing === 'not-known' ? undefined : { state: 'not-known', askedOf: null, note: '' };
  if (key === '=') return cell.standing === 'open' && cell.known ? answerFor(column, cell.known.options) : undefined;
  if (key === '0') return column.several ? answerFor(column, []) : undefined;
  const option = column.options.find((_, index) => keyOf(index) === key.toLowerCase());
  if (!option || key.length !== 1) return undefined;
  if (!column.several) return answerFor(column, [option.id]);
  const before = cell.standing === 'answered' ? cell.chosen : cell.standing === 'open' ? cell.known?.options ?? [] : [];
  return answerFor(column, before.includes(option.id) ? before.filter((id) => id !== option.id) : [...before, option.id]);
}
