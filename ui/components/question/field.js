// @ts-check
/**
 * One question: what is asked, the control of its kind, and the three other things a person can say:
 * it does not apply (with the reason), I don't know yet (and who might), a remark.
 */
import { fill, freshId, h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';
import { icon } from '../icon.js';
import { isShortcut, keyNames } from '../../lib/keyboard.js';
import { recordPicker } from '../record-picker.js';
import { controls, isGroup } from './kinds.js';
import { reasons } from './reasons.js';
import { growWithText } from './text.js';

/** @typedef {import('../../ipc/types.js').QuestionView} QuestionView */
/** @typedef {import('../../ipc/types.js').NewAnswer} NewAnswer */
/** @typedef {import('../../ipc/types.js').RecordLink} RecordLink */
/**
 * @typedef {object} FieldOptions
 * @property {(question: string, answer: NewAnswer | null, options: { now?: boolean }) => void} edit
 * @property {(question: string) => void} withdraw what is on the screen is no answer to be saved
 * @property {(question: string) => void} flush
 * @property {(question: QuestionView) => void} onFocus
 * @property {() => void} onward the person is through with this question
 * @property {import('../../ipc/types.js').ValueView | null} [suggested] known from elsewhere: shown as if it had been said here
 * @property {RecordLink | null} [askedOf] whoever is asked unless somebody else is named
 * @property {boolean} [applies] the question always applies
 * @property {() => import('../../lib/dom.js').Child[]} [reasons] why it is asked, where more is known than the question says
 */

/** The key that says "don't know yet", and takes it back. */
export const NOT_KNOWN = 'mod+d';

/**
 * @param {QuestionView} question
 * @param {FieldOptions} options
 */
export function questionField(question, options) {
  let view = question;
  const id = freshId('question');
  const draft = draftOf(view, options.suggested);
  const group = isGroup(view.kind);
  const state = h('span', { class: 'field-state', id: `${id}-state` });
  const prompt = h(group ? 'legend' : 'label', { class: 'prompt', id: `${id}-prompt`, ...(group ? {} : { for: id }) }, view.prompt);
  const body = h('div', { class: 'field-body' });
  const other = h('div', { class: 'field-other' });
  const remark = h('div', { class: 'field-remark' });
  const why = h('details', { class: 'field-why' });
  /** @type {HTMLElement} */
  const element = h(group ? 'fieldset' : 'div', { class: 'question', id: `field-${view.id}`, 'data-question': view.id },
    group ? prompt : h('div', { class: 'field-head' }, prompt), state,
    view.hint ? h('p', { class: 'quiet hint', id: `${id}-hint` }, view.hint) : null,
    body, other, remark, why);

  const tell = (now = false) => {
    draft.own = true;
    const answer = answerOf(draft);
    if (answer === 'incomplete') {
      options.withdraw(view.id);
      showState('incomplete', t('question.needs-reason'));
    } else options.edit(view.id, answer, { now });
  };
  const control = controls[view.kind]({
    id, labelledBy: `${id}-prompt`, describedBy: `${view.hint ? `${id}-hint ` : ''}${id}-state`, question: view, value: valueOf(view.answer) ?? options.suggested ?? null, suggested: Boolean(options.suggested),
    edit(value, { now = false } = {}) {
      draft.value = value;
      draft.state = 'given';
      tell(now);
      drawOther();
    },
    refuse(reason) {
      options.withdraw(view.id);
      showState('incomplete', reason ?? '');
    },
  });

  /** @param {string} look @param {string} words */
  function showState(look, words) {
    state.className = `field-state ${look}`;
    fill(state, words === '' ? null : [icon(look === 'saved' ? 'check' : look === 'failed' ? 'octagon' : look === 'incomplete' ? 'triangle' : 'half'), h('span', {}, words)],
      look === 'failed' ? h('button', { type: 'button', class: 'link', onclick: () => options.flush(view.id) }, t('save.retry')) : null);
  }

  /** @param {'given' | 'not-applicable' | 'not-known'} said @param {boolean} on */
  function say(said, on) {
    draft.state = on ? said : 'given';
    if (said === 'not-known' && on) draft.askedOf ??= options.askedOf ?? null;
    draw();
    tell(true);
    if (on) /** @type {HTMLElement | null} */ (body.querySelector('textarea, input'))?.focus();
    else control.focus();
  }

  function draw() {
    if (draft.state === 'not-applicable') fill(body, notApplicable());
    else if (draft.state === 'not-known') fill(body, notKnown());
    else fill(body, control.element);
    element.dataset.said = draft.state;
    drawOther();
    drawRemark();
  }

  function drawOther() {
    const answered = answerOf(draft) !== null;
    fill(other,
      toggle(t('question.not-known'), 'question', draft.state === 'not-known', (on) => say('not-known', on), keyNames(NOT_KNOWN).join('+')),
      options.applies && draft.state !== 'not-applicable' ? null : toggle(t('question.not-applicable'), 'dash', draft.state === 'not-applicable', (on) => say('not-applicable', on)),
      answered && draft.note === '' && !draft.noteOpen ? h('button', { type: 'button', class: 'chip-button', onclick: () => { draft.noteOpen = true; drawOther(); drawRemark(); remark.querySelector('textarea')?.focus(); } }, icon('plus'), t('question.add-note')) : null,
      answered && draft.own && draft.state === 'given' && group ? h('button', { type: 'button', class: 'chip-button', onclick: clear }, icon('close'), t('question.clear')) : null);
  }

  function clear() {
    draft.value = null;
    control.show(null);
    tell(true);
    drawOther();
    control.focus();
  }

  function notApplicable() {
    const input = h('textarea', { class: 'text-input', rows: 2, id: `${id}-reason`, value: draft.reason, 'aria-describedby': `${id}-state`, 'aria-labelledby': `${id}-prompt ${id}-reason-label` });
    input.addEventListener('input', () => { draft.reason = input.value; tell(); });
    growWithText(input);
    return h('div', { class: 'stack said' }, h('label', { class: 'label', for: `${id}-reason`, id: `${id}-reason-label` }, t('question.why-not-applicable')), input);
  }

  function notKnown() {
    const asked = draft.askedOf;
    const place = h('div', {});
    const drawAsked = () => fill(place, draft.askedOf
      ? h('ul', { class: 'tags', tabindex: '-1', 'aria-labelledby': `${id}-asked-label` }, h('li', { class: 'tag' }, icon('person'), draft.askedOf.name, h('button', { type: 'button', class: 'tag-remove', 'aria-label': t('question.remove', { name: draft.askedOf.name }), onclick: () => ask(null) }, icon('close'))))
      : recordPicker({ id: `${id}-asked`, kind: 'person', labelledBy: `${id}-asked-label`, taken: () => false, choose: ask }).element);
    /** @param {RecordLink | null} person */
    function ask(person) {
      draft.askedOf = person;
      drawAsked();
      tell(true);
      /** @type {HTMLElement | null} */ (place.querySelector('ul.tags, input'))?.focus();
    }
    drawAsked();
    return h('div', { class: 'stack said' }, h('p', {}, t('question.becomes-to-do')),
      h(asked ? 'p' : 'label', { class: 'label', id: `${id}-asked-label`, ...(asked ? {} : { for: `${id}-asked` }) }, t('question.who-might-know')), place);
  }

  function drawRemark() {
    if (draft.note === '' && !draft.noteOpen) return fill(remark);
    const input = h('textarea', { class: 'text-input', rows: 2, id: `${id}-note`, value: draft.note });
    input.addEventListener('input', () => { draft.note = input.value; tell(); });
    growWithText(input);
    fill(remark, h('label', { class: 'label', for: `${id}-note` }, t('question.note')), input);
  }

  element.addEventListener('focusin', () => options.onFocus(view));
  element.addEventListener('focusout', (event) => { if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) options.flush(view.id); });
  element.addEventListener('keydown', (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const writes = target instanceof HTMLTextAreaElement;
    const plainInput = target instanceof HTMLInputElement;
    if (draft.state === 'given' && control.key && plainInput && ['radio', 'checkbox'].includes(target.type) && control.key(event)) return event.preventDefault();
    if (isShortcut(event, NOT_KNOWN)) {
      event.preventDefault();
      return say('not-known', draft.state !== 'not-known');
    }
    const settled = target.matches('.tags');
    if (event.key === 'Enter' && !event.defaultPrevented && !event.isComposing && (settled || (plainInput && !writes) || (writes && (event.ctrlKey || event.metaKey)))) {
      event.preventDefault();
      options.onward();
    }
  });
  why.addEventListener('toggle', () => { if (why.open) fill(why, h('summary', {}, t('panel.why')), options.reasons?.() ?? reasons(view)); });
  fill(why, h('summary', {}, t('panel.why')));
  why.hidden = !(view.why || view.good || view.weak || view.cite);
  draw();

  return {
    element,
    id: view.id,
    kind: view.kind,
    /**
     * Puts the focus on what is answered, or, where the text of the question must stay in sight, on the `first` stop.
     * @param {{ first?: boolean }} [options]
     */
    focus({ first = false } = {}) {
      if (first) /** @type {HTMLElement | null} */ (body.querySelector('textarea, input, button'))?.focus({ preventScroll: true });
      else if (draft.state === 'given') control.focus();
      else /** @type {HTMLElement | null} */ (body.querySelector('textarea, input, button'))?.focus();
    },
    showState,
    /** What each option would lead to, in words, by its id; the empty id is "none of these". @param {Map<string, import('../../lib/dom.js').Child>} effects */
    showEffects: (effects) => control.showEffects?.(effects),
    /** Whether the person said something here, or what is shown is only known from elsewhere. */
    standing: () => (answerOf(draft) === null ? 'empty' : draft.own ? 'said' : 'suggested'),
    /** Says what is shown, as the person's own answer. */
    confirm() {
      if (view.kind === 'multi') draft.value ??= { kind: 'many', options: [] };
      control.show(/** @type {import('../../ipc/types.js').ValueView | null} */ (draft.value));
      tell(true);
      drawOther();
    },
    /** Takes what is in the file now, unless the person is ahead of it. @param {QuestionView} newer @param {boolean} ahead */
    update(newer, ahead) {
      view = newer;
      if (ahead) return;
      const fresh = draftOf(newer, options.suggested);
      const same = JSON.stringify(answerOf(fresh)) === JSON.stringify(answerOf(draft));
      if (same) return;
      Object.assign(draft, fresh);
      control.show(valueOf(newer.answer) ?? options.suggested ?? null);
      draw();
    },
  };
}

