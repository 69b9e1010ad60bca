// @ts-check
/** One step of a wizard: a section's questions in the middle, the steps on the left, the reasons on the right. */
import { linkButton } from '../../components/button.js';
import { icon } from '../../components/icon.js';
import { questionList } from '../../components/question/list.js';
import { reasons } from '../../components/question/reasons.js';
import { wizardStep } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { addShortcuts } from '../../lib/keyboard.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { homeOf, pageOf } from '../records/kinds.js';
import { drawSteps } from './steps.js';

/** @typedef {import('../../ipc/types.js').QuestionView} QuestionView */

/** @param {import('../../lib/router.js').Place} place @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function wizardView(place, desk) {
  const record = place.params.id;
  let step = await wizardStep({ record, section: place.params.section ?? null });
  const { section } = step;
  if (place.params.section === undefined) desk.rename(to('questions', record, section));
  const here = step.sections.find((one) => one.id === section);

  const steps = h('div', { class: 'wizard-steps' });
  const panel = h('div', { class: 'panel-body' });
  const count = h('p', { class: 'quiet step-count-line', 'aria-live': 'polite' });
  const aside = h('div', {});
  const back = step.previous ? linkButton(t('wizard.back'), to('questions', record, step.previous), { icon: 'back' }) : null;
  const onward = step.next
    ? linkButton(t('wizard.next'), to('questions', record, step.next), { look: 'primary' })
    : linkButton(t('wizard.finish'), pageOf(step.record), { look: 'primary' });
  const list = questionList({ record, onFocus: showReasons, end: () => onward.focus() });

  /** @param {QuestionView} question */
  function showReasons(question) {
    if (panel.dataset.question === question.id) return;
    panel.dataset.question = question.id;
    fill(panel, h('h2', {}, t('panel.why')), h('p', { class: 'quiet panel-label' }, question.label),
      reasons(question),
      question.required ? h('p', { class: 'quiet' }, t('panel.required')) : null,
      question.answer ? h('p', {}, h('a', { class: 'quiet', href: `#/history?record=${encodeURIComponent(record)}&question=${encodeURIComponent(question.id)}` }, t('panel.earlier'))) : null);
  }

  /** Brings the questions on the screen in line with the file, and leaves alone what is being typed. */
  function draw() {
    list.draw(step.questions);
    const kept = step.questions.filter((question) => question.standing === 'set-aside');
    fill(aside, kept.length === 0 ? null : h('section', { class: 'set-aside', 'aria-labelledby': 'set-aside-title' },
      h('h2', { id: 'set-aside-title' }, t('wizard.set-aside')), h('p', { class: 'quiet' }, t('wizard.set-aside-line')),
      h('ul', { class: 'plain-list' }, kept.map((question) => h('li', {}, icon('dashed', 'inline'), question.label,
        question.shownBecauseOf.length > 0 ? h('span', { class: 'quiet' }, ` ${t('wizard.because-of', { labels: question.shownBecauseOf.join(', ') })}`) : null)))));
    const own = step.sections.find((one) => one.id === section);
    fill(count, [
      t('wizard.position', { position: step.position, of: step.sections.length }),
      own ? t('wizard.answered', { settled: own.progress.settled, asked: own.progress.asked }) : null,
      own && own.minutesLeft > 0 ? tn('wizard.minutes-left', own.minutesLeft) : null,
    ].filter(Boolean).join(' · '));
    drawSteps(steps, step);
  }

  const endShortcuts = addShortcuts([
    { keys: 'alt+ArrowRight', does: 'shortcut.next-step', run: () => onward.click(), typing: true },
    { keys: 'alt+ArrowLeft', does: 'shortcut.previous-step', run: () => back?.click(), typing: true },
  ]);

  draw();
  const at = place.query.get('at');
  const first = step.questions.find((question) => question.id === at) ?? step.questions.find((question) => question.standing === 'open') ?? step.questions[0];
  if (first) showReasons(first);
  const home = homeOf(step.record.kind);
  return {
    rail: home.rail,
    list: home.href,
    railSteps: steps,
    panel,
    topics: [`record:${record}`],
    async refresh() {
      step = await wizardStep({ record, section });
      draw();
    },
    element: h('div', { class: 'view wizard' },
      h('p', { class: 'trail' },
        h('a', { href: home.href }, t(`kinds.${step.record.kind}`)),
        step.record.kind === 'organisation' ? null : [h('span', { 'aria-hidden': 'true' }, '/'), h('a', { href: pageOf(step.record) }, h('span', { class: 'ref' }, step.record.reference), ' ', step.record.name)]),
      h('h1', {}, here?.title ?? step.title), count,
      here?.intro ? h('p', { class: 'prose intro' }, here.intro) : null,
      list.element, aside,
      h('div', { class: 'step-buttons' }, back ?? h('span'), onward)),
    arrive: at ? () => list.focus(at) : undefined,
    dispose() {
      list.dispose();
      endShortcuts();
    },
  };
}
