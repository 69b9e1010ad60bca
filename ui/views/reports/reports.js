// @ts-check
/** The reports on offer: what each holds and for whom, with the way to its pages. */
import { linkButton } from '../../components/button.js';
import { icon } from '../../components/icon.js';
import { recordPicker } from '../../components/record-picker.js';
import { listReports } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';

/** @param {import('../../lib/router.js').Place} _place @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function reportsView(_place, desk) {
  const offers = await listReports();
  return {
    element: h('div', { class: 'view' },
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('reports.title')), h('p', { class: 'quiet' }, t('reports.lead')))),
      h('ul', { class: 'report-cards' }, offers.map((offer) => h('li', { class: 'card report-card' },
        icon('sheet', 'report-sign'),
        h('div', { class: 'stack' }, h('h2', { id: `report-${offer.kind}` }, offer.title), h('p', {}, offer.line), h('p', { class: 'quiet' }, offer.forWhom),
          offer.about === null
            ? h('div', { class: 'actions' }, linkButton(t('reports.preview'), `#/reports/${offer.kind}`, { look: 'primary', label: t('reports.preview-of', { title: offer.title }) }))
            : pick(offer.kind, offer.about, desk)))))),
  };
}

/** @param {string} kind @param {import('../../ipc/types.js').Kind} about @param {import('../../desk.js').Desk} desk */
function pick(kind, about, desk) {
  const id = `report-about-${kind}`;
  const picker = recordPicker({ id, kind: about, taken: () => false, mayEnter: false, choose: (record) => void desk.go(`#/reports/${kind}?record=${record.id}`) });
  return h('div', { class: 'field' }, h('label', { class: 'label', for: id }, t(`reports.choose-${about}`)), picker.element);
}
