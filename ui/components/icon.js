// @ts-check
/** Marks and icons, drawn once as symbols. A mark is a shape before it is a colour. */
import { h, s } from '../lib/dom.js';

/** @typedef {[tag: string, attributes: Record<string, string>]} Stroke */

const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': '2', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
const thin = { ...line, 'stroke-width': '1.6' };
const solid = { fill: 'currentColor' };
/** Drawn on a filled shape, in the colour behind it. */
const cut = { fill: 'none', stroke: 'var(--sheet)', 'stroke-width': '2', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };

/** @type {Record<string, Stroke[]>} on a field of 18 by 18 */
const shapes = {
  ring: [['circle', { cx: '9', cy: '9', r: '7', ...line }]],
  dashed: [['circle', { cx: '9', cy: '9', r: '7', ...line, 'stroke-dasharray': '3 2.5', 'stroke-linecap': 'butt' }]],
  half: [['circle', { cx: '9', cy: '9', r: '7', ...line }], ['path', { d: 'M9 2a7 7 0 0 1 0 14z', ...solid }]],
  check: [['circle', { cx: '9', cy: '9', r: '8', ...solid }], ['path', { d: 'm5.4 9.3 2.5 2.5 4.8-5.2', ...cut }]],
  triangle: [['path', { d: 'M9 2.2 16.6 15.6H1.4z', ...solid, stroke: 'currentColor', 'stroke-width': '1', 'stroke-linejoin': 'round' }], ['path', { d: 'M9 7.2v3.6M9 13.1v.1', ...cut, 'stroke-width': '1.8' }]],
  octagon: [['path', { d: 'M6 1.5h6L16.5 6v6L12 16.5H6L1.5 12V6z', ...solid }], ['path', { d: 'm6.4 6.4 5.2 5.2m0-5.2-5.2 5.2', ...cut }]],
  bubble: [['path', { d: 'M2 3h14v9H9l-4 4v-4H2z', ...solid }]],
  dot: [['circle', { cx: '9', cy: '9', r: '6', ...solid }]],
  question: [['circle', { cx: '9', cy: '9', r: '8', ...solid }], ['path', { d: 'M6.9 7.1a2.2 2.2 0 1 1 3.2 2c-.8.4-1.1.8-1.1 1.6M9 13v.1', ...cut, 'stroke-width': '1.7' }]],
  dash: [['circle', { cx: '9', cy: '9', r: '8', ...solid }], ['path', { d: 'M5.5 9h7', ...cut }]],
  plus: [['path', { d: 'M9 3.5v11M3.5 9h11', ...line }]],
  close: [['path', { d: 'm4.5 4.5 9 9m0-9-9 9', ...line }]],
  search: [['circle', { cx: '8', cy: '8', r: '4.8', ...thin }], ['path', { d: 'm11.6 11.6 3.6 3.6', ...thin }]],
  up: [['path', { d: 'M9 14.5v-11M4.5 8 9 3.5 13.5 8', ...line }]],
  down: [['path', { d: 'M9 3.5v11M4.5 10 9 14.5l4.5-4.5', ...line }]],
  next: [['path', { d: 'm6.5 4 5 5-5 5', ...line }]],
  back: [['path', { d: 'm11.5 4-5 5 5 5', ...line }]],
  fold: [['path', { d: 'm4 6.5 5 5 5-5', ...line }]],
  undo: [['path', { d: 'M6 3 2.8 6.4 6 9.8M3 6.4h7.2a4.3 4.3 0 0 1 0 8.6H6', ...thin }]],
  redo: [['path', { d: 'm12 3 3.2 3.4L12 9.8m3-3.4H7.8a4.3 4.3 0 0 0 0 8.6H12', ...thin }]],
  lock: [['path', { d: 'M4 8.2h10v7H4z', ...thin }], ['path', { d: 'M6 8V5.6a3 3 0 0 1 6 0V8', ...thin }]],
  gear: [['circle', { cx: '9', cy: '9', r: '2.4', ...thin }], ['path', { d: 'M9 1.8v2.4M9 13.8v2.4M1.8 9h2.4M13.8 9h2.4M3.9 3.9l1.7 1.7M12.4 12.4l1.7 1.7M14.1 3.9l-1.7 1.7M5.6 12.4l-1.7 1.7', ...thin }]],
  clock: [['circle', { cx: '9', cy: '9', r: '6.8', ...thin }], ['path', { d: 'M9 5v4.2l2.8 1.8', ...thin }]],
  list: [['path', { d: 'M6.5 4.5h9M6.5 9h9M6.5 13.5h9M2.8 4.5h.1M2.8 9h.1M2.8 13.5h.1', ...line, 'stroke-width': '1.8' }]],
  door: [['path', { d: 'M4 16V3l7-1.4v14.8L4 16Zm7-12.2h3V16h-3M8.4 9.2v.1', ...thin }]],
  folder: [['path', { d: 'M2 14.6V3.6h5l1.6 2H16v9z', ...thin }]],
  calendar: [['path', { d: 'M2.5 4h13v11.5h-13zM2.5 7.5h13M6 2v3.5M12 2v3.5', ...thin }]],
  bell: [['path', { d: 'M9 2.5a4.2 4.2 0 0 0-4.2 4.2c0 4-1.6 5-1.6 6h11.6c0-1-1.6-2-1.6-6A4.2 4.2 0 0 0 9 2.5zM7.5 15.3h3', ...thin }]],
  sheet: [['path', { d: 'M4 1.8h6.5L14 5.3v10.9H4z', ...thin }], ['path', { d: 'M10.3 2v3.5h3.5M6.5 9h5M6.5 12h5', ...thin }]],
  table: [['path', { d: 'M2 3.2h14v11.6H2zM2 7h14M7 7v7.8', ...thin }]],
  sample: [['path', { d: 'M3 15.5V6.8L9 2.5l6 4.3v8.7zM7 15.3v-4.6h4v4.6', ...thin }]],
  clip: [['path', { d: 'm14.6 8.3-5.9 5.9a3.5 3.5 0 0 1-5-5l6.2-6.1a2.3 2.3 0 0 1 3.3 3.3l-6 6a1.1 1.1 0 0 1-1.7-1.7l5.2-5.1', ...thin }]],
  person: [['circle', { cx: '9', cy: '5.6', r: '3', ...thin }], ['path', { d: 'M3 15.8c.4-3.3 2.8-5 6-5s5.6 1.7 6 5', ...thin }]],
  // The plumb line: the mark of the product.
  plumb: [['path', { d: 'M9 0v9', ...thin, 'stroke-linecap': 'butt' }], ['path', { d: 'M6.4 8.6h5.2L9 17.4z', ...solid }]],
};

/** Puts the symbols into the page, once. */
export function drawSymbols() {
  const sprite = s('svg', { 'aria-hidden': 'true', width: '0', height: '0', focusable: 'false', class: 'sprite' });
  for (const [name, strokes] of Object.entries(shapes)) {
    sprite.append(s('symbol', { id: `icon-${name}`, viewBox: '0 0 18 18' }, strokes.map(([tag, attributes]) => s(tag, attributes))));
  }
  document.body.prepend(h('div', { hidden: false, class: 'sprites' }, sprite));
}

/**
 * A decorative icon; what it means stands beside it in words.
 * @param {string} name @param {string} [className]
 */
export function icon(name, className = '') {
  return s('svg', { class: `icon ${className}`.trim(), 'aria-hidden': 'true', focusable: 'false', viewBox: '0 0 18 18' }, s('use', { href: `#icon-${name}` }));
}
