// @ts-check
/** What is asked about a control in a window of its own: why, and what shows it. */
import { button } from '../../components/button.js';
import { openDialog } from '../../components/dialog.js';
import { icon } from '../../components/icon.js';
import { readDate } from '../../lib/dates.js';
import { fill, freshId, h } from '../../lib/dom.js';
import { day } from '../../lib/format.js';
import { t } from '../../lib/texts.js';
import { dated, many, written } from './cells.js';

/** @typedef {import('./cells.js').Said} Said */

/**
 * Why a control is included, or left out. What is left out needs words.
 * @param {import('../../ipc/types.js').SoaRow} row @param {import('../../ipc/types.js').SoaScreen} screen
 * @returns {Promise<Said[] | null>}
 */
export function askReason(row, screen) {
  const out = row.decision === 'excluded';
  return openDialog(t(out ? 'soa.exclusion-title' : 'soa.reason-title', { control: row.reference }), (close) => {
    const id = freshId('reason');
    const error = h('p', { id: `${id}-error`, class: 'field-error', role: 'alert' });
    const text = h('textarea', { id, class: 'text-input', rows: 5, value: row.reason, 'aria-describedby': `${id}-hint ${id}-error` });
    const grounds = screen.grounds.map((ground) => ({ ground, box: h('input', { type: 'checkbox', checked: row.grounds.includes(ground.id) }) }));
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      const words = text.value.trim();
      if (out && words === '') {
        fill(error, icon('octagon'), t('soa.exclusion-missing'));
        text.setAttribute('aria-invalid', 'true');
        return text.focus();
      }
      /** @type {Said[]} */
      const said = out ? [['control-exclusion-reason', written(words)]]
        : [['control-reasons', many(grounds.filter(({ box }) => box.checked).map(({ ground }) => ground.id))], ['control-reason', written(words)]];
      close(said);
    };
    text.addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event); });
    return [h('form', { class: 'stack', onsubmit: submit },
      h('p', { class: 'quiet' }, row.title),
      out ? null : h('fieldset', { class: 'stack' }, h('legend', { class: 'label' }, t('soa.grounds')), grounds.map(({ ground, box }) => h('label', { class: 'check' }, box, ' ', ground.label)),
        row.risks.length > 0 ? h('p', { class: 'quiet' }, t('soa.risks-rely', { risks: row.risks.map((risk) => `${risk.reference} ${risk.name}`).join('; ') })) : null),
      h('label', { class: 'label', for: id }, t(out ? 'soa.exclusion-label' : 'soa.reason-label')),
      h('p', { class: 'quiet', id: `${id}-hint` }, t(out ? 'soa.exclusion-hint' : 'soa.reason-hint')), text, error,
      h('div', { class: 'dialog-foot' }, button(t('dialog.cancel'), () => close(null)), h('button', { type: 'submit', class: 'button primary' }, t('soa.save'))))];
  });
}

/** What shows that a control is kept, and of which day it is. @param {import('../../ipc/types.js').SoaRow} row @returns {Promise<Said[] | null>} */
export function askEvidence(row) {
  return openDialog(t('soa.evidence-title', { control: row.reference }), (close) => {
    const id = freshId('evidence');
    const error = h('p', { id: `${id}-error`, class: 'field-error', role: 'alert' });
    const text = h('textarea', { id, class: 'text-input', rows: 4, value: row.evidence, 'aria-describedby': `${id}-hint` });
    const on = h('input', { id: `${id}-on`, class: 'text-input', value: row.evidenceOn ? day(row.evidenceOn) : '', autocomplete: 'off', 'aria-describedby': `${id}-error` });
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      const typed = on.value.trim();
      const read = typed === '' ? null : readDate(typed);
      if (typed !== '' && read === null) {
        fill(error, icon('octagon'), t('soa.date-unreadable'));
        on.setAttribute('aria-invalid', 'true');
        return on.focus();
      }
      /** @type {Said[]} */
      const said = [['control-evidence', written(text.value.trim())], ['control-evidence-on', dated(read)]];
      close(said);
    };
    text.addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event); });
    return [h('form', { class: 'stack', onsubmit: submit },
      h('label', { class: 'label', for: id }, t('soa.evidence-label')), h('p', { class: 'quiet', id: `${id}-hint` }, t('soa.evidence-hint')), text,
      h('label', { class: 'label', for: `${id}-on` }, t('soa.evidence-on')), on, error,
      h('div', { class: 'dialog-foot' }, button(t('dialog.cancel'), () => close(null)), h('button', { type: 'submit', class: 'button primary' }, t('soa.save'))))];
  });
}
