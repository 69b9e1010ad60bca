// @ts-check
/**
 * Shortcuts: each says what it does, so that the list of keys is never wrong. None is a character alone
 * (WCAG 2.2, 2.1.4): what one types past a field must not do anything.
 */

/**
 * @typedef {object} Shortcut
 * @property {string} keys e.g. `mod+z`, `F1`, `alt+ArrowRight`
 * @property {string} does key of the text that says what happens
 * @property {() => void} run
 * @property {boolean} [typing] also while a text field has the focus
 */

/** @type {Set<Shortcut>} */
const shortcuts = new Set();
const apple = /mac|iphone|ipad/i.test(globalThis.navigator?.platform ?? '');

/** Adds shortcuts; answers the function that takes them away. @param {Shortcut[]} list @returns {() => void} */
export function addShortcuts(list) {
  for (const shortcut of list) shortcuts.add(shortcut);
  return () => { for (const shortcut of list) shortcuts.delete(shortcut); };
}

/** The shortcuts that work now. */
export function activeShortcuts() {
  return [...shortcuts];
}

/** The words on the keys: `mod+shift+z` as "Ctrl", "Shift", "Z". @param {string} keys @returns {string[]} */
export function keyNames(keys) {
  /** @type {Record<string, string>} */
  const names = { mod: apple ? '⌘' : 'Ctrl', shift: apple ? '⇧' : 'Shift', alt: apple ? '⌥' : 'Alt', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' };
  return keys.split('+').map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

/** Whether an event is this shortcut. @param {KeyboardEvent} event @param {string} keys */
export function isShortcut(event, keys) {
  const parts = keys.split('+');
  const key = parts[parts.length - 1];
  const mod = apple ? event.metaKey : event.ctrlKey;
  const other = apple ? event.ctrlKey : event.metaKey;
  return event.key.toLowerCase() === key.toLowerCase() && mod === parts.includes('mod') && !other
    && event.altKey === parts.includes('alt') && event.shiftKey === parts.includes('shift');
}

/** Whether keys typed there are text. @param {EventTarget | null} target */
export function isTyping(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(target.type);
}

/** Begins to listen. */
export function listenForShortcuts() {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
    for (const shortcut of [...shortcuts].reverse()) {
      if (!isShortcut(event, shortcut.keys) || (isTyping(event.target) && !shortcut.typing)) continue;
      event.preventDefault();
      shortcut.run();
      return;
    }
  });
}

/** Moves the focus among `items` with arrow keys, Home and End. @param {KeyboardEvent} event @param {HTMLElement[]} items */
export function moveAmong(event, items) {
  const here = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  /** @type {Record<string, number>} */
  const targets = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: items.length - 1 };
  const target = targets[event.key];
  if (target === undefined || items.length === 0) return;
  event.preventDefault();
  items[(target + items.length) % items.length].focus();
}
