// @ts-check
/** Signing a classification, reopening it, and comparing what was signed. */
import { notify } from '../../components/announce.js';
import { button } from '../../components/button.js';
import { askLine, openDialog } from '../../components/dialog.js';
import { icon } from '../../components/icon.js';
import { pill } from '../../components/marks.js';
import { askSignature, endsUndo } from '../../components/signature.js';
import { compareClassification, reopenClassification, signClassification } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { day, moment } from '../../lib/format.js';
import { t, tn } from '../../lib/texts.js';
import { differenceList } from './differences.js';
import { part } from './part.js';
import { questionAt } from './tree.js';

/** @typedef {import('../../ipc/types.js').ClassificationResult} Result */
/** @typedef {import('../../ipc/types.js').RevisionView} Revision */

/** What the law calls the class of which the reason is kept. */
const OUT_OF_SCOPE = 'out_of_scope';

/** The act that is possible now: sign, or reopen. @param {Result} result */
export function signingAct(result) {
  return result.signed
    ? button(t('classification.reopen'), () => reopen(result))
    : button(t('classification.sign'), () => (result.open.length + result.toFindOut.length > 0 ? sayOpen(result) : sign(result)), { look: result.open.length > 0 ? 'plain' : 'primary' });
}

/** Who signed what is in force. @param {Revision} revision */
export function signedWords({ number, signer, signerRole, at, on }) {
  return t(signerRole ? 'classification.signed-in-role' : 'classification.signed', { number, signer, role: signerRole, at: moment(at), on: day(on) });
}

/** What has to be answered first, by name. @param {Result} result */
async function sayOpen({ record, open, toFindOut }) {
  const named = [...open, ...toFindOut];
  const going = await openDialog(t('classification.cannot-sign'), (close) => [
    h('p', {}, tn('classification.cannot-sign-line', named.length)),
    h('ul', { class: 'plain-list' }, named.map((one) => h('li', {}, h('a', { href: questionAt(record.id, one.question), onclick: () => close(null) }, one.label)))),
    h('div', { class: 'dialog-foot' }, button(t('dialog.close'), () => close(null))),
  ]);
  return going;
}

/** @param {Result} result */
async function sign({ record, strip }) {
  // What is out of scope is kept with its reason.
  const outside = strip.class?.id === OUT_OF_SCOPE;
  const signed = await askSignature({
    title: t('classification.sign-title', { name: record.name }),
    line: t('classification.sign-line', { class: strip.class?.title ?? t('classification.undetermined') }),
    ...(outside ? { remark: t('classification.sign-outside'), hint: t('classification.sign-outside-hint') } : {}),
    send: (signature) => signClassification({ record: record.id, ...signature }),
  });
  if (signed) notify(t('classification.signed-now', { number: signed.number }));
}

/** @param {Result} result */
async function reopen({ record, signed }) {
  const reason = await askLine({ title: t('classification.reopen-title', { number: signed?.number ?? '' }), label: t('classification.reopen-reason'), hint: `${t('classification.reopen-hint')} ${endsUndo()}`, act: t('classification.reopen') });
  if (reason === null) return;
  try {
    await reopenClassification(record.id, reason);
  } catch (failed) {
    notify(failed instanceof Error ? failed.message : String(failed), { failed: true });
  }
}

/** The rules a result was made with, for whoever wants to know exactly. @param {string} version */
export function versionDetails(version) {
  return h('details', {}, h('summary', {}, t('classification.rules-exactly')), h('p', { class: 'ref' }, version));
}

/** That it was reopened, and why; null while it is signed or never was. @param {Result} result */
export function reopenedLine({ signed, revisions }) {
  const last = revisions.at(-1);
  if (signed || !last?.reopenedAt) return null;
  return h('p', { class: 'said warn law-reopened' }, icon('half', 'inline'), t('classification.reopened-line', { at: moment(last.reopenedAt), reason: last.reopenedBecause, number: last.number }));
}

/** Everything that was signed, newest first. @param {Result} result */
export function revisionsPart({ record, revisions }) {
  if (revisions.length === 0) return null;
  return part('revisions', [revisions.length > 2 ? anyTwo(record.id, revisions) : null, h('div', { class: 'table-frame plain', tabindex: '0', role: 'region', 'aria-label': t('classification.revisions-table') }, h('table', { class: 'table' },
    h('thead', {}, h('tr', {}, ['revision', 'signed', 'content', 'compare'].map((column) => h('th', { scope: 'col' }, t(`classification.column-${column}`))))),
    h('tbody', {}, [...revisions].reverse().map((one) => h('tr', {},
      h('th', { scope: 'row' }, h('b', {}, t('classification.revision', { number: one.number })), h('p', {}, one.headline),
        one.reopenedAt ? pill('half', t('classification.reopened'), 'open') : pill('check', t('classification.in-force-revision'), 'good')),
      h('td', {}, h('p', {}, signedWords(one)), one.remark ? h('p', { class: 'quiet' }, one.remark) : null,
        one.reopenedAt ? h('p', { class: 'quiet' }, t('classification.reopened-because', { at: moment(one.reopenedAt), reason: one.reopenedBecause })) : null),
      h('td', {}, versionDetails(one.contentVersion), h('p', { class: 'ref', title: one.sha256 }, t('classification.proof', { hash: one.sha256.slice(0, 16) }))),
      h('td', {}, h('div', { class: 'stack' },
        button(t('classification.compare-today'), () => compare(record.id, one.number, null), { look: 'quiet', label: t('classification.compare-today-of', { number: one.number }) }),
        one.number > 1 ? button(t('classification.compare-with', { number: one.number - 1 }), () => compare(record.id, one.number - 1, one.number), { look: 'quiet', label: t('classification.compare-two', { before: one.number - 1, after: one.number }) }) : null)))))))]);
}

/** Two revisions that are not neighbours. @param {string} record @param {Revision[]} revisions oldest first */
function anyTwo(record, revisions) {
  const choice = (/** @type {string} */ label, /** @type {Revision | undefined} */ chosen) => h('select', { class: 'select', 'aria-label': label },
    revisions.map((one) => h('option', { value: String(one.number), ...(one === chosen ? { selected: true } : {}) }, t('classification.revision', { number: one.number }))));
  const earlier = choice(t('classification.compare-earlier'), revisions[0]);
  const later = choice(t('classification.compare-later'), revisions.at(-1));
  return h('div', { class: 'tools' }, earlier, later, button(t('classification.compare-any'), () => {
    const [before, after] = [Number(earlier.value), Number(later.value)].sort((one, other) => one - other);
    return compare(record, before, after);
  }));
}

/** @param {string} record @param {number} before @param {number | null} after */
async function compare(record, before, after) {
  const found = await compareClassification({ record, before, after });
  await openDialog(after === null ? t('classification.compare-today-of', { number: before }) : t('classification.compare-two', { before, after }), (close) => [
    found.length === 0 ? h('p', {}, t('classification.no-difference')) : differenceList(found),
    h('div', { class: 'dialog-foot' }, button(t('dialog.close'), () => close(null))),
  ], { wide: true });
}
