// @ts-check
/** Signing the next version of the statement. */
import { notify } from '../../components/announce.js';
import { button } from '../../components/button.js';
import { LONGEST_NAME, openDialog } from '../../components/dialog.js';
import { icon } from '../../components/icon.js';
import { signSoa } from '../../ipc/commands.js';
import { fill, freshId, h } from '../../lib/dom.js';
import { number } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').SoaScreen} Screen */

/** Signs, or says what has to be settled first. @param {Screen} screen */
export function signNext(screen) {
  const open = screen.rows.filter((row) => row.decision === null || row.contradictions.some((one) => one.barsSigning));
  return open.length > 0 ? sayOpen(open) : sign(screen);
}

/** @param {import('../../ipc/types.js').SoaRow[]} open */
function sayOpen(open) {
  return openDialog(t('soa.cannot-sign'), (close) => [
    h('p', {}, tn('soa.cannot-sign-line', open.length)),
    h('ul', { class: 'plain-list' }, open.map((row) => h('li', {}, h('a', { href: to('soa', 'control', row.id), onclick: () => close(null) }, h('span', { class: 'ref' }, row.reference), ' ', row.title)))),
    h('div', { class: 'dialog-foot' }, button(t('dialog.close'), () => close(null)))]);
}

/** @param {Screen} screen */
async function sign({ next, people, counts }) {
  const signed = await openDialog(t('soa.sign-title', { n: next.number }), (close) => {
    const id = freshId('sign');
    const scope = h('textarea', { id: `${id}-scope`, class: 'text-input', rows: 4, value: next.scope });
    const approver = h('select', { id: `${id}-approver`, class: 'select' }, h('option', { value: '' }, t('soa.choose-person')), people.map((person) => h('option', { value: person.id, ...(person.id === next.approver?.id ? { selected: true } : {}) }, person.name)));
    const role = h('input', { id: `${id}-role`, class: 'text-input', maxlength: LONGEST_NAME, autocomplete: 'off', value: next.function });
    const changes = h('textarea', { id: `${id}-changes`, class: 'text-input', rows: 4, autofocus: true, 'aria-describedby': `${id}-changes-hint` });
    const error = h('p', { id: `${id}-error`, class: 'field-error', role: 'alert' });
    // The function belongs to the person that was suggested, not to whoever is chosen instead.
    approver.addEventListener('change', () => { if (role.value === next.function) role.value = ''; });
    const submit = async (/** @type {Event} */ event) => {
      event.preventDefault();
      const missing = [scope, approver, role, changes].find((input) => input.value.trim() === '');
      for (const input of [scope, approver, role, changes]) input.setAttribute('aria-invalid', String(input === missing));
      if (missing) {
        fill(error, icon('octagon'), t(missing === scope ? 'soa.scope-missing' : missing === approver ? 'soa.approver-missing' : missing === role ? 'soa.function-missing' : 'soa.changes-missing'));
        return missing.focus();
      }
      try {
        close(await signSoa({ scope: scope.value.trim(), approver: approver.value, function: role.value.trim(), changes: changes.value.trim() }));
      } catch (failed) {
        fill(error, icon('octagon'), failed instanceof Error ? failed.message : String(failed));
      }
    };
    return [h('form', { class: 'stack', onsubmit: submit },
      h('p', {}, t('soa.sign-line', { included: number(counts.included), excluded: number(counts.excluded) })),
      counts.contradicted > 0 ? h('p', { class: 'contradiction' }, icon('triangle', 'inline'), tn('soa.sign-contradicted', counts.contradicted)) : null,
      h('label', { class: 'label', for: `${id}-changes` }, t('soa.changes')), h('p', { class: 'quiet', id: `${id}-changes-hint` }, t(next.number > 1 ? 'soa.changes-hint-next' : 'soa.changes-hint')), changes,
      h('label', { class: 'label', for: `${id}-scope` }, t('soa.scope')), scope,
      h('label', { class: 'label', for: `${id}-approver` }, t('soa.approver')), approver,
      h('label', { class: 'label', for: `${id}-role` }, t('soa.function')), role, error,
      h('div', { class: 'dialog-foot' }, button(t('dialog.cancel'), () => close(null)), h('button', { type: 'submit', class: 'button primary' }, t('soa.sign', { n: next.number }))))];
  }, { wide: true });
  if (signed) notify(t('soa.signed-now', { n: Number(signed) }));
}
