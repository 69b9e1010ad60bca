// @ts-check
/** Where one stands: the next thing to do, and every step with its count. */
import { linkButton } from '../../components/button.js';
import { mark, meter } from '../../components/marks.js';
import { journey } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { number } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { places } from './places.js';

/** @typedef {import('../../ipc/types.js').NextStep} NextStep */

/** @param {import('../../lib/router.js').Place} _place @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function journeyView(_place, desk) {
  const { steps, next, toDos } = await journey();
  const session = desk.session();
  return {
    topics: ['journey', 'to-dos', 'organisation'],
    element: h('div', { class: 'view' },
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('journey.title', { organisation: session.organisation })), h('p', { class: 'quiet' }, t('journey.lead')))),
      session.sample ? h('p', { class: 'said' }, t('journey.sample')) : null,
      session.readOnly ? h('p', { class: 'said warn' }, session.readOnly) : null,
      next ? nextCard(next) : null,
      h('ol', { class: 'steps-list' }, steps.map((step) => h('li', {}, h('a', { class: 'step-row', href: places[step.id] },
        mark(step.state),
        h('span', { class: 'step-words' }, h('span', { class: 'door-title' }, t(`journey.${step.id}`)), h('span', { class: 'quiet' }, t(`journey.${step.id}-line`))),
        h('span', { class: 'step-count' }, h('span', {}, stepWords(step)), step.total > 0 && step.id !== 'records' && step.id !== 'reports' ? meter(step.done, step.total, stepWords(step)) : null))))),
      toDos > 0 ? h('p', {}, h('a', { href: '#/to-dos' }, tn('journey.to-dos', toDos))) : null),
  };
}

/** @param {import('../../ipc/types.js').Step} step */
function stepWords({ id, state, done, total }) {
  if (id === 'reports') return t(`journey.reports-${state}`);
  if (total === 0) return t('state.not-started');
  if (id === 'records') return tn('journey.records-count', total);
  return t(`journey.${id}-count`, { done: number(done), total: number(total) });
}

/** @param {NextStep} next */
function nextCard(next) {
  const record = next.record;
  /** @type {Record<import('../../ipc/types.js').NextKind, [href: string, values: Record<string, string | number>]>} */
  const ways = {
    'describe-organisation': [record ? to('questions', record.id, ...(next.section ? [next.section] : [])) : '#/organisation', {}],
    'add-first-system': ['#/add/system?first=yes', {}],
    'continue-system': [record ? to('questions', record.id, ...(next.section ? [next.section] : [])) : '#/inventory', { name: record?.name ?? '', reference: record?.reference ?? '', section: next.sectionTitle ?? '' }],
    'classify-system': [record ? to('classification', record.id) : '#/classification', { name: record?.name ?? '', reference: record?.reference ?? '' }],
    'take-step': [next.step ? places[next.step] : '#/journey', {}],
    'print-register': ['#/reports/inventory', {}],
  };
  const [href, values] = ways[next.kind];
  if (next.step) return card(t(`journey.next-${next.step}`), t(`journey.${next.step}-line`), t(`journey.next-${next.step}-act`), href);
  return card(t(`journey.next-${next.kind}`, values), next.open > 0 && next.kind !== 'classify-system' ? tn(`journey.next-${next.kind}-open`, next.open, values) : t(`journey.next-${next.kind}-line`, values), t(`journey.next-${next.kind}-act`), href);
}

/** @param {string} title @param {string} line @param {string} act @param {string} href */
function card(title, line, act, href) {
  return h('section', { class: 'card next-card', 'aria-labelledby': 'next-title' },
    h('div', {}, h('p', { class: 'quiet' }, t('journey.next')), h('h2', { id: 'next-title' }, title), h('p', {}, line)),
    linkButton(act, href, { look: 'primary' }));
}
