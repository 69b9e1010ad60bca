// @ts-check
/** One step of an assessment: its questions with what is known already, its review, and how it stands as a whole. */
import { button, linkButton } from '../../components/button.js';
import { icon } from '../../components/icon.js';
import { pill } from '../../components/marks.js';
import { questionField } from '../../components/question/field.js';
import { reasons } from '../../components/question/reasons.js';
import { flushAnswer, giveAnswer, isAhead, onAnswerState, withdrawAnswer } from '../../ipc/answers.js';
import { assessmentStep, lastSaved } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { clock } from '../../lib/format.js';
import { addShortcuts } from '../../lib/keyboard.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { signedWords } from '../classification/signing.js';
import { drawSteps } from '../wizard/steps.js';
import { knownLine } from './known.js';
import { revisionsPart, signingAct } from './signing.js';

/** @typedef {import('../../ipc/types.js').QuestionView} QuestionView */
/** @typedef {import('../../ipc/types.js').AssessmentScreen} Screen */
/** @typedef {{ field: ReturnType<typeof questionField>, known: HTMLElement, element: HTMLElement }} Row */

/** How a review looks. @type {Record<string, [shape: string, tone: import('../../components/marks.js').Tone]>} */
const reviewLooks = { 'to-correct': ['triangle', 'warn'], improvable: ['half', 'here'], accepted: ['check', 'good'], open: ['ring', 'open'] };
/** The report on an assessment; of the data protection assessment there is none: it is kept elsewhere. @type {Record<string, string>} */
const REPORTS = { 'impact-assessment': 'impact', fria: 'fria' };
/** How it looks whether something is owed. @type {Record<string, [shape: string, tone: import('../../components/marks.js').Tone]>} */
export const owedLooks = { owed: ['triangle', 'warn'], 'not-owed': ['dash', 'open'], open: ['question', 'open'] };

/** Whether something is owed, by shape and word. @param {import('../../ipc/types.js').OwedState} owed */
export function owedPill(owed) {
  const [shape, tone] = owedLooks[owed];
  return pill(shape, t({ owed: 'impact.owed', 'not-owed': 'impact.not-owed', open: 'impact.owed-open' }[owed]), tone);
}

