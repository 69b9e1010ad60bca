// @ts-check
/** Questions one below the other, each with its answer on the way to the file. */
import { flushAnswer, giveAnswer, isAhead, onAnswerState, withdrawAnswer } from '../../ipc/answers.js';
import { lastSaved } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { clock } from '../../lib/format.js';
import { t } from '../../lib/texts.js';
import { questionField } from './field.js';

/** @typedef {import('../../ipc/types.js').QuestionView} QuestionView */
/** @typedef {ReturnType<typeof questionField>} Field */

/**
 * @param {{ record: string, onFocus: (question: QuestionView) => void, end: () => void }} options
 *   `record`: whom they are about; `end`: the person is through with the last of them
 */
export function questionList({ record, onFocus, end }) {
  const element = h('div', { class: 'questions' });
  /** @type {Field[]} */
  let fields = [];
  /** What each field was made from besides its answer: another scale makes another field. @type {Map<string, string>} */
  const made = new Map();

  /** @type {import('./field.js').FieldOptions} */
  const options = {
    edit: (question, answer, how) => giveAnswer({ record, question, answer }, how),
    withdraw: (question) => withdrawAnswer(record, question),
    flush: (question) => void flushAnswer(record, question),
    onFocus,
    onward() {
      const at = fields.findIndex((field) => field.element.contains(document.activeElement));
      const next = fields[at + 1];
      if (next) next.focus();
      else end();
    },
  };

  const endStates = onAnswerState((change) => {
    if (change.record !== record) return;
    const field = fields.find((one) => one.id === change.question);
    const at = lastSaved();
    if (change.state === 'withdrawn') return;
    if (change.state === 'waiting') field?.showState('', '');
    else if (change.state === 'saving') field?.showState('saving', t('save.saving'));
    else if (change.state === 'saved') field?.showState('saved', at ? t('save.saved', { time: clock(at) }) : '');
    else field?.showState('failed', t('save.not-saved', { reason: change.error instanceof Error ? change.error.message : String(change.error) }));
  });

  return {
    element,
    /** Brings the questions on the screen in line with the file, and leaves alone what is being typed. @param {QuestionView[]} all */
    draw(all) {
      const shown = all.filter((question) => !['hidden', 'set-aside'].includes(question.standing));
      const known = new Map(fields.map((field) => [field.id, field]));
      fields = shown.map((question) => {
        const field = known.get(question.id);
        const from = JSON.stringify(question.steps);
        if (!field || made.get(question.id) !== from) {
          made.set(question.id, from);
          return questionField(question, options);
        }
        field.update(question, isAhead(record, question.id));
        return field;
      });
      const wanted = new Set(fields.map((field) => field.element));
      for (const child of [...element.children]) if (!wanted.has(/** @type {HTMLElement} */ (child))) child.remove();
      fields.forEach((field, index) => {
        if (element.children[index] !== field.element) element.insertBefore(field.element, element.children[index] ?? null);
      });
    },
    /** @param {string} question */
    focus: (question) => fields.find((field) => field.id === question)?.focus(),
    dispose: endStates,
  };
}
