import './page.js';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { document, window } from './page.js';
const { addShortcuts, isShortcut, keyNames, listenForShortcuts } = await import('../../ui/lib/keyboard.js');

const root = new URL('../../ui/', import.meta.url);
const scripts = readdirSync(root, { recursive: true }).filter((name) => name.endsWith('.js'));

test('no shortcut is a character alone, so that typing past a field does nothing', () => {
  const keys = scripts.flatMap((name) => [...readFileSync(new URL(name, root), 'utf8').matchAll(/(?:keys:|KEYS =) '([^']+)'/g)].map((found) => found[1]));
  assert.ok(keys.includes('mod+n') && keys.includes('mod+f') && keys.includes('F1'), String(keys));
  for (const one of keys) assert.ok(one.includes('mod+') || one.includes('alt+') || one.length > 1, one);
});

const pressed = (key, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

test('a shortcut is its key with exactly its modifiers', () => {
  assert.ok(isShortcut(pressed('n', { ctrlKey: true }), 'mod+n'));
  assert.ok(!isShortcut(pressed('n'), 'mod+n'));
  assert.ok(!isShortcut(pressed('N', { ctrlKey: true, shiftKey: true }), 'mod+n'));
  assert.ok(isShortcut(pressed('F1'), 'F1'));
  assert.deepEqual(keyNames('mod+shift+z'), ['Ctrl', 'Shift', 'Z']);
});

test('a shortcut runs while one types only where it says so', () => {
  const ran = [];
  const end = addShortcuts([{ keys: 'mod+n', does: 'x', run: () => ran.push('n'), typing: true }, { keys: 'mod+z', does: 'x', run: () => ran.push('z') }]);
  listenForShortcuts();
  const input = document.createElement('input');
  document.body.replaceChildren(input);
  for (const key of ['n', 'z']) for (const ctrlKey of [false, true]) {
    const event = new window.Event('keydown', { bubbles: true, cancelable: true });
    input.dispatchEvent(Object.assign(event, pressed(key, { ctrlKey })));
  }
  end();
  assert.deepEqual(ran, ['n']);
});
