// @ts-check
/** What one key says of a requirement, in the interview and in the table alike. */

/** @typedef {import('../../ipc/types.js').GapJudged} GapJudged */
/** @typedef {import('../../ipc/types.js').GapAnswer} GapAnswer */
/** @typedef {import('../../ipc/types.js').NewAnswer} NewAnswer */

/** The option of a step of maturity. @param {number} step */
export const level = (step) => `level-${step}`;
export const SEEN = ['yes', 'partly', 'no'];
export const SEVERITIES = ['major', 'minor', 'observation', 'improvement'];
/** The key of each judgement. @type {Record<string, string>} */
export const CONFORMITY_KEYS = { m: 'met', p: 'partly', n: 'not-met', u: 'not-looked-at' };

/** @param {string} option @returns {NewAnswer} */
export const chosen = (option) => ({ state: 'given', value: { kind: 'one', option }, note: '' });
/** @param {string} text @returns {NewAnswer} */
export const written = (text) => ({ state: 'given', value: { kind: 'text', text }, note: '' });
/** An empty text withdraws the answer. @param {string} text @returns {NewAnswer | null} */
export const writtenOrNone = (text) => (text.trim() === '' ? null : written(text));
/** @param {string} reason @returns {NewAnswer} */
export const aside = (reason) => ({ state: 'not-applicable', reason, note: '' });
/** @param {number} number @returns {NewAnswer} */
export const counted = (number) => ({ state: 'given', value: { kind: 'number', number }, note: '' });
/** @type {NewAnswer} */
const unknown = { state: 'not-known', askedOf: null, note: '' };

/** The next of several, and after the last none. @param {string[]} all @param {string | null} now */
function following(all, now) {
  return all[now === null ? 0 : all.indexOf(now) + 1] ?? null;
}

/** Puts a mark on, or takes it off. @param {GapJudged} judged @param {'flag' | 'ask-again'} mark @returns {GapAnswer[]} */
export function marked(judged, mark) {
  const now = [...(judged.flagged ? ['flag'] : []), ...(judged.askAgain ? ['ask-again'] : [])];
  const then = now.includes(mark) ? now.filter((one) => one !== mark) : [...now, mark];
  /** @type {GapAnswer[]} */
  const answers = [{ question: 'finding-flag', answer: then.length === 0 ? null : { state: 'given', value: { kind: 'many', options: then }, note: '' } }];
  // "Don't know yet" stands on the same list: taken off it, it is open again.
  if (mark === 'ask-again' && judged.askAgain && judged.said && judged.conformity === 'not-looked-at') answers.push({ question: 'finding-conformity', answer: null });
  return answers;
}

/**
 * What a key says, as one act; null where it says nothing. A reason why something does not apply is asked for elsewhere.
 * @param {string} key @param {GapJudged} judged @returns {GapAnswer[] | null}
 */
export function keyed(key, judged) {
  const small = key.toLowerCase();
  const one = (/** @type {string} */ question, /** @type {string | null} */ option) => [{ question, answer: option === null ? null : chosen(option) }];
  if (CONFORMITY_KEYS[small]) return one('finding-conformity', CONFORMITY_KEYS[small]);
  if (key === '?') return [{ question: 'finding-conformity', answer: unknown }];
  if (key === 'Delete' || key === 'Backspace') return judged.said ? [{ question: 'finding-conformity', answer: null }] : null;
  if (small === 'e') return one('finding-exists', following(SEEN, judged.exists));
  // Nothing can work that is not there.
  if (small === 'w') return judged.exists === 'no' ? null : one('finding-works', following(SEEN, judged.works));
  if (small === 's') return one('finding-severity', following(SEVERITIES, judged.severity));
  if (small === 'f') return marked(judged, 'flag');
  if (small === 'q') return marked(judged, 'ask-again');
  if (/^[0-5]$/.test(key)) return one('finding-maturity', level(Number(key)));
  return null;
}
