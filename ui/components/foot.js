// @ts-check
/** The foot: saved when, where the data is, what undo would undo. */
import { fill, h, refill } from '../lib/dom.js';
import { clock } from '../lib/format.js';
import { keyNames } from '../lib/keyboard.js';
import { t } from '../lib/texts.js';
import { icon } from './icon.js';

const saveState = h('span', { id: 'save-state', class: 'save-state', role: 'status', 'aria-live': 'polite' });

/** @typedef {{ undo: () => void, redo: () => void, shortcuts: () => void }} FootActs */

/**
 * @param {HTMLElement} element filled anew
 * @param {import('../ipc/types.js').SessionView} session @param {FootActs} acts
 */
export function drawFoot(element, session, acts) {
  refill(element, saveState,
    h('span', { class: 'place' }, t(session.encrypted ? 'foot.encrypted' : 'foot.plain')),
    session.undo ? act('undo', t('foot.undo', { what: session.undo }), 'mod+z', acts.undo) : null,
    session.redo ? act('redo', t('foot.redo', { what: session.redo }), 'mod+shift+z', acts.redo) : null,
    h('span', { class: 'push' },
      h('button', { type: 'button', class: 'foot-button', onclick: acts.shortcuts }, h('kbd', {}, 'F1'), h('span', {}, t('foot.shortcuts')))));
}

/** @param {string} sign @param {string} words @param {string} keys @param {() => void} run */
function act(sign, words, keys, run) {
  return h('button', { type: 'button', class: 'foot-button', 'data-key': sign, title: `${words} (${keyNames(keys).join('+')})`, onclick: run }, icon(sign, 'small'), h('span', {}, words));
}

/** Everything said is in the file. @param {string | null} at moment of the newest change */
export function showSaved(at) {
  saveState.className = 'save-state saved';
  fill(saveState, at ? [icon('check'), t('save.saved', { time: clock(at) })] : null);
}

/** Something is on its way. */
export function showSaving() {
  saveState.className = 'save-state';
  fill(saveState, icon('half'), t('save.saving'));
}

/** Something could not be saved. @param {string} reason @param {() => void} retry */
export function showNotSaved(reason, retry) {
  saveState.className = 'save-state failed';
  fill(saveState, icon('octagon'), t('save.not-saved', { reason }), h('button', { type: 'button', class: 'link', onclick: retry }, t('save.retry')));
}
