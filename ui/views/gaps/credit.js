// @ts-check
/** Evidence of an information security system that may be used again: proposed with its source, confirmed by a person. */
import { button } from '../../components/button.js';
import { openDialog } from '../../components/dialog.js';
import { icon } from '../../components/icon.js';
import { pill } from '../../components/marks.js';
import { fill, freshId, h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';
import { chosen, written } from './keys.js';

/** @typedef {import('../../ipc/types.js').GapRow} Row */
/** @typedef {import('../../ipc/types.js').GapAnswer} GapAnswer */

/** How much may be used again, in words. @param {number} strength */
const reach = (strength) => t(`gaps.reuse-${strength >= 7 ? 'strong' : strength >= 4 ? 'partial' : 'related'}`);
/** @type {Record<string, [string, import('../../components/marks.js').Tone]>} */
const looks = { confirmed: ['check', 'good'], part: ['half', 'warn'], declined: ['dash', 'open'] };

/** @param {Row['proposals']} proposals */
function sources(proposals) {
  return h('ul', { class: 'plain-list' }, proposals.map((one) => h('li', {}, h('span', { class: 'ref' }, `ISO/IEC 27001 ${one.reference}`), ` ${one.title} · ${reach(one.strength)}`, h('span', { class: 'quiet' }, ` ${t('gaps.credit-source', { over: one.over, strength: one.strength })}`))));
}

/** @param {Row} row @param {boolean} locked @param {() => unknown} decide */
export function creditPart({ proposals, judged }, locked, decide) {
  if (proposals.length === 0) return h('p', { class: 'quiet' }, icon('dash', 'inline'), t('gaps.credit-none'));
  const act = button(t(judged.credit ? 'gaps.credit-change' : 'gaps.credit-decide'), decide, { look: 'quiet', attributes: { 'data-key': 'credit', 'aria-keyshortcuts': 'C' } });
  act.disabled = locked;
  return h('div', { class: 'gap-credit' },
    h('p', {}, h('b', {}, t('gaps.credit')), ' ', judged.credit ? pill(looks[judged.credit][0], t(`gaps.credit-${judged.credit}`), looks[judged.credit][1]) : pill('question', t('gaps.credit-open'), 'open'), ' ', act, ' ', h('kbd', { 'aria-hidden': 'true' }, 'C')),
    sources(proposals),
    judged.credit ? h('p', { class: 'quiet' }, t('gaps.credit-by', { who: judged.creditBy }), judged.creditEvidence ? ` ${judged.creditEvidence}` : '') : null);
}

/** Asks a person to decide. @param {Row} row @returns {Promise<GapAnswer[] | null>} */
export function askCredit({ reference, proposals, judged }) {
  return openDialog(t('gaps.credit-title', { reference }), (close) => {
    const name = freshId('credit');
    const error = h('p', { class: 'field-error', role: 'alert' });
    const inputs = ['confirmed', 'part', 'declined'].map((id) => h('input', { type: 'radio', name, value: id, checked: judged.credit === id }));
    const evidence = h('textarea', { id: `${name}-evidence`, class: 'text-input', rows: 3, value: judged.creditEvidence });
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      const decision = inputs.find((input) => input.checked)?.value;
      if (!decision) return void fill(error, icon('octagon'), t('gaps.credit-missing'));
      const said = evidence.value.trim();
      if (decision !== 'declined' && said === '') {
        fill(error, icon('octagon'), t('gaps.credit-evidence-missing'));
        return evidence.focus();
      }
      close([{ question: 'finding-credit', answer: chosen(decision) }, { question: 'finding-credit-evidence', answer: said === '' ? null : written(said) }]);
    };
    return [h('form', { class: 'stack', onsubmit: submit }, sources(proposals), h('p', { class: 'quiet' }, t('gaps.credit-line')),
      h('fieldset', { class: 'options' }, h('legend', { class: 'spoken' }, t('gaps.credit')), inputs.map((input) => h('label', { class: 'option' }, input, h('span', { class: 'option-words' }, t(`gaps.credit-${input.value}`))))),
      h('label', { class: 'label', for: `${name}-evidence` }, t('gaps.credit-evidence')), evidence, error,
      h('div', { class: 'dialog-foot' },
        judged.credit ? button(t('gaps.credit-withdraw'), () => close([{ question: 'finding-credit', answer: null }])) : null,
        button(t('dialog.cancel'), () => close(null)), h('button', { type: 'submit', class: 'button primary' }, t('gaps.save'))))];
  }, { wide: true });
}
