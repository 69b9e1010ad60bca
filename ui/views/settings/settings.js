// @ts-check
/** The person, the look, the lock, the file. */
import { notify } from '../../components/announce.js';
import { button, linkButton } from '../../components/button.js';
import { openDialog } from '../../components/dialog.js';
import { pill } from '../../components/marks.js';
import { changePassphrase, checkFile, CommandError, preferences, saveCopy, savePreferences, texts } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { number } from '../../lib/format.js';
import { t, useTexts } from '../../lib/texts.js';
import { applyTheme } from '../../lib/theme.js';
import { showOwnBackups } from '../start/backups.js';
import { protectionFields, secret } from '../start/passphrase.js';

/** @param {import('../../lib/router.js').Place} _place @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function settingsView(_place, desk) {
  let chosen = await preferences();
  const { languages } = await texts(chosen.language);
  const session = desk.session();
  const told = h('p', { class: 'quiet', role: 'status' });

  /** @param {Partial<import('../../ipc/types.js').Preferences>} change */
  async function keep(change) {
    try {
      chosen = await savePreferences({ ...chosen, ...change });
      told.textContent = t('settings.kept');
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { failed: true });
    }
  }
  const actor = h('input', { id: 'actor', class: 'text-input', autocomplete: 'name', value: chosen.actor, 'aria-describedby': 'actor-hint', onchange: () => { if (actor.value.trim()) void keep({ actor: actor.value.trim() }); } });
  const language = h('select', { id: 'language', class: 'select', onchange: async () => {
    await keep({ language: language.value });
    const wording = await texts(language.value);
    useTexts(wording.language, wording.texts);
    document.documentElement.lang = wording.language;
    await desk.sessionChanged(session);
    await desk.go('#/settings');
  } }, languages.map((tag) => h('option', { value: tag, selected: tag === chosen.language }, nameOf(tag))));
  const lock = h('select', { id: 'lock-after', class: 'select', onchange: () => keep({ lockAfterMinutes: lock.value === '' ? null : Number(lock.value) }) },
    [5, 10, 15, 30, 60, null].map((minutes) => h('option', { value: minutes ?? '', selected: minutes === chosen.lockAfterMinutes }, minutes === null ? t('settings.never') : t('settings.minutes', { n: minutes }))));
  const zoom = h('select', { id: 'zoom', class: 'select', onchange: () => keep({ zoom: Number(zoom.value) }) },
    [80, 90, 100, 110, 125, 150, 175, 200].map((percent) => h('option', { value: percent, selected: percent === chosen.zoom }, `${number(percent)} %`)));
  const themes = /** @type {const} */ (['system', 'light', 'dark']);

  return {
    element: h('div', { class: 'view settings' },
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('settings.title')), told)),
      group('you', [row('actor', t('settings.actor'), actor, t('settings.actor-hint'))]),
      group('organisation', [
        h('p', {}, t('settings.organisation-line')),
        h('div', { class: 'actions' }, linkButton(t('settings.organisation-act'), '#/organisation'), linkButton(t('settings.people-act'), '#/records/person'))]),
      group('look', [
        h('fieldset', {}, h('legend', { class: 'label' }, t('settings.theme')), h('div', { class: 'chips choice-row' }, themes.map((theme) => h('label', { class: 'check' },
          h('input', { type: 'radio', name: 'theme', value: theme, checked: chosen.theme === theme, onchange: () => { applyTheme(theme); return keep({ theme }); } }), t(`settings.theme-${theme}`))))),
        row('zoom', t('settings.zoom'), zoom),
        languages.length > 1 ? row('language', t('settings.language'), language) : null]),
      group('safety', [
        session.encrypted ? row('lock-after', t('settings.lock-after'), lock, t('settings.lock-hint')) : h('p', {}, t('settings.not-encrypted')),
        h('label', { class: 'check' }, h('input', { type: 'checkbox', checked: chosen.keepRecent, onchange: (/** @type {Event} */ event) => keep({ keepRecent: /** @type {HTMLInputElement} */ (event.target).checked }) }), t('settings.keep-recent')),
        h('div', { class: 'actions' }, button(t(session.encrypted ? 'settings.change-passphrase' : 'settings.set-passphrase'), () => askPassphraseChange(session.encrypted, desk)))]),
      group('file', [
        h('dl', { class: 'facts' }, h('dt', {}, t('settings.file-name')), h('dd', {}, session.file), h('dt', {}, t('settings.file-id')), h('dd', { class: 'ref' }, session.fileId),
          h('dt', {}, t('settings.content')), h('dd', {}, session.contentVersion)),
        checkPart(), copyPart(desk)])),
  };
}

