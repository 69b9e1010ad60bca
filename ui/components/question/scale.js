// @ts-check
/** A step of a scale that the linked record defines: its steps as large rows, the lowest first. */
import { h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';
import { single } from './choice.js';

/** @type {import('./kinds.js').MakeControl} */
export function scale(options) {
  const { question, value, edit } = options;
  // Without its record the scale has no steps: what was said before stays, and nothing new can be said.
  if (question.steps.length === 0) {
    const line = h('p', { class: 'quiet', tabindex: '-1' }, value?.kind === 'number' ? t('question.scale-lost', { n: value.number }) : t('question.scale-missing'));
    return { element: line, focus: () => line.focus(), show: () => {} };
  }
  const chosen = (/** @type {import('../../ipc/types.js').ValueView | null} */ said) => (said?.kind === 'number' ? { kind: /** @type {const} */ ('one'), option: String(said.number) } : null);
  const rows = single({
    ...options,
    question: { ...question, options: question.steps.map(({ label, meaning }, place) => ({ id: String(place + 1), label: `${place + 1} ${label}`, then: meaning })) },
    value: chosen(value),
    edit: (given, more) => edit(given?.kind === 'one' ? { kind: 'number', number: Number(given.option) } : null, more),
  });
  return { ...rows, show: (said) => rows.show(chosen(said)) };
}
