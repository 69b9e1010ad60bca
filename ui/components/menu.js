// @ts-check
/** A button that opens a small panel below itself. Esc, a press elsewhere or a choice closes it. */
import { fill, freshId, h } from '../lib/dom.js';
import { moveAmong } from '../lib/keyboard.js';
import { icon } from './icon.js';

/**
 * @param {string} words
 * @param {(close: () => void) => import('../lib/dom.js').Child[]} content made anew at each opening
 * @param {{ icon?: string, label?: string, look?: string, align?: 'start' | 'end', key?: string, left?: () => unknown }} [options] `key` stays when the words change; `left`: something else was pressed or got the focus
 */
export function popover(words, content, { icon: sign, label, look = 'plain', align = 'start', key, left = () => {} } = {}) {
  const id = freshId('popover');
  const panel = h('div', { id, class: `popover ${align}`, hidden: true });
  const opener = h('button', { type: 'button', class: `button ${look}`, 'aria-expanded': 'false', 'aria-controls': id, 'aria-label': label, 'data-key': key },
    sign ? icon(sign) : null, h('span', {}, words), icon('fold', 'small'));
  const element = h('div', { class: 'popover-anchor' }, opener, panel);

  const outside = (/** @type {Event} */ event) => {
    if (!(event.target instanceof Node) || element.contains(event.target)) return;
    // A press on the words of a label gives the focus to what lies around the panel: nobody has left.
    if (event.type === 'focusin' && event.target.contains(element)) return;
    close(false);
    left();
  };
  const close = (focus = true) => {
    if (panel.hidden) return;
    panel.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', outside, true);
    document.removeEventListener('focusin', outside, true);
    if (focus) opener.focus();
  };
  const open = () => {
    fill(panel, content(close));
    panel.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    document.addEventListener('pointerdown', outside, true);
    document.addEventListener('focusin', outside, true);
    items()[0]?.focus();
  };
  const items = () => /** @type {HTMLElement[]} */ ([...panel.querySelectorAll('button, input, a, select')]);
  opener.addEventListener('click', () => (panel.hidden ? open() : close()));
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !panel.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (!panel.hidden && !(event.target instanceof HTMLInputElement && event.target.type === 'text')) {
      moveAmong(event, items());
    }
  });
  return { element, opener, close, setWords: (/** @type {string} */ text) => { const span = opener.querySelector('span'); if (span) span.textContent = text; } };
}

/**
 * A menu of acts.
 * @param {string} words @param {{ words: string, run: () => unknown, icon?: string, danger?: boolean }[]} acts
 * @param {{ icon?: string, label?: string, look?: string, align?: 'start' | 'end', about?: () => string }} [options] `about`: a line above the acts
 */
export function menu(words, acts, { about, ...options } = {}) {
  return popover(words, (close) => [about ? h('p', { class: 'quiet popover-line' }, about()) : null, acts.map((act) =>
    h('button', { type: 'button', class: `menu-item ${act.danger ? 'danger' : ''}`.trim(), onclick: () => { close(); act.run(); } },
      act.icon ? icon(act.icon) : null, h('span', {}, act.words)))], options).element;
}
