// @ts-check
import { addShortcuts, keyNames } from '../lib/keyboard.js';
import { h } from '../lib/dom.js';
import { icon } from './icon.js';

const KEYS = 'mod+f';
let endShortcut = () => {};

/**
 * A search field. Its key goes there, Esc empties it.
 * @param {{ id: string, label: string, value?: string, change: (words: string) => unknown, down?: () => void }} options `down`: the arrow leads on into the list
 */
export function searchField({ id, label, value = '', change, down }) {
  const input = h('input', { id, type: 'search', class: 'text-input', placeholder: label, 'aria-label': label, autocomplete: 'off', value });
  let told = value;
  const tell = () => {
    if (input.value.trim() === told) return;
    told = input.value.trim();
    change(told);
  };
  input.addEventListener('input', tell);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && input.value !== '') {
      event.preventDefault();
      input.value = '';
      tell();
    } else if ((event.key === 'ArrowDown' || event.key === 'Enter') && down) {
      event.preventDefault();
      down();
    }
  });
  // One field at a time owns the key: the one of the newest view.
  endShortcut();
  endShortcut = addShortcuts([{ keys: KEYS, does: 'shortcut.search', run: () => { if (input.isConnected) input.select(); input.focus(); }, typing: true }]);
  return {
    element: h('div', { class: 'search', role: 'search' }, icon('search'), input, h('kbd', { 'aria-hidden': 'true' }, keyNames(KEYS).join('+'))),
    /** Shows what is looked for when it was not typed here. @param {string} words */
    set(words) {
      if (words !== told) input.value = words;
      told = words;
    },
  };
}
