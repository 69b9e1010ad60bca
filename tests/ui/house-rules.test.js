import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../ui/', import.meta.url);
const files = readdirSync(root, { recursive: true });
const read = (name) => readFileSync(new URL(name, root), 'utf8');
const scripts = files.filter((name) => name.endsWith('.js'));

test('text goes into the page as text', () => {
  for (const name of scripts) assert.doesNotMatch(read(name), /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/, name);
});

test('one module alone talks to the other side', () => {
  assert.deepEqual(scripts.filter((name) => /__TAURI|\.invoke\(/.test(read(name))), ['ipc/commands.js']);
});

test('every script is checked and none is too long', () => {
  for (const name of scripts) {
    assert.match(read(name), /^\/\/ @ts-check\n/, name);
    assert.ok(read(name).split('\n').length <= 400, name);
  }
});

test('the page has no inline script or style, and nothing from elsewhere', () => {
  const page = read('index.html');
  assert.doesNotMatch(page, /<style|style=|\son[a-z]+=|https?:|<script>/);
});

test('colours are named in the tokens alone, and every token that is used exists', () => {
  // Two are numbers that scripts set.
  const tokens = new Set(['--columns', '--done', ...[...read('styles/tokens.css').matchAll(/(--[a-z0-9-]+):/g)].map((found) => found[1])]);
  for (const name of files.filter((one) => one.endsWith('.css') && !one.endsWith('tokens.css') && !one.endsWith('fonts.css'))) {
    const sheet = read(name).replace(/\/\*[\s\S]*?\*\//g, '');
    assert.doesNotMatch(sheet, /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsl/i, name);
    const lengths = sheet.replace(/@media[^{]*/g, '').match(/\b\d*\.?\d+(px|pt|cm|mm)\b/g) ?? [];
    assert.deepEqual(lengths, [], `${name} measures in tokens`);
    for (const [, token] of sheet.matchAll(/var\((--[a-z0-9-]+)/g)) assert.ok(tokens.has(token), `${name}: ${token}`);
  }
});

test('every typeface named is there', () => {
  for (const [, file] of read('styles/fonts.css').matchAll(/url\("\.\.\/(fonts\/[^"]+)"/g)) assert.ok(files.includes(file), file);
});
