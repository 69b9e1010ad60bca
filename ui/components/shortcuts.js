// @ts-check
import { startScreen } from '../ipc/commands.js';
import { h } from '../lib/dom.js';
import { activeShortcuts, keyNames } from '../lib/keyboard.js';
import { t } from '../lib/texts.js';
import { openDialog } from './dialog.js';
import { NOT_KNOWN } from './question/field.js';

/** Shortcuts that belong to a control and not to a place. */
const inControls = [['1 … 9', 'shortcut.choose'], ['Enter', 'shortcut.onward'], [keyNames(NOT_KNOWN).join(' '), 'shortcut.not-known'], [`${keyNames('mod')[0]} 1 … 7`, 'shortcut.places']];

/** Shows what the keys do here, now. */
export function showShortcuts() {
  const row = (/** @type {string[]} */ names, /** @type {string} */ does) =>
    h('tr', {}, h('td', {}, t(does)), h('td', {}, names.map((name, index) => [index > 0 ? ' ' : '', h('kbd', {}, name)])));
  return openDialog(t('shortcut.title'), () => [
    h('table', { class: 'shortcuts' }, h('tbody', {},
      activeShortcuts().map((shortcut) => row(keyNames(shortcut.keys), shortcut.does)),
      inControls.map(([name, does]) => row([name], does)))),
  ]);
}

/** Says what this is and where the data stays. */
export async function showAbout() {
  const { version } = await startScreen();
  await openDialog(t('about.title', { version }), () => [h('p', { class: 'prose' }, t('about.body')), h('p', { class: 'quiet' }, t('about.fonts'))]);
}
