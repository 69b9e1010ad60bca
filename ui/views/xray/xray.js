// @ts-check
/** Every contradiction in the file, by area, each with the way to the spot. */
import { linkButton } from '../../components/button.js';
import { icon } from '../../components/icon.js';
import { listSmells } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { day } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').SmellView} SmellView */
/** @typedef {import('../../ipc/types.js').SmellPlace} SmellPlace */

/** @returns {Promise<import('../routes.js').View>} */
export async function xrayView() {
  const smells = await listSmells();
  const areas = [...new Set(smells.map((smell) => smell.area))];
  return {
    rail: '#/x-ray',
    topics: ['organisation', 'inventory', 'records', 'duties', 'incidents', 'impacts', 'risks', 'actions', 'controls', 'gaps'],
    element: h('div', { class: 'view' },
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('xray.title')), h('p', { class: 'quiet prose' }, t('xray.lead')))),
      smells.length === 0
        ? h('div', { class: 'empty' }, h('h2', {}, t('xray.none')), h('p', { class: 'prose' }, t('xray.none-line')), linkButton(t('rail.to-dos'), '#/to-dos'))
        : [h('p', { class: 'caption' }, tn('xray.count', smells.length)),
          areas.map((area) => {
            const own = smells.filter((smell) => smell.area === area);
            return h('section', { class: 'smells', 'aria-labelledby': `area-${area}` },
              h('h2', { id: `area-${area}` }, t(`xray.area-${area}`), ' ', h('span', { class: 'count' }, tn('count.plain', own.length))),
              h('ul', { class: 'smell-list' }, own.map(entry)));
          })]),
  };
}

/** @param {SmellView} smell */
function entry({ code, values, place }) {
  const worded = Object.fromEntries(Object.entries(values).map(([name, words]) => [name, /^\d{4}-\d\d-\d\d$/.test(words) ? day(words) : words]));
  const words = t(`xray.${code}`, worded);
  return h('li', { class: 'smell' }, icon('triangle', 'smell-sign'), h('p', {}, words), linkButton(t('xray.go'), address(place), { label: `${t('xray.go')}: ${words}` }));
}

/** @param {SmellPlace} place */
function address(place) {
  switch (place.kind) {
    case 'question': return `${to('questions', place.record, place.section)}?at=${encodeURIComponent(place.question)}`;
    case 'assessment': return to('assess', place.questionnaire, place.record);
    case 'classification': return to('classification', place.record, 'result');
    case 'duties': return `#/duties?system=${encodeURIComponent(place.record)}`;
    case 'incident': return to('incidents', place.record);
    case 'requirement': return to('gaps', place.record, 'interview', place.requirement);
    case 'screen': return `#/${place.screen}`;
    default: return to('record', place.record);
  }
}
