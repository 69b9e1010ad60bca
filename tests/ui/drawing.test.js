import { document, window } from './page.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const { drawing } = await import('../../ui/components/drawing.js');

const map = {
  width: 100, height: 50, alt: 'Two cells.',
  items: [
    { kind: 'shape', path: 'M0 0L10 0Z', fill: 'heat-3', line: 'rule-strong', width: 0.5, dash: [2, 2] },
    { kind: 'words', text: 'RSK-001', x: 3, y: 10, anchor: 'start', size: 6.6, face: 'mono', tone: 'ink' },
    { kind: 'area', id: '1-2', label: 'Likely, severe: RSK-001', place: [0, 0, 10, 10] },
  ],
};

test('a drawing is one picture with its words where nothing of it can be chosen', () => {
  const element = drawing(map);
  const svg = element.querySelector('svg');
  assert.equal(svg.getAttribute('role'), 'img');
  assert.equal(svg.getAttribute('aria-label'), 'Two cells.');
  assert.equal(svg.getAttribute('viewBox'), '0 0 100 50');
  assert.equal(element.querySelectorAll('[role="button"]').length, 0);
  assert.equal(element.querySelector('path').getAttribute('class'), 'fill-heat-3 line-rule-strong');
  assert.equal(element.querySelector('path').getAttribute('stroke-dasharray'), '2 2');
  assert.equal(element.querySelector('text').textContent, 'RSK-001');
});

test('a part that can be chosen takes pointer and keyboard, and says whether it is chosen', () => {
  const chosen = [];
  const element = drawing(map, { choose: (id) => chosen.push(id), chosen: '1-2' });
  document.body.replaceChildren(element);
  const area = element.querySelector('[role="button"]');
  assert.equal(element.querySelector('svg').getAttribute('role'), 'group');
  assert.equal(area.getAttribute('aria-label'), 'Likely, severe: RSK-001');
  assert.equal(area.getAttribute('aria-pressed'), 'true');
  area.dispatchEvent(new window.Event('click'));
  for (const key of ['Enter', ' ', 'a']) {
    const event = new window.Event('keydown');
    event.key = key;
    area.dispatchEvent(event);
  }
  assert.deepEqual(chosen, ['1-2', '1-2', '1-2']);
});
