// @ts-check
/** Drawings that carry figures: the shapes and words that stand on paper too, in the colours of the theme. */
import { h, s } from '../lib/dom.js';

/** @typedef {import('../ipc/types.js').DrawingView} DrawingView */
/** @typedef {import('../ipc/types.js').DrawnItem} DrawnItem */

/**
 * Draws it. Parts one can choose take the pointer and the focus; without them it is one picture with its words.
 * @param {DrawingView} drawing
 * @param {{ choose?: (id: string) => void, chosen?: string | null }} [options] what happens when a part is chosen, and which one is
 */
export function drawing({ width, height, alt, items }, { choose, chosen = null } = {}) {
  const live = choose !== undefined && items.some((item) => item.kind === 'area');
  return h('figure', { class: 'drawing' },
    s('svg', { viewBox: `0 0 ${width} ${height}`, role: live ? 'group' : 'img', 'aria-label': alt, focusable: 'false' },
      items.map((item) => draw(item, live ? choose : undefined, chosen))));
}

/** @param {DrawnItem} item @param {((id: string) => void) | undefined} choose @param {string | null} chosen */
function draw(item, choose, chosen) {
  if (item.kind === 'shape') {
    return s('path', {
      d: item.path, class: [item.fill ? `fill-${item.fill}` : 'fill-none', item.line ? `line-${item.line}` : ''].join(' ').trim(), 'aria-hidden': 'true',
      'stroke-width': item.line ? item.width : null, 'stroke-dasharray': item.dash.length > 0 ? item.dash.join(' ') : null,
    });
  }
  if (item.kind === 'words') {
    return s('text', { x: item.x, y: item.y, 'text-anchor': item.anchor, 'font-size': item.size, class: `face-${item.face} fill-${item.tone}`, 'aria-hidden': 'true' }, item.text);
  }
  if (!choose) return null;
  const [x, y, width, height] = item.place;
  const run = () => choose(item.id);
  return s('rect', {
    x, y, width, height, class: 'area', role: 'button', tabindex: '0', 'aria-label': item.label, 'aria-pressed': String(item.id === chosen), 'data-key': `area-${item.id}`,
    onclick: run,
    onkeydown: (/** @type {KeyboardEvent} */ event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); run(); } },
  });
}
