import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { t, tn, useTexts } from '../../ui/lib/texts.js';
import { uiTexts } from './fake-ipc/content.js';

const texts = uiTexts();
const root = new URL('../../ui/', import.meta.url);
const sources = readdirSync(root, { recursive: true }).filter((name) => name.endsWith('.js')).map((name) => [name, readFileSync(new URL(name, root), 'utf8')]);

/** Every key the code names; `${…}` in it stands for any word. */
function keysNamed() {
  const named = [];
  for (const [file, source] of sources) {
    for (const call of source.matchAll(/\b(tn?)\(([^()]*(?:\([^()]*\)[^()]*)*)/g)) {
      const [, name, inside] = call;
      const head = inside.split(/, (?=\{|[a-z]+[.,)]|[a-z]+$)/)[0];
      for (const literal of head.matchAll(/'([a-z-]+\.[a-z0-9-]+)'|`([a-z-]+\.[^`]*)`/g)) named.push({ file, many: name === 'tn', key: literal[1] ?? literal[2] });
    }
    for (const does of source.matchAll(/'(shortcut\.[a-z-]+)'/g)) named.push({ file, many: false, key: does[1] });
  }
  return named;
}
const pattern = ({ key, many }) => new RegExp(`^ui\\.${key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[a-z0-9-]+')}${many ? '\\.(one|other)' : ''}$`);

test('the code names keys at all', () => {
  assert.ok(keysNamed().length > 300);
});

test('every key the code names has its text', () => {
  const missing = keysNamed().filter((named) => !Object.keys(texts).some((key) => pattern(named).test(key)));
  assert.deepEqual(missing.map(({ file, key }) => `${file}: ${key}`), []);
});

test('every text is named somewhere in the code', () => {
  // Some keys travel as plain words before they are looked up.
  const words = new Set(sources.flatMap(([, source]) => [...source.matchAll(/'([a-z-]+\.[a-z0-9-]+)'/g)].map((found) => `ui.${found[1]}`)));
  const patterns = keysNamed().map(pattern);
  assert.deepEqual(Object.keys(texts).filter((key) => !words.has(key) && !patterns.some((one) => one.test(key))), []);
});

test('placeholders are filled, unknown ones stay visible, braces in values are left alone', () => {
  useTexts('en', { 'ui.a': 'Saved {time} in {place}', 'ui.b.one': '{n} thing', 'ui.b.other': '{n} things' });
  assert.equal(t('a', { time: '{place}' }), 'Saved {place} in {place}');
  assert.equal(tn('b', 1), '1 thing');
  assert.equal(tn('b', 12000), '12,000 things');
  assert.equal(t('missing'), 'missing');
});
