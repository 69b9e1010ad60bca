// @ts-check
/** Asks who signs, in which function, and sends the signature; what is refused is said where it was typed. */
import { fill, freshId, h } from '../lib/dom.js';
import { keyNames } from '../lib/keyboard.js';
import { t } from '../lib/texts.js';
import { button } from './button.js';
import { LONGEST_NAME, openDialog } from './dialog.js';
import { icon } from './icon.js';

/**
 * @template T
 * @param {object} asked
 * @param {string} asked.title @param {string} asked.line what is signed
 * @param {string} [asked.remark] label of the remark @param {string} [asked.hint] what the remark is for, where it must be given
 * @param {(signature: { signer: string, signerRole: string, remark: string }) => Promise<T>} asked.send
 * @returns {Promise<T | null>} null when it was dismissed
 */
export function askSignature({ title, line, remark: remarkLabel = t('question.note'), hint = '', send }) {
  return openDialog(title, (close) => {
    const id = freshId('sign');
    const name = h('input', { id: `${id}-name`, class: 'text-input', maxlength: LONGEST_NAME, autocomplete: 'off', 'aria-describedby': `${id}-error` });
    const role = h('input', { id: `${id}-role`, class: 'text-input', maxlength: LONGEST_NAME, autocomplete: 'off', 'aria-describedby': `${id}-error` });
    const remark = h('textarea', { id: `${id}-remark`, class: 'text-input', rows: 2, 'aria-describedby': hint ? `${id}-why ${id}-error` : null });
    const error = h('p', { id: `${id}-error`, class: 'field-error', role: 'alert' });
    const submit = async (/** @type {Event} */ event) => {
      event.preventDefault();
      // Who signs says so: nothing is filled in that would be a signature by itself.
      const missing = [name, role].find((input) => input.value.trim() === '');
      for (const input of [name, role]) input.setAttribute('aria-invalid', String(input === missing));
      if (missing) {
        fill(error, icon('octagon'), t(missing === name ? 'classification.signer-missing' : 'classification.signer-role-missing'));
        return missing.focus();
      }
      try {
        close(await send({ signer: name.value.trim(), signerRole: role.value.trim(), remark: remark.value.trim() }));
      } catch (failed) {
        fill(error, icon('octagon'), failed instanceof Error ? failed.message : String(failed));
      }
    };
    return [h('form', { class: 'stack', onsubmit: submit },
      h('p', {}, line),
      h('p', { class: 'quiet' }, endsUndo()),
      h('label', { class: 'label', for: `${id}-name` }, t('classification.signer')), name,
      h('label', { class: 'label', for: `${id}-role` }, t('classification.signer-role')), role,
      h('label', { class: 'label', for: `${id}-remark` }, remarkLabel), remark,
      hint ? h('p', { id: `${id}-why`, class: 'quiet' }, hint) : null, error,
      h('div', { class: 'dialog-foot' }, button(t('dialog.cancel'), () => close(null)), h('button', { type: 'submit', class: 'button primary' }, t('classification.sign'))))];
  });
}

/** What signing and reopening do to the undo of everything before. */
export function endsUndo() {
  return t('classification.ends-undo', { keys: keyNames('mod+z').join('+') });
}
