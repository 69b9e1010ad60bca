// @ts-check
/** The classification of one system: one question at a time, what follows from it, and why it is asked. */
import { button, linkButton } from '../../components/button.js';
import { icon } from '../../components/icon.js';
import { classLook } from '../../components/marks.js';
import { questionField } from '../../components/question/field.js';
import { flushAnswer, giveAnswer, isAhead, onAnswerState, withdrawAnswer } from '../../ipc/answers.js';
import { classificationQuestion, lastSaved } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { clock } from '../../lib/format.js';
import { addShortcuts } from '../../lib/keyboard.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { resultView } from './result.js';
import { signedWords } from './signing.js';
import { stripParts, stripTone } from './strip.js';
import { drawTree, questionAt } from './tree.js';
import { lawReasons, whyPanel } from './why.js';

/** @typedef {import('../../ipc/types.js').ClassificationScreen} Screen */
/** @typedef {import('../../ipc/types.js').LawQuestion} LawQuestion */

/** @param {import('../../lib/router.js').Place} place @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function classificationView(place, desk) {
  const record = place.params.id;
  const wanted = { question: place.query.get('at'), after: place.query.get('after'), optional: place.query.get('optional') === 'yes', skipped: place.query.get('skipped') === 'yes' };
  let screen = await classificationQuestion({ record, question: wanted.question, after: wanted.after, optional: wanted.optional });
  if (!screen.question) {
    // Nothing is open any more: what it comes to is the next thing to see.
    desk.rename(to('classification', record, 'result'));
    return resultView({ ...place, query: new URLSearchParams() }, desk);
  }
  const asked = screen.question;
  const id = asked.view.id;
  desk.rename(questionAt(record, id));

  const tree = h('div', { class: 'wizard-steps' });
  const cameFrom = desk.cameFrom();
  const panel = whyPanel(record);
  const strip = h('div', { role: 'status' });
  const where = h('p', { class: 'quiet law-place' });
  const known = h('div', {});
  const beside = h('div', {});
  const aside = h('div', {});
  const hint = h('p', { class: 'quiet law-keys', id: 'law-keys' });
  const left = wanted.skipped ? screen.sections.flatMap((section) => section.questions).find((one) => one.id === wanted.after) : undefined;
  const skipped = left ? h('p', { class: 'law-skipped' }, icon('ring', 'inline'), t('classification.skipped', { label: left.label }), ' ', h('a', { href: questionAt(record, left.id) }, t('classification.skipped-back'))) : null;
  const field = questionField(asked.view, {
    suggested: asked.known?.value ?? null,
    reasons: () => lawReasons(asked),
    askedOf: screen.owner,
    // What a person can say of a list besides its options is "none of these".
    applies: asked.view.kind === 'multi',
    edit(question, answer, how) {
      giveAnswer({ record, question, answer }, how);
      drawOnward();
    },
    withdraw: (question) => withdrawAnswer(record, question),
    flush: (question) => void flushAnswer(record, question),
    onFocus: () => {},
    onward: () => void goOn(),
  });
  const body = h('fieldset', {}, field.element);
  const back = asked.previous ? linkButton(t('wizard.back'), questionAt(record, asked.previous), { icon: 'back' }) : h('span');
  const onward = button('', () => goOn(), { look: 'primary' });

  /** Enter, or the button: what is shown counts from now on, and the next open question comes. */
  async function goOn() {
    if (screen.signed) return void (await desk.go(screen.question?.next ? questionAt(record, screen.question.next) : to('classification', record, 'result')));
    const empty = field.standing() === 'empty';
    const certain = asked.known?.counts === true;
    if ((field.standing() === 'suggested' && !certain) || (empty && asked.view.kind === 'multi')) field.confirm();
    await flushAnswer(record, id);
    // What could not be saved says so where it stands; nobody is led away from it.
    if (isAhead(record, id)) return;
    const leftOpen = field.standing() === 'empty';
    await desk.go(`${to('classification', record)}?after=${encodeURIComponent(id)}${asked.optional ? '&optional=yes' : ''}${leftOpen ? '&skipped=yes' : ''}`);
  }

  /** What the button will do, in words. */
  function drawOnward() {
    const stands = field.standing();
    const words = screen.signed || stands === 'said' ? 'next' : stands === 'suggested' ? (asked.known?.counts ? 'next' : 'confirm') : asked.view.kind === 'multi' ? 'none-and-on' : 'skip';
    fill(onward, h('span', {}, t(`classification.act-${words}`)));
    const keys = Math.min(asked.view.options.length + (asked.view.kind === 'multi' ? 1 : 0), 9);
    fill(hint, keys > 1 && !screen.signed ? h('span', {}, h('kbd', {}, '1'), '–', h('kbd', {}, keys), ` ${t('classification.choose-with')}`) : null,
      h('span', {}, h('kbd', {}, 'Enter'), ' ', t(`classification.enter-${words}`)));
  }

  function draw() {
    const { question } = screen;
    if (!question) return;
    strip.className = `strip ${stripTone(screen.strip)}`;
    fill(strip, stripParts(screen.strip));
    drawTree(tree, screen, cameFrom);
    panel.draw(screen);
    const section = screen.sections.find((one) => one.id === question.section);
    fill(where, section ? [h('b', {}, section.title), ` · ${section.intro}`] : null);
    fill(known, screen.signed ? h('p', { class: 'said' }, icon('check', 'inline'), signedWords(screen.signed), ' ', h('a', { href: to('classification', record, 'result') }, t('classification.reopen-there'))) : knownLine(question));
    body.disabled = screen.signed !== null;
    const off = ['set-aside', 'hidden'].includes(question.view.standing);
    fill(beside, off ? h('p', { class: 'said' }, t(question.view.standing === 'hidden' ? 'classification.not-asked' : 'classification.set-aside-line')) : null);
    field.showEffects(new Map(question.effects.map((effect) => [effect.option ?? '', effectWords(effect)])));
    fill(aside, setAside(screen));
    drawOnward();
  }

  const endStates = onAnswerState((change) => {
    if (change.record !== record || change.question !== id || change.state === 'withdrawn') return;
    const at = lastSaved();
    if (change.state === 'waiting') field.showState('', '');
    else if (change.state === 'saving') field.showState('saving', t('save.saving'));
    else if (change.state === 'saved') field.showState('saved', at ? t('save.saved', { time: clock(at) }) : '');
    else field.showState('failed', t('save.not-saved', { reason: change.error instanceof Error ? change.error.message : String(change.error) }));
  });
  const endShortcuts = addShortcuts([
    { keys: 'alt+ArrowRight', does: 'shortcut.next-question', run: () => void (screen.question?.next ? desk.go(questionAt(record, screen.question.next)) : goOn()), typing: true },
    { keys: 'alt+ArrowLeft', does: 'shortcut.previous-question', run: () => void (screen.question?.previous && desk.go(questionAt(record, screen.question.previous))), typing: true },
  ]);

  draw();
  return {
    rail: '#/classification',
    list: '#/classification',
    railSteps: tree,
    panel: panel.element,
    topics: [`record:${record}`, 'organisation'],
    async refresh() {
      screen = await classificationQuestion({ record, question: id, after: null, optional: false });
      if (screen.question) field.update(screen.question.view, isAhead(record, id));
      draw();
    },
    element: h('div', { class: 'view wizard law' },
      h('p', { class: 'trail' }, h('a', { href: '#/classification' }, t('classification.title')), h('span', { 'aria-hidden': 'true' }, '/'), h('a', { href: to('record', record) }, h('span', { class: 'ref' }, screen.record.reference))),
      h('h1', {}, screen.record.name), strip,
      h('div', { class: 'questions' }, skipped, where, beside, known, body, hint),
      h('div', { class: 'step-buttons' }, back, onward), aside),
    arrive() {
      if (screen.signed) return onward.focus();
      // The question is read before its options: its text is in sight, whatever stands far below is filled in.
      field.focus({ first: true });
      const [seen, foot] = [document.activeElement, document.querySelector('.foot')].map((one) => one?.getBoundingClientRect());
      if (seen && foot && seen.bottom > foot.top) (skipped ?? where).scrollIntoView({ block: 'start' });
    },
    dispose() {
      endStates();
      endShortcuts();
    },
  };
}

