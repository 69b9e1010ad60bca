// @ts-check
/** How an action stands, by shape and word. */
import { pill } from '../../components/marks.js';

/** Shape and tone of each way to stand. @type {Record<string, [shape: string, tone: import('../../components/marks.js').Tone]>} */
export const looks = { overdue: ['triangle', 'warn'], 'check-overdue': ['triangle', 'warn'], ineffective: ['octagon', 'bad'], ahead: ['ring', 'open'], undated: ['dashed', 'open'], unchecked: ['half', 'here'], settled: ['check', 'good'] };

/** @param {import('../../ipc/types.js').ActionLine} line */
export function actionMark(line) {
  const [shape, tone] = looks[line.pressing] ?? looks.ahead;
  return pill(shape, line.pressingWords, tone);
}
