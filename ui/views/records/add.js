// @ts-check
/** Enters a record by its name, after a look at what is there already. */
import { linkButton } from '../../components/button.js';
import { LONGEST_NAME } from '../../components/dialog.js';
import { icon } from '../../components/icon.js';
import { addRecord, similarRecords } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { to } from '../../lib/router.js';
import { t } from '../../lib/texts.js';
import { homeOf, isAddable } from './kinds.js';

/** @param {import('../../lib/router.js').Place} place @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function addView(place, desk) {
  const kind = isAddable(place.params.kind) ? place.params.kind : 'system';
  const first = place.query.get('first') === 'yes';
  const input = h('input', { id: 'record-name', class: 'text-input', maxlength: LONGEST_NAME, autocomplete: 'off', 'aria-describedby': 'name-hint name-error' });
  const error = h('p', { class: 'field-error', role: 'alert', id: 'name-error', hidden: true });
  const similar = h('div', { 'aria-live': 'polite' });
  const submit = h('button', { type: 'submit', class: 'button primary' }, h('span', {}, t('add.go')), icon('next'));
  let turn = 0;

  const look = async () => {
    turn += 1;
    const mine = turn;
    const name = input.value.trim();
    const found = name.length < 3 ? [] : await similarRecords(kind, name).catch(() => []);
    if (mine !== turn) return;
    const same = found.some((one) => one.same);
    fill(similar, found.length === 0 ? null : h('div', { class: 'said warn stack' },
      h('p', {}, h('b', {}, t(same ? 'add.same' : 'add.similar')), ' ', t('add.similar-line')),
      h('ul', { class: 'plain-list' }, found.map(({ record }) => h('li', {}, h('span', { class: 'ref' }, record.reference), ' ', h('a', { href: to('record', record.id) }, record.name), record.retired ? h('span', { class: 'quiet' }, ` ${t('record.retired')}`) : null)))));
    fill(submit, h('span', {}, t(same ? 'add.go-anyway' : 'add.go')), icon('next'));
  };
  input.addEventListener('input', () => {
    error.hidden = true;
    input.removeAttribute('aria-invalid');
    void look();
  });

  const save = async (/** @type {Event} */ event) => {
    event.preventDefault();
    error.hidden = true;
    const refuse = (/** @type {string} */ words) => {
      fill(error, icon('octagon'), h('span', {}, words));
      error.hidden = false;
      input.setAttribute('aria-invalid', 'true');
      input.focus();
    };
    if (input.value.trim() === '') return refuse(t('add.name-missing'));
    if (submit.getAttribute('aria-busy') === 'true') return;
    submit.setAttribute('aria-busy', 'true');
    try {
      const record = await addRecord(kind, input.value.trim());
      await desk.go(to('questions', record.id));
    } catch (failure) {
      refuse(failure instanceof Error ? failure.message : String(failure));
    } finally {
      submit.removeAttribute('aria-busy');
    }
  };
  return {
    rail: homeOf(kind).href,
    element: h('div', { class: 'view' },
      h('p', { class: 'trail' }, h('a', { href: homeOf(kind).href }, t(`kinds.${kind}`))),
      h('form', { class: 'stack add', onsubmit: save, novalidate: true },
        h('h1', {}, t(first ? 'add.title-first' : `add.title-${kind}`)),
        h('p', { class: 'quiet', id: 'name-hint' }, t(`add.hint-${kind}`)),
        h('label', { class: 'label', for: 'record-name' }, t(`add.name-${kind}`)), input, error, similar,
        h('div', { class: 'actions' }, submit, linkButton(t('dialog.cancel'), homeOf(kind).href)))),
    arrive: () => input.focus(),
  };
}
