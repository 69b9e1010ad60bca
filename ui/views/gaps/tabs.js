// @ts-check
/** Head of the three screens of one run: where one is, and the way to the other two. */
import { icon } from '../../components/icon.js';
import { h } from '../../lib/dom.js';
import { moment } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t } from '../../lib/texts.js';

/** @param {import('../../ipc/types.js').GapRun} run @param {'table' | 'interview' | 'results'} here */
export function gapTabs({ record }, here) {
  const places = { table: to('gaps', record.id), interview: to('gaps', record.id, 'interview'), results: to('gaps', record.id, 'results') };
  return h('nav', { class: 'tabs', 'aria-label': t('gaps.screens') }, Object.entries(places).map(([name, href]) => h('a', { href, 'aria-current': name === here ? 'page' : null }, t(`gaps.${name}`))),
    h('a', { href: to('questions', record.id) }, t('gaps.about-run')));
}

/** @param {import('../../ipc/types.js').GapRun} run */
export function gapTrail({ record }) {
  return h('p', { class: 'trail' }, h('a', { href: '#/gaps' }, t('gaps.title')), h('span', { 'aria-hidden': 'true' }, '/'), h('a', { href: to('gaps', record.id) }, h('span', { class: 'ref' }, record.reference), ' ', record.name));
}

/** Who signed it; nothing while it is open. @param {import('../../ipc/types.js').GapRun} run */
export function signedLine({ signed }) {
  return signed ? h('p', { class: 'said' }, icon('check', 'inline'), t('gaps.signed', { number: signed.number, signer: signed.signer, at: moment(signed.at) })) : null;
}
