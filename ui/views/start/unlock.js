// @ts-check
/** The file is locked: nothing of it is shown until the passphrase is given. */
import { button } from '../../components/button.js';
import { icon } from '../../components/icon.js';
import { closeFile, unlockFile } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';
import { passphraseForm } from './passphrase.js';

/** @param {import('../../lib/router.js').Place} _place @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function unlockView(_place, desk) {
  const element = h('div', { class: 'start narrow' },
    h('header', { class: 'start-head' }, icon('lock', 'bob'), h('div', {}, h('h1', {}, t('unlock.title')), h('p', { class: 'lead' }, t('unlock.lead', { file: desk.session().file })))),
    h('div', { class: 'card' }, passphraseForm((passphrase) => unlockFile(passphrase), (opened) => void desk.sessionChanged(opened), null)),
    h('div', { class: 'actions' }, button(t('unlock.close'), async () => { await closeFile(); await desk.sessionChanged(null); }, { look: 'quiet' })));
  return { element, arrive: () => element.querySelector('input')?.focus() };
}
