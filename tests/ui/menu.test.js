import './page.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { document } from './page.js';
const { popover } = await import('../../ui/components/menu.js');
const { h } = await import('../../ui/lib/dom.js');

/** An open panel in the middle of a page, and how often it was left. */
function opened() {
  let left = 0;
  const made = popover('Columns', () => [h('label', {}, 'Owner', h('input', { type: 'checkbox' }))], { left: () => { left += 1; } });
  const beside = h('button', {}, 'Beside');
  const main = h('main', { tabindex: '-1' }, made.element, beside);
  document.body.replaceChildren(main);
  made.opener.click();
  return { main, beside, panel: made.element.querySelector('.popover'), times: () => left };
}
const happens = (type, element) => element.dispatchEvent(new Event(type, { bubbles: true }));

test('a press on the words of a label does not close the panel it stands in', () => {
  const { main, panel, times } = opened();
  happens('pointerdown', panel.querySelector('label'));
  happens('focusin', main);
  assert.deepEqual([panel.hidden, times()], [false, 0]);
});

test('a press or the focus elsewhere closes it, and what was ticked is not lost', () => {
  for (const [type, where] of [['pointerdown', 'main'], ['pointerdown', 'beside'], ['focusin', 'beside']]) {
    const page = opened();
    happens(type, page[where]);
    assert.deepEqual([page.panel.hidden, page.times()], [true, 1], `${type} ${where}`);
    happens('pointerdown', page.main);
    assert.equal(page.times(), 1);
  }
});
