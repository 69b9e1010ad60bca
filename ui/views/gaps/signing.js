// @ts-check
/** Signing a run as it stands, and reopening it. */
import { notify } from '../../components/announce.js';
import { button } from '../../components/button.js';
import { askLine, openDialog } from '../../components/dialog.js';
import { askSignature } from '../../components/signature.js';
import { reopenGapRun, signGapRun } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').GapResults} Results */

/** The act that is possible now. @param {Results} results */
export function signingAct(results) {
  if (results.run.signed) return button(t('gaps.reopen'), () => reopen(results));
  return button(t('gaps.sign'), () => (results.missing.length > 0 ? sayMissing(results) : sign(results)), { look: 'primary' });
}

/** @param {Results} results */
function sayMissing({ run, missing }) {
  return openDialog(t('gaps.cannot-sign'), (close) => [
    h('p', {}, t('gaps.cannot-sign-line')), h('ul', { class: 'plain-list' }, missing.map((label) => h('li', {}, label))),
    h('div', { class: 'dialog-foot' }, button(t('dialog.close'), () => close(null)), h('a', { class: 'button primary', href: to('questions', run.record.id), onclick: () => close(null) }, t('gaps.about-run'))),
  ]);
}

/** @param {Results} results */
async function sign({ run }) {
  const { record, score } = run;
  const line = t('gaps.sign-line', { judged: score.judged, asked: score.asked });
  const signed = await askSignature({
    title: t('gaps.sign-title', { name: record.name }),
    line: score.unseen > 0 ? `${line} ${tn('gaps.sign-unseen', score.unseen)}` : line,
    send: (signature) => signGapRun({ record: record.id, ...signature }),
  });
  if (signed) notify(t('gaps.signed-now', { number: signed.number }));
}

/** @param {Results} results */
async function reopen({ run }) {
  const reason = await askLine({ title: t('gaps.reopen-title', { number: run.signed?.number ?? '' }), label: t('gaps.reopen-reason'), hint: t('gaps.reopen-hint'), act: t('gaps.reopen') });
  if (reason === null) return;
  try {
    await reopenGapRun(run.record.id, reason);
  } catch (failed) {
    notify(failed instanceof Error ? failed.message : String(failed), { failed: true });
  }
}