/** What an answer would lead to. @param {import('../../ipc/types.js').OptionEffect} effect */
function effectWords({ class: leading, settled, stays, more, open }) {
  const follow = open === 0 ? t('classification.effect-last') : more > 0 ? t('classification.effect-more') : '';
  if (!leading) return follow ? h('span', {}, follow) : null;
  const key = settled ? (stays ? 'effect-stays' : 'effect-leads') : 'effect-at-least';
  return [icon(classLook(leading)[0], 'inline'), h('span', { class: `effect-class ${classLook(leading)[1]}` }, t(`classification.${key}`, { class: leading.title })), follow ? ` · ${follow}` : ''];
}

/** What inventory or profile say, and the way there. @param {LawQuestion} question */
function knownLine({ known, view }) {
  if (!known) return null;
  const own = view.answer !== null;
  const suggested = view.kind === 'multi' ? 'known-suggested-several' : 'known-suggested';
  return h('div', { class: 'law-known' },
    h('p', {}, icon(own ? 'ring' : known.counts ? 'check' : 'question', 'inline'), t(`classification.${own ? 'known-beside' : known.counts ? 'known-counts' : suggested}`)),
    h('ul', { class: 'plain-list' }, known.sources.map((source) => h('li', {}, t('classification.known-source', { label: source.label, words: source.words }), ' ',
      h('a', { href: `${to('questions', source.record, source.section)}?at=${encodeURIComponent(source.question)}`, 'aria-label': t('classification.change-there-of', { label: source.label }) }, t('classification.change-there'))))),
    known.reasons.map((reason) => h('p', {}, reason)));
}

/** Answers that are kept and count nowhere. @param {Screen} screen */
function setAside({ record, setAside: kept }) {
  if (kept.length === 0) return null;
  return h('details', { class: 'set-aside' },
    h('summary', {}, tn('classification.set-aside', kept.length)), h('p', { class: 'quiet' }, t('wizard.set-aside-line')),
    h('ul', { class: 'plain-list' }, kept.map(({ question, label, words }) => h('li', {}, icon('dashed', 'inline'), h('a', { href: questionAt(record.id, question) }, label), h('span', { class: 'quiet' }, ` ${words}`)))));
}
