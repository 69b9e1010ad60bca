// @ts-check
/** @param {import('../../ipc/types.js').ProgressView} progress the state of a section, for its mark */
export function sectionState({ asked, settled, toFindOut }) {
  if (asked > 0 && settled === asked) return 'done';
  return settled + toFindOut > 0 ? 'under-way' : 'not-started';
}
