// @ts-check
/** The risks of generative AI, with where each framework deals with them. */
import { legalGaps } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';
import { named } from './words.js';

/** @returns {Promise<import('./crosswalk.js').Part>} */
export async function generativePart() {
  const { generative } = await legalGaps();
  const titles = [...new Set(generative.flatMap((risk) => risk.hooks.map((hook) => hook.framework)))];
  return {
    element: [
      h('p', { class: 'prose' }, t('crosswalk.generative-lead')),
      // It has nothing to press: the frame itself takes the focus, so that it can be moved sideways by keys.
      h('div', { class: 'table-frame legal-gaps-frame', tabindex: '0', role: 'region', 'aria-label': t('crosswalk.generative-caption') }, h('table', { class: 'table generative' },
        h('caption', {}, t('crosswalk.generative-caption')),
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('crosswalk.column-risk')), titles.map((title) => h('th', { scope: 'col' }, title)))),
        h('tbody', {}, generative.map((risk) => h('tr', {},
          h('th', { scope: 'row' }, h('b', {}, risk.title), risk.note ? h('span', { class: 'quiet' }, risk.note) : null),
          titles.map((title) => h('td', {}, h('ul', { class: 'plain-list' }, (risk.hooks.find((hook) => hook.framework === title)?.requirements ?? []).map((one) => h('li', {}, named(one))))))))))),
    ],
  };
}
