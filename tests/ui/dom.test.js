import { document, window } from './page.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill, focusIn, h, refill, s } from '../../ui/lib/dom.js';

test('what people wrote becomes text, never markup', () => {
  const nasty = '<img src=x onerror=alert(1)> & "quotes"';
  const element = h('p', { title: nasty }, nasty, h('b', {}, nasty));
  assert.equal(element.querySelectorAll('img').length, 0);
  assert.equal(element.textContent, nasty + nasty);
  assert.equal(element.getAttribute('title'), nasty);
});

test('children may nest; null, undefined and false leave nothing behind, zero is a number', () => {
  const element = h('p', {}, null, undefined, false, ['a', [0, h('b', {}, 'c')]]);
  assert.equal(element.textContent, 'a0c');
});

test('attributes: true is empty, false is none, functions listen', () => {
  let heard = 0;
  const element = h('button', { hidden: true, disabled: false, onclick: () => { heard += 1; } });
  assert.equal(element.getAttribute('hidden'), '');
  assert.equal(element.hasAttribute('disabled'), false);
  assert.equal(element.hasAttribute('onclick'), false, 'no inline handler: the content policy forbids it');
  element.dispatchEvent(new Event('click'));
  assert.equal(heard, 1);
});

test('a value is set as a property, so that a text area shows it', () => {
  assert.equal(h('input', { value: 'x' }).value, 'x');
  assert.equal(h('textarea', { value: 'two\nlines' }).value, 'two\nlines');
});

test('fill takes away what was there', () => {
  const list = h('ul', {}, h('li', {}, 'old'));
  fill(list, h('li', {}, 'new'));
  assert.equal(list.textContent, 'new');
});

test('drawings have the namespace of SVG', () => {
  assert.equal(s('path', { d: 'M0 0' }).namespaceURI, 'http://www.w3.org/2000/svg');
});

test('a part that is drawn anew keeps the focus on the same thing', () => {
  const bar = h('div', {}, h('button', { 'data-key': 'undo' }, 'Undo: a'), h('button', {}, 'Other'));
  document.body.append(bar);
  const focused = [];
  Object.defineProperty(document, 'activeElement', { configurable: true, get: () => focused.at(-1) ?? document.body });
  window.HTMLElement.prototype.focus = function focus() { focused.push(this); };
  bar.querySelector('button').focus();
  refill(bar, h('button', {}, 'Other'), h('button', { 'data-key': 'undo' }, 'Undo: b'));
  assert.equal(document.activeElement.textContent, 'Undo: b');
  refill(bar, h('button', {}, 'Other'));
  assert.equal(focused.length, 2, 'nothing else is focused when it is gone');
});

test('whoever draws anew hears when the thing that had the focus is gone', () => {
  const part = h('div', {}, h('input', { id: 'one' }), h('input', { id: 'two' }));
  document.body.append(part);
  part.querySelector('#two').focus();
  const back = focusIn(part);
  fill(part, h('input', { id: 'one' }), h('input', { id: 'two' }));
  assert.equal(back(), true);
  assert.equal(document.activeElement, part.querySelector('#two'));
  const gone = focusIn(part);
  fill(part, h('input', { id: 'one' }));
  assert.equal(gone(), false);
  const elsewhere = focusIn(h('div', {}));
  assert.equal(elsewhere(), true, 'the focus was not there');
});
