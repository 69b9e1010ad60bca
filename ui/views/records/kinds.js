// @ts-check
/** The kinds of records one can enter, and where each is listed. */

/** @typedef {'system' | 'vendor' | 'model' | 'dataset' | 'person' | 'incident'} AddableKind */

/** Kinds listed under "records", in their order. @type {AddableKind[]} */
export const LISTED = ['vendor', 'model', 'dataset', 'person'];

/** @param {string} word @returns {word is AddableKind} */
export function isAddable(word) {
  return word === 'system' || word === 'incident' || LISTED.includes(/** @type {AddableKind} */ (word));
}

/** The list a record belongs to and the rail's link that stands for it. @param {string} kind */
export function homeOf(kind) {
  if (kind === 'organisation') return { href: '#/organisation', rail: '#/organisation' };
  if (kind === 'system') return { href: '#/inventory', rail: '#/inventory' };
  if (kind === 'duty') return { href: '#/duties', rail: '#/duties' };
  if (kind === 'impact') return { href: '#/impacts', rail: '#/impacts' };
  if (kind === 'gap-analysis' || kind === 'finding') return { href: '#/gaps', rail: '#/gaps' };
  if (kind === 'control') return { href: '#/soa', rail: '#/soa' };
  if (kind === 'incident') return { href: '#/incidents', rail: '#/incidents' };
  return { href: `#/records/${kind}`, rail: '#/records' };
}