/** @param {string} words @param {string} sign @param {boolean} on @param {(on: boolean) => void} run @param {string} [keys] that do the same */
function toggle(words, sign, on, run, keys) {
  return h('button', { type: 'button', class: 'chip-button', 'aria-pressed': String(on), title: keys ?? null, onclick: () => run(!on) }, icon(sign), words);
}

/**
 * @typedef {object} Draft
 * @property {'given' | 'not-applicable' | 'not-known'} state
 * @property {import('../../ipc/types.js').NewValue | null} value
 * @property {string} reason
 * @property {RecordLink | null} askedOf
 * @property {string} note
 * @property {boolean} noteOpen
 * @property {boolean} own the person said so here
 */

/** @param {QuestionView} view @param {import('../../ipc/types.js').ValueView | null} [suggested] @returns {Draft} */
function draftOf({ answer }, suggested = null) {
  const value = answer ? valueOf(answer) : suggested;
  return {
    own: answer !== null,
    state: answer?.state ?? 'given',
    value: value?.kind === 'records' ? { kind: 'records', records: value.records.map((link) => link.id) } : value,
    reason: answer?.state === 'not-applicable' ? answer.reason : '',
    askedOf: answer?.state === 'not-known' ? answer.askedOf : null,
    note: answer?.note ?? '',
    noteOpen: false,
  };
}

/** @param {import('../../ipc/types.js').AnswerView | null} answer */
function valueOf(answer) {
  return answer?.state === 'given' ? answer.value : null;
}

/** What is to be stored: null when nothing is answered. @param {Draft} draft @returns {NewAnswer | null | 'incomplete'} */
export function answerOf({ state, value, reason, askedOf, note }) {
  const remark = note.trim();
  if (state === 'not-known') return { state, askedOf: askedOf?.id ?? null, note: remark };
  if (state === 'not-applicable') return reason.trim() === '' ? 'incomplete' : { state, reason: reason.trim(), note: remark };
  return value === null ? null : { state, value, note: remark };
}
