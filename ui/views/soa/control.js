// @ts-check
/** Control by control: what it is for, what the file suggests, what is decided and done. */
import { button, linkButton } from '../../components/button.js';
import { icon } from '../../components/icon.js';
import { questionList } from '../../components/question/list.js';
import { reasons } from '../../components/question/reasons.js';
import { beginSoa, soaControl, soaScreen } from '../../ipc/commands.js';
import { fill, h, refill } from '../../lib/dom.js';
import { addShortcuts } from '../../lib/keyboard.js';
import { to } from '../../lib/router.js';
import { t } from '../../lib/texts.js';
import { controlPanel } from './panel.js';

/** Shape and word of a decision. @type {Record<string, [shape: string, tone: string]>} */
const looks = { included: ['dot', 'good'], excluded: ['ring', 'open'], undecided: ['dashed', 'open'] };

/** @param {import('../../lib/router.js').Place} place @returns {Promise<import('../routes.js').View>} */
export async function controlView(place) {
  const row = place.params.row;
  let [control, screen] = await Promise.all([soaControl({ row }), soaScreen()]);
  const record = control.row.record;
  const at = place.query.get('at');

  const steps = h('div', { class: 'wizard-steps' });
  const panel = h('div', {});
  const why = h('div', { class: 'panel-body' });
  const beside = h('div', {}, panel, why);
  const back = control.previous ? linkButton(t('soa.previous-control'), to('soa', 'control', control.previous), { icon: 'back' }) : null;
  const onward = control.next ? linkButton(t('soa.next-control'), to('soa', 'control', control.next), { look: 'primary' }) : linkButton(t('soa.back-to-table'), '#/soa', { look: 'primary' });
  const list = record ? questionList({ record, end: () => onward.focus(), onFocus(question) {
    fill(why, h('h2', {}, t('panel.why')), h('p', { class: 'quiet panel-label' }, question.label), reasons(question));
  } }) : null;
  const start = record ? null : h('div', { class: 'empty' }, h('h2', {}, t('soa.not-begun')), h('p', { class: 'prose' }, t('soa.not-begun-line')), button(t('soa.begin'), beginSoa, { look: 'primary' }));

  function draw() {
    list?.draw(control.questions);
    refill(panel, controlPanel(control, screen));
    let topic = '';
    refill(steps,
      h('a', { class: 'rail-link', href: '#/soa' }, icon('back'), h('span', { class: 'rail-record' }, t('soa.title')), h('span')),
      h('ol', { 'aria-label': t('soa.controls') }, screen.rows.map((one) => {
        const [shape, tone] = looks[one.decision ?? 'undecided'];
        const own = one.topic ? one.topic.reference : t('soa.own');
        const first = own !== topic;
        topic = own;
        return h('li', {}, first ? h('p', { class: 'quiet rail-topic' }, one.topic ? `${one.topic.reference} ${one.topic.title}` : own) : null,
          h('a', { class: 'rail-link', href: to('soa', 'control', one.id), 'aria-current': one.id === row ? 'step' : null },
            h('span', { class: `mark ${tone}`, role: 'img', 'aria-label': t(`soa.decision-${one.decision ?? 'undecided'}`) }, icon(shape)), h('span', {}, one.reference),
            one.contradictions.length > 0 ? h('span', { class: 'count mark warn', role: 'img', 'aria-label': t('soa.contradicts') }, icon('triangle')) : h('span', { class: 'count' })));
      })));
  }

  const endShortcuts = addShortcuts([
    { keys: 'alt+ArrowRight', does: 'shortcut.next-control', run: () => onward.click(), typing: true },
    { keys: 'alt+ArrowLeft', does: 'shortcut.previous-control', run: () => back?.click(), typing: true },
  ]);
  draw();
  return {
    rail: '#/soa',
    list: '#/soa',
    railSteps: steps,
    panel: beside,
    topics: ['controls', 'risks', 'inventory', 'organisation'],
    // Once it has a record, the view is made anew with its questions.
    ...(record ? { async refresh() {
      [control, screen] = await Promise.all([soaControl({ row }), soaScreen()]);
      draw();
    } } : {}),
    element: h('div', { class: 'view wizard' },
      h('p', { class: 'trail' }, h('a', { href: '#/soa' }, t('soa.title')), h('span', { 'aria-hidden': 'true' }, '/'), control.row.topic ? `${control.row.topic.reference} ${control.row.topic.title}` : t('soa.own')),
      h('h1', {}, h('span', { class: 'ref' }, control.row.reference), ' ', control.row.title),
      h('p', { class: 'quiet step-count-line' }, t('soa.position', { position: control.position, of: control.of })),
      control.holds ? h('p', { class: 'prose intro' }, control.holds) : null,
      start, list?.element, h('div', { class: 'step-buttons' }, back ?? h('span'), onward)),
    arrive: at && list ? () => list.focus(at) : undefined,
    dispose() {
      list?.dispose();
      endShortcuts();
    },
  };
}
