// @ts-check
import { h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';

/** A part of the page with its heading. @param {string} id @param {import('../../lib/dom.js').Child} content */
export function part(id, content) {
  return h('section', { class: 'record-section', 'aria-labelledby': `law-${id}` }, h('h2', { id: `law-${id}` }, t(`classification.part-${id}`)), content);
}
