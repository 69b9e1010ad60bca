// @ts-check
/** Signing an assessment, reopening it, what stands in the way, and what was signed. */
import { notify } from '../../components/announce.js';
import { button } from '../../components/button.js';
import { askLine, openDialog } from '../../components/dialog.js';
import { pill } from '../../components/marks.js';
import { askSignature, endsUndo } from '../../components/signature.js';
import { compareAssessment, reopenAssessment, signAssessment } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { moment } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { differenceList } from '../classification/differences.js';
import { signedWords } from '../classification/signing.js';

/** @typedef {import('../../ipc/types.js').Hindrance} Hindrance */
/** @typedef {import('../../ipc/types.js').RevisionView} Revision */
/** @typedef {{ questionnaire: string, record: string, title: string }} Subject */

/** Where a hindrance is dealt with. @param {Subject} subject @param {Hindrance} hindrance */
export function hindranceAt({ questionnaire, record }, { kind, section, question, record: entry }) {
  if (kind === 'no-entries') return to('impacts', record);
  if (kind === 'not-weighed' && entry) return to('questions', entry.id);
  const step = to('assess', questionnaire, record, section);
  return question ? `${step}?at=${encodeURIComponent(question)}` : step;
}

/** The act that is possible now: sign, or reopen. @param {Subject} subject @param {{ signed: Revision | null, hindrances: Hindrance[] }} standing */
export function signingAct(subject, { signed, hindrances }) {
  if (signed) return button(t('classification.reopen'), () => reopen(subject, signed.number));
  return button(t('impact.sign'), () => (hindrances.length > 0 ? sayHindrances(subject, hindrances) : sign(subject)), { look: hindrances.length > 0 ? 'plain' : 'primary' });
}

/** @param {Subject} subject @param {Hindrance[]} hindrances */
async function sayHindrances(subject, hindrances) {
  await openDialog(t('classification.cannot-sign'), (close) => [
    h('p', {}, tn('impact.cannot-sign-line', hindrances.length)),
    h('ul', { class: 'plain-list' }, hindrances.map((one) => h('li', {}, h('a', { href: hindranceAt(subject, one), onclick: () => close(null) }, t(`impact.hindrance-${one.kind}`, { label: one.label }))))),
    h('div', { class: 'dialog-foot' }, button(t('dialog.close'), () => close(null))),
  ]);
}

/** @param {Subject} subject */
async function sign({ questionnaire, record, title }) {
  const signed = await askSignature({
    title: t('impact.sign-title', { name: title }), line: t('impact.sign-line'),
    send: (signature) => signAssessment({ questionnaire, record, ...signature }),
  });
  if (signed) notify(t('classification.signed-now', { number: signed.number }));
}

/** @param {Subject} subject @param {number} number */
async function reopen({ questionnaire, record }, number) {
  const reason = await askLine({ title: t('classification.reopen-title', { number }), label: t('classification.reopen-reason'), hint: `${t('classification.reopen-hint')} ${endsUndo()}`, act: t('classification.reopen') });
  if (reason === null) return;
  try {
    await reopenAssessment({ questionnaire, record, reason });
  } catch (failed) {
    notify(failed instanceof Error ? failed.message : String(failed), { failed: true });
  }
}

/** Everything that was signed, newest first. @param {Subject} subject @param {Revision[]} revisions */
export function revisionsPart(subject, revisions) {
  if (revisions.length === 0) return null;
  return h('section', { class: 'record-section', 'aria-labelledby': 'assessment-revisions' }, h('h2', { id: 'assessment-revisions' }, t('impact.revisions')),
    h('ul', { class: 'plain-list' }, [...revisions].reverse().map((one) => h('li', { class: 'stack' },
      h('p', {}, h('b', {}, t('classification.revision', { number: one.number })), ' ', one.reopenedAt ? pill('half', t('classification.reopened'), 'open') : pill('check', t('classification.in-force-revision'), 'good')),
      h('p', { class: 'quiet' }, signedWords(one), one.remark ? ` ${one.remark}` : ''),
      one.reopenedAt ? h('p', { class: 'quiet' }, t('classification.reopened-because', { at: moment(one.reopenedAt), reason: one.reopenedBecause })) : null,
      h('p', { class: 'tools-row' },
        button(t('classification.compare-today'), () => compare(subject, one.number, null), { look: 'quiet', label: t('classification.compare-today-of', { number: one.number }) }),
        one.number > 1 ? button(t('classification.compare-with', { number: one.number - 1 }), () => compare(subject, one.number - 1, one.number), { look: 'quiet', label: t('classification.compare-two', { before: one.number - 1, after: one.number }) }) : null)))));
}

/** @param {Subject} subject @param {number} before @param {number | null} after */
async function compare({ questionnaire, record }, before, after) {
  const found = await compareAssessment({ questionnaire, record, before, after });
  await openDialog(after === null ? t('classification.compare-today-of', { number: before }) : t('classification.compare-two', { before, after }), (close) => [
    found.length === 0 ? h('p', {}, t('classification.no-difference')) : differenceList(found),
    h('div', { class: 'dialog-foot' }, button(t('dialog.close'), () => close(null))),
  ], { wide: true });
}
