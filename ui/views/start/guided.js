// @ts-check
/** The guided start: the organisation's name, the protection of its file, then the first question. */
import { linkButton } from '../../components/button.js';
import { LONGEST_NAME } from '../../components/dialog.js';
import { icon } from '../../components/icon.js';
import { CommandError, createFile } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';
import { protectionFields } from './passphrase.js';

/** @param {import('../../lib/router.js').Place} place @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function guidedView(place, desk) {
  const then = place.query.get('then') === 'import' ? '#/import' : '#/add/system?first=yes';
  const name = h('input', { id: 'organisation-name', class: 'text-input', maxlength: LONGEST_NAME, autocomplete: 'organization', 'aria-describedby': 'organisation-hint' });
  const error = h('p', { class: 'field-error', role: 'alert', hidden: true });
  const protection = protectionFields();
  const working = h('p', { class: 'quiet', role: 'status' });
  const go = h('button', { type: 'submit', class: 'button primary' }, h('span', {}, t('guided.go')), icon('next'));

  const refuse = (/** @type {string} */ words) => {
    fill(error, icon('octagon'), h('span', {}, words));
    error.hidden = false;
    name.focus();
  };
  name.addEventListener('input', () => { error.hidden = true; });
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (go.getAttribute('aria-busy') === 'true') return;
    error.hidden = true;
    if (name.value.trim() === '') return refuse(t('guided.name-missing'));
    const chosen = protection.read();
    if (!chosen) return;
    go.setAttribute('aria-busy', 'true');
    fill(working, t('guided.making'));
    try {
      const opened = await createFile({ organisation: name.value.trim(), passphrase: chosen.passphrase });
      if (opened) await desk.sessionChanged(opened, then);
    } catch (failure) {
      const words = failure instanceof Error ? failure.message : String(failure);
      if (failure instanceof CommandError && failure.code === 'weak-passphrase') protection.refuse(words);
      else refuse(words);
    } finally {
      go.removeAttribute('aria-busy');
      fill(working);
    }
  };
  return {
    element: h('div', { class: 'start narrow' },
      h('p', { class: 'trail' }, h('a', { href: '#/start' }, t('guided.back'))),
      h('header', { class: 'start-head' }, icon('plumb', 'bob'), h('div', {}, h('h1', {}, t('guided.title')), h('p', { class: 'lead' }, t(then === '#/import' ? 'guided.lead-import' : 'guided.lead')))),
      h('form', { class: 'stack guided', onsubmit: submit, novalidate: true },
        h('div', { class: 'field wide' }, h('label', { class: 'label', for: 'organisation-name' }, t('guided.name')), h('p', { class: 'quiet', id: 'organisation-hint' }, t('guided.name-hint')), name, error),
        protection.element,
        h('div', { class: 'actions' }, go, linkButton(t('dialog.cancel'), '#/start'), working),
        h('p', { class: 'quiet' }, t('guided.next')))),
    arrive: () => name.focus(),
  };
}
