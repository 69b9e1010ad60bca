// @ts-check
/** The kinds of records one can enter, and where each is listed. */
import { to } from '../../lib/router.js';

/** @typedef {'system' | 'vendor' | 'model' | 'dataset' | 'person' | 'incident' | 'risk'} AddableKind */

/** Kinds listed under "records", in their order. @type {AddableKind[]} */
export const LISTED = ['vendor', 'model', 'dataset', 'person'];

/** @param {string} word @returns {word is AddableKind} */
export function isAddable(word) {
  return word === 'system' || word === 'incident' || word === 'risk' || LISTED.includes(/** @type {AddableKind} */ (word));
}

/** The list a record belongs to and the rail's link that stands for it. @param {string} kind */
export function homeOf(kind) {
  if (kind === 'organisation') return { href: '#/organisation', rail: '#/organisation' };
  if (kind === 'system') return { href: '#/inventory', rail: '#/inventory' };
  if (kind === 'duty') return { href: '#/duties', rail: '#/duties' };
  if (kind === 'impact') return { href: '#/impacts', rail: '#/impacts' };
  if (kind === 'gap-analysis' || kind === 'finding') return { href: '#/gaps', rail: '#/gaps' };
  if (kind === 'control') return { href: '#/soa', rail: '#/soa' };
  if (kind === 'risk' || kind === 'method') return { href: '#/risks', rail: '#/risks' };
  if (kind === 'action') return { href: '#/actions', rail: '#/actions' };
  if (kind === 'incident') return { href: '#/incidents', rail: '#/incidents' };
  return { href: `#/records/${kind}`, rail: '#/records' };
}

/** The page that says most of a record: a risk and a method have one of their own. @param {{ id: string, kind: string }} record */
export function pageOf({ id, kind }) {
  if (kind === 'organisation') return '#/organisation';
  return to(kind === 'risk' ? 'risks' : kind === 'method' ? 'method' : 'record', id);
}
