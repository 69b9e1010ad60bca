// @ts-check
import { h } from '../lib/dom.js';
import { icon } from './icon.js';

/**
 * @typedef {object} ButtonOptions
 * @property {'plain' | 'primary' | 'quiet' | 'danger'} [look]
 * @property {string} [icon]
 * @property {string} [label] spoken name, where the words alone would not say what it acts on
 * @property {Record<string, unknown>} [attributes]
 */

/**
 * A button with words on it. While `run` is under way it is busy and takes no second press.
 * @param {string} words @param {(event: Event) => unknown} run @param {ButtonOptions} [options]
 */
export function button(words, run, options = {}) {
  const { look = 'plain', icon: sign, label, attributes = {} } = options;
  const element = h('button', { type: 'button', class: `button ${look}`, 'aria-label': label, ...attributes },
    sign ? icon(sign) : null, h('span', {}, words));
  element.addEventListener('click', async (event) => {
    if (element.getAttribute('aria-busy') === 'true') return;
    const outcome = run(event);
    if (!(outcome instanceof Promise)) return;
    element.setAttribute('aria-busy', 'true');
    try {
      await outcome;
    } finally {
      element.removeAttribute('aria-busy');
    }
  });
  return element;
}

/** A button that shows only an icon; its name is spoken and shown on hover. @param {string} sign @param {string} name @param {(event: Event) => unknown} run @param {Record<string, unknown>} [attributes] */
export function iconButton(sign, name, run, attributes = {}) {
  return h('button', { type: 'button', class: 'icon-button', 'aria-label': name, title: name, onclick: run, ...attributes }, icon(sign));
}

/** A link that looks like a button. @param {string} words @param {string} href @param {ButtonOptions} [options] */
export function linkButton(words, href, options = {}) {
  const { look = 'plain', icon: sign, label, attributes = {} } = options;
  return h('a', { href, class: `button ${look}`, 'aria-label': label, ...attributes }, sign ? icon(sign) : null, h('span', {}, words));
}