/** @param {string} tag */
function nameOf(tag) {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

/** @param {string} name @param {import('../../lib/dom.js').Child[]} content */
function group(name, content) {
  return h('section', { class: 'settings-group', 'aria-labelledby': `settings-${name}` }, h('h2', { id: `settings-${name}` }, t(`settings.group-${name}`)), h('div', { class: 'stack' }, content));
}

/** @param {string} id @param {string} label @param {HTMLElement} input @param {string} [hint] */
function row(id, label, input, hint) {
  return h('div', { class: 'field' }, h('label', { class: 'label', for: id }, label), input, hint ? h('p', { class: 'quiet', id: `${id}-hint` }, hint) : null);
}

function checkPart() {
  const outcome = h('div', { 'aria-live': 'polite' });
  const check = async () => {
    fill(outcome, h('p', { class: 'quiet' }, t('settings.checking')));
    const found = await checkFile();
    fill(outcome, found.sound
      ? h('p', {}, pill('check', t('settings.sound'), 'good'), ' ', t('settings.sound-line', { events: number(found.events) }), ' ', h('span', { class: 'ref' }, found.head.slice(0, 16)))
      : [h('p', {}, pill('octagon', t('settings.damaged'), 'bad')), h('ul', {}, found.findings.map((finding) => h('li', {}, finding)))]);
  };
  return h('div', { class: 'stack' }, h('p', {}, t('settings.check-line')), h('div', { class: 'actions' }, button(t('settings.check'), check)), outcome);
}

/** @param {import('../../desk.js').Desk} desk */
function copyPart(desk) {
  const save = async () => {
    try {
      const saved = await saveCopy();
      if (saved) notify(t('settings.copy-saved', { name: saved.file }));
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { failed: true });
    }
  };
  return h('div', { class: 'stack' }, h('p', {}, t('settings.copy-line')),
    h('div', { class: 'actions' }, button(t('settings.copy'), save), button(t('settings.backups'), () => showOwnBackups(desk))));
}

/** @param {boolean} encrypted @param {import('../../desk.js').Desk} desk */
async function askPassphraseChange(encrypted, desk) {
  const changed = await openDialog(t(encrypted ? 'settings.change-passphrase' : 'settings.set-passphrase'), (close) => {
    const old = secret('old-passphrase', 'current-password');
    const fresh = protectionFields({ onlyPassphrase: true });
    const error = h('p', { class: 'field-error', role: 'alert' });
    const act = h('button', { type: 'submit', class: 'button primary' }, t('settings.passphrase-act'));
    const submit = async (/** @type {Event} */ event) => {
      event.preventDefault();
      // A large file is written anew with the new key, which takes a while.
      if (act.getAttribute('aria-busy') === 'true') return;
      error.textContent = '';
      const read = fresh.read();
      if (!read?.passphrase) return;
      act.setAttribute('aria-busy', 'true');
      act.textContent = t('settings.passphrase-changing');
      try {
        close(await changePassphrase({ old: encrypted ? old.input.value : null, new: read.passphrase }));
      } catch (failure) {
        const words = failure instanceof Error ? failure.message : String(failure);
        if (failure instanceof CommandError && failure.code === 'weak-passphrase') fresh.refuse(words);
        else {
          error.textContent = words;
          old.input.focus();
        }
      } finally {
        act.removeAttribute('aria-busy');
        act.textContent = t('settings.passphrase-act');
      }
    };
    return [h('form', { class: 'stack', onsubmit: submit },
      encrypted ? h('div', { class: 'field' }, h('label', { class: 'label', for: 'old-passphrase' }, t('passphrase.present')), old.element) : null,
      fresh.element, error,
      h('div', { class: 'dialog-foot' }, button(t('dialog.cancel'), () => close(null)), act))];
  });
  if (!changed) return;
  await desk.sessionChanged(changed);
  notify(t('settings.passphrase-changed'));
}
