// @ts-check
/** Frameworks beside each other: two of them, the overlap of all, and what the law asks that no control covers. */
import { h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';
import { comparePart } from './compare.js';
import { gapPart } from './gap.js';
import { generativePart } from './generative.js';
import { overlapPart } from './overlap.js';

/** @typedef {{ element: import('../../lib/dom.js').Child, topics?: string[] }} Part */

/** @type {Record<string, (place: import('../../lib/router.js').Place) => Promise<Part>>} */
const parts = { compare: comparePart, gap: gapPart, overlap: overlapPart, generative: generativePart };

/** @param {import('../../lib/router.js').Place} place @returns {Promise<import('../routes.js').View>} */
export async function crosswalkView(place) {
  const shown = place.params.part in parts ? place.params.part : 'compare';
  const part = await parts[shown](place);
  return {
    rail: '#/crosswalk',
    topics: part.topics ?? [],
    element: h('div', { class: 'view' },
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('crosswalk.title')), h('p', { class: 'quiet prose' }, t('crosswalk.lead')))),
      h('nav', { class: 'tabs', 'aria-label': t('crosswalk.parts') }, Object.keys(parts).map((name) => h('a', { href: name === 'compare' ? '#/crosswalk' : `#/crosswalk/${name}`, 'aria-current': name === shown ? 'page' : null }, t(`crosswalk.part-${name}`)))),
      part.element),
  };
}
