// @ts-check
/** The path from a risk to its approval, link by link, with the broken ones named. */
import { icon } from '../../components/icon.js';
import { h } from '../../lib/dom.js';
import { to } from '../../lib/router.js';
import { t } from '../../lib/texts.js';

/** Shape and tone of each way a link holds. @type {Record<import('../../ipc/types.js').LinkHold, [shape: string, tone: string]>} */
const looks = { whole: ['check', 'good'], 'not-needed': ['dash', 'open'], broken: ['triangle', 'bad'] };

/** @param {import('../../ipc/types.js').SoaTrail[]} trails */
export function trailList(trails) {
  return h('ul', { class: 'trails' }, trails.map((trail) => h('li', {}, h('ol', { class: 'trail-links', 'aria-label': trail.risk ? `${trail.risk.reference} ${trail.risk.name}` : t('soa.no-risk') }, trail.links.map((link) => {
    const [shape, tone] = looks[link.hold];
    const says = link.step === 'risk' && trail.risk ? h('a', { href: to('record', trail.risk.id) }, link.says) : link.says;
    return h('li', { class: `trail-link ${tone}` }, h('span', { class: `mark ${tone}`, role: 'img', 'aria-label': t(`soa.hold-${link.hold}`) }, icon(shape)),
      h('span', { class: 'trail-step' }, t(`soa.step-${link.step}`)), h('span', { class: 'trail-says' }, says, link.why ? [link.says ? ' · ' : '', h('span', { class: link.hold === 'broken' ? 'break' : 'quiet' }, link.why)] : null));
  })))));
}