/** @param {import('../../lib/router.js').Place} place @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function assessView(place, desk) {
  const { questionnaire, id: record } = place.params;
  const at = (/** @type {string} */ section) => to('assess', questionnaire, record, section);
  /** @type {Screen} */
  let screen = await assessmentStep({ questionnaire, record, section: place.params.section ?? null });
  const { section } = screen.step;
  if (place.params.section === undefined) desk.rename(at(section));
  const here = screen.step.sections.find((one) => one.id === section);
  const subject = { questionnaire, record, title: `${screen.step.title}, ${screen.step.record.name}` };
  const home = to('impacts', record);

  const steps = h('div', { class: 'wizard-steps' });
  const panel = h('div', { class: 'panel-body' });
  const count = h('p', { class: 'quiet step-count-line', 'aria-live': 'polite' });
  const standing = h('div', { class: 'assess-standing' });
  const questions = h('div', {});
  const review = h('section', { class: 'assess-review', 'aria-labelledby': 'review-title' });
  const body = h('fieldset', { class: 'questions' }, questions, review);
  const aside = h('div', {});
  const signed = h('div', {});
  const { previous, next } = screen.step;
  const back = previous ? linkButton(t('wizard.back'), at(previous), { icon: 'back' }) : null;
  const onward = next ? linkButton(t('wizard.next'), at(next), { look: 'primary' }) : linkButton(t('wizard.finish'), home, { look: 'primary' });
  /** @type {Row[]} */
  let rows = [];

  /** @param {QuestionView} question */
  const factOf = (question) => screen.known.find((one) => one.question === question.id)?.fact ?? null;

  /** @param {QuestionView} question @returns {Row} */
  function row(question) {
    const known = h('div', {});
    const field = questionField(question, {
      suggested: factOf(question)?.value ?? null,
      edit: (id, answer, how) => giveAnswer({ record, question: id, answer }, how),
      withdraw: (id) => withdrawAnswer(record, id),
      flush: (id) => void flushAnswer(record, id),
      onFocus: showReasons,
      onward() {
        const index = rows.findIndex((one) => one.element.contains(document.activeElement));
        const following = rows[index + 1];
        if (following) following.field.focus();
        else onward.focus();
      },
    });
    return { field, known, element: h('div', { class: 'assess-question' }, field.element, known) };
  }

  /** @param {QuestionView} question */
  function showReasons(question) {
    if (panel.dataset.question === question.id) return;
    panel.dataset.question = question.id;
    fill(panel, h('h2', {}, t('panel.why')), h('p', { class: 'quiet panel-label' }, question.label), reasons(question),
      question.required ? h('p', { class: 'quiet' }, t('panel.required')) : null,
      question.answer ? h('p', {}, h('a', { class: 'quiet', href: `#/history?record=${encodeURIComponent(record)}&question=${encodeURIComponent(question.id)}` }, t('panel.earlier'))) : null);
  }

  /** Brings the questions on the screen in line with the file, and leaves alone what is being typed. */
  function draw() {
    const { step } = screen;
    const shown = step.questions.filter((question) => !['hidden', 'set-aside'].includes(question.standing));
    const present = new Map(rows.map((one) => [one.field.id, one]));
    rows = shown.map((question) => {
      const one = present.get(question.id);
      if (!one) return row(question);
      one.field.update(question, isAhead(record, question.id));
      return one;
    });
    rows.forEach((one, index) => {
      const fact = factOf(shown[index]);
      const own = shown[index].answer !== null;
      fill(one.known, fact === null ? null : knownLine(fact, own, own || fact.counts || screen.signed ? null
        : button(t('impact.confirm'), () => one.field.confirm(), { look: 'quiet', icon: 'check', label: t('impact.confirm-of', { label: shown[index].label }) })));
    });
    const asked = rows.filter((one) => one.field.id !== screen.review);
    const wanted = new Set(asked.map((one) => one.element));
    for (const child of [...questions.children]) if (!wanted.has(/** @type {HTMLElement} */ (child))) child.remove();
    asked.forEach((one, index) => {
      if (questions.children[index] !== one.element) questions.insertBefore(one.element, questions.children[index] ?? null);
    });
    drawReview();
    const kept = step.questions.filter((question) => question.standing === 'set-aside');
    fill(aside, kept.length === 0 ? null : h('section', { class: 'set-aside', 'aria-labelledby': 'set-aside-title' },
      h('h2', { id: 'set-aside-title' }, t('wizard.set-aside')), h('p', { class: 'quiet' }, t('wizard.set-aside-line')),
      h('ul', { class: 'plain-list' }, kept.map((question) => h('li', {}, icon('dashed', 'inline'), question.label)))));
    const own = step.sections.find((one) => one.id === section);
    fill(count, [t('wizard.position', { position: step.position, of: step.sections.length }),
      own ? t('wizard.answered', { settled: own.progress.settled, asked: own.progress.asked }) : null,
      own && own.minutesLeft > 0 ? tn('wizard.minutes-left', own.minutesLeft) : null].filter(Boolean).join(' · '));
    drawSteps(steps, step, { home, at });
    body.disabled = screen.signed !== null;
    fill(signed, revisionsPart(subject, screen.revisions));
    drawStanding();
  }

  function drawReview() {
    const reviewing = rows.find((one) => one.field.id === screen.review);
    review.hidden = !reviewing;
    if (!reviewing || review.contains(reviewing.element)) return;
    fill(review, h('h2', { id: 'review-title' }, t('impact.review')), h('p', { class: 'quiet' }, t('impact.review-line')), reviewing.element);
  }

  function drawStanding() {
    const { owed, hindrances } = screen;
    const own = screen.reviews.find((one) => one.section === section);
    const [shape, tone] = reviewLooks[own?.review ?? 'open'];
    fill(standing,
      owed ? h('p', {}, owedPill(owed.owed), ' ', owed.because, ' ', h('span', { class: 'ref' }, owed.cite)) : null,
      screen.signed ? h('p', { class: 'said' }, icon('check', 'inline'), signedWords(screen.signed)) : null,
      h('div', { class: 'tools-row' },
        own ? pill(shape, t(`impact.review-${own.review ?? 'open'}`), tone) : null,
        screen.signed ? null : h('span', { class: 'quiet' }, hindrances.length === 0 ? t('impact.ready') : tn('impact.in-the-way', hindrances.length)),
        signingAct(subject, screen),
        REPORTS[questionnaire] ? linkButton(t('impact.report'), `#/reports/${REPORTS[questionnaire]}?record=${encodeURIComponent(record)}`, { icon: 'sheet' }) : null));
  }

  const endStates = onAnswerState((change) => {
    if (change.record !== record || change.state === 'withdrawn') return;
    const field = rows.find((one) => one.field.id === change.question)?.field;
    const saved = lastSaved();
    if (change.state === 'waiting') field?.showState('', '');
    else if (change.state === 'saving') field?.showState('saving', t('save.saving'));
    else if (change.state === 'saved') field?.showState('saved', saved ? t('save.saved', { time: clock(saved) }) : '');
    else field?.showState('failed', t('save.not-saved', { reason: change.error instanceof Error ? change.error.message : String(change.error) }));
  });
  const endShortcuts = addShortcuts([
    { keys: 'alt+ArrowRight', does: 'shortcut.next-step', run: () => onward.click(), typing: true },
    { keys: 'alt+ArrowLeft', does: 'shortcut.previous-step', run: () => back?.click(), typing: true },
  ]);

  draw();
  const wanted = place.query.get('at');
  const first = screen.step.questions.find((question) => question.id === wanted) ?? screen.step.questions.find((question) => question.standing === 'open') ?? screen.step.questions[0];
  if (first) showReasons(first);
  return {
    rail: '#/impacts',
    list: '#/impacts',
    railSteps: steps,
    panel,
    topics: [`record:${record}`, 'impacts', 'organisation'],
    async refresh() {
      screen = await assessmentStep({ questionnaire, record, section });
      draw();
    },
    element: h('div', { class: 'view wizard assess' },
      h('p', { class: 'trail' }, h('a', { href: '#/impacts' }, t('impact.title')), h('span', { 'aria-hidden': 'true' }, '/'),
        h('a', { href: home }, h('span', { class: 'ref' }, screen.step.record.reference), ' ', screen.step.record.name),
        h('span', { 'aria-hidden': 'true' }, '/'), h('span', {}, screen.step.title)),
      h('h1', {}, here?.title ?? screen.step.title), count, standing,
      here?.intro ? h('p', { class: 'prose intro' }, here.intro) : null,
      questionnaire === 'impact-assessment' && section === 'impacts' ? h('p', { class: 'said' }, t('impact.to-table-line'), ' ', h('a', { href: home }, t('impact.to-table'))) : null,
      body, aside,
      h('div', { class: 'step-buttons' }, back ?? h('span'), onward), signed),
    arrive: wanted ? () => rows.find((one) => one.field.id === wanted)?.field.focus() : undefined,
    dispose() {
      endStates();
      endShortcuts();
    },
  };
}
