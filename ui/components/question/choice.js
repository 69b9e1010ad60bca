// @ts-check
/** Options as large rows: one of them, or any number. Keys 1 to 9 choose while the question has the focus. */
import { fill, h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';

/** @type {import('./kinds.js').MakeControl} */
export function single(options) {
  return choice(options, 'radio', (chosen) => (chosen.length === 0 ? null : { kind: 'one', option: chosen[0] }));
}

/** @type {import('./kinds.js').MakeControl} */
export function multi(options) {
  return choice(options, 'checkbox', (chosen, none) => (chosen.length === 0 && !none ? null : { kind: 'many', options: chosen }));
}

/**
 * @param {import('./kinds.js').ControlOptions} options
 * @param {'radio' | 'checkbox'} type
 * @param {(chosen: string[], none: boolean) => import('../../ipc/types.js').NewValue | null} toValue
 * @returns {import('./kinds.js').Control}
 */
function choice({ id, question, value, suggested = false, edit }, type, toValue) {
  const rows = question.options.map((option) => ({ id: option.id, label: option.label, then: option.then }));
  const own = question.options.find((option) => ['none', 'nothing'].includes(option.id));
  const NONE = own?.id ?? ' none';
  // "None of these" is an answer of its own: an empty list that was said, not forgotten. Where the
  // question words it itself, its own option stands for it.
  if (type === 'checkbox' && !own) rows.push({ id: NONE, label: t('question.none-of-these'), then: '' });
  const inputs = rows.map((row, index) => h('input', {
    type, name: id, value: row.id, id: `${id}-${index}`, 'aria-describedby': [row.then ? `${id}-${index}-then` : '', `${id}-${index}-effect`].join(' ').trim(),
  }));
  const effects = rows.map((_, index) => h('span', { class: 'effect', id: `${id}-${index}-effect` }));
  const element = h('div', { class: 'options' }, rows.map((row, index) =>
    h('label', { class: 'option', for: `${id}-${index}` },
      inputs[index],
      h('span', { class: 'option-words' }, row.label, row.then ? h('span', { class: 'then', id: `${id}-${index}-then` }, row.then) : null, effects[index]),
      index < 9 ? h('kbd', { 'aria-hidden': 'true' }, index + 1) : null)));

  const read = () => toValue(
    inputs.filter((input) => input.checked && (own || input.value !== NONE)).map((input) => input.value),
    !own && inputs.some((input) => input.checked && input.value === NONE));
  const show = (/** @type {import('../../ipc/types.js').ValueView | null} */ shown) => {
    const chosen = shown?.kind === 'one' ? [shown.option] : shown?.kind === 'many' ? (shown.options.length > 0 || own ? shown.options : [NONE]) : [];
    for (const input of inputs) input.checked = chosen.includes(input.value);
  };
  const taken = (/** @type {HTMLInputElement} */ input) => {
    if (type === 'checkbox' && input.checked) {
      for (const other of inputs) {
        if (other !== input && (input.value === NONE || other.value === NONE)) other.checked = false;
      }
    } else if (suggested && inputs.every((other) => !other.checked)) {
      // Whoever takes away all that was filled in says none of these: an open answer would fill it in again.
      for (const other of inputs) other.checked = type === 'checkbox' && input.value !== NONE && other.value === NONE;
    }
    edit(read(), { now: true });
  };
  for (const input of inputs) input.addEventListener('change', () => taken(input));
  show(value);
  return {
    element,
    focus: () => (inputs.find((input) => input.checked) ?? inputs[0])?.focus(),
    show,
    showEffects: (told) => rows.forEach((row, index) => fill(effects[index], told.get(row.id === NONE && !own ? '' : row.id))),
    key(event) {
      const input = /^[1-9]$/.test(event.key) ? inputs[Number(event.key) - 1] : undefined;
      if (!input || event.ctrlKey || event.metaKey || event.altKey) return false;
      input.checked = type === 'radio' ? true : !input.checked;
      input.focus();
      taken(input);
      return true;
    },
  };
}
