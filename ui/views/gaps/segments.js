// @ts-check
/** A row of large buttons of which one is pressed: a judgement with its key on it. */
import { icon } from '../../components/icon.js';
import { fill, freshId, h } from '../../lib/dom.js';

/** @typedef {{ id: string, label: string, key?: string, shape?: string, then?: string }} Segment */

/**
 * @param {{ label: string, key?: string, rows?: boolean, options: Segment[], choose: (id: string, pressed: boolean) => unknown }} options
 */
export function segments({ label, key, rows = false, options, choose }) {
  const name = freshId('segments');
  const buttons = options.map((one) => {
    const element = h('button', { type: 'button', class: 'segment', 'aria-pressed': 'false', 'aria-keyshortcuts': one.key, title: one.then || null, onclick: () => choose(one.id, element.getAttribute('aria-pressed') === 'true') },
      one.shape ? icon(one.shape) : null, h('span', {}, one.label), one.key ? h('kbd', { 'aria-hidden': 'true' }, one.key) : null);
    return element;
  });
  const hint = h('span', { class: 'quiet' });
  const element = h('div', { class: 'segments', role: 'group', 'aria-labelledby': name },
    h('p', { class: 'segments-label', id: name }, h('b', {}, label), key ? h('kbd', { 'aria-hidden': 'true' }, key) : null, hint), h('div', { class: `segments-row ${rows ? 'three' : ''}`.trim() }, buttons));
  return {
    element,
    /** @param {string | null} value @param {{ disabled?: boolean, hint?: string }} [how] */
    show(value, { disabled = false, hint: words = '' } = {}) {
      buttons.forEach((one, index) => {
        one.setAttribute('aria-pressed', String(options[index].id === value));
        one.disabled = disabled;
      });
      fill(hint, words);
    },
  };
}
