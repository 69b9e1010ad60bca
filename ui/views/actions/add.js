// @ts-check
/** Entering an action for a risk, a control or a finding: what, who, by when. */
import { notify } from '../../components/announce.js';
import { button } from '../../components/button.js';
import { LONGEST_NAME, openDialog } from '../../components/dialog.js';
import { addAction, findRecords } from '../../ipc/commands.js';
import { readDate } from '../../lib/dates.js';
import { freshId, h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').NewAnswer} NewAnswer */

/**
 * Asks for an action and enters it.
 * @param {import('../../ipc/types.js').RecordLink[]} purposes what it is for
 */
export async function actionDialog(purposes) {
  const people = await findRecords('person', '');
  /** @type {{ name: string, answers: [question: string, answer: NewAnswer][] } | null} */
  const wanted = await openDialog(t('actions.add-title'), (close) => {
    const [name, what, owner, due] = ['name', 'what', 'owner', 'due'].map((part) => freshId(`action-${part}`));
    const line = h('input', { id: name, class: 'text-input', maxlength: LONGEST_NAME, autocomplete: 'off', autofocus: true });
    const words = h('textarea', { id: what, class: 'text-input', rows: 3, 'aria-describedby': `${what}-hint` });
    const who = h('select', { id: owner, class: 'select' }, h('option', { value: '' }, t('risks.nobody')), people.map((person) => h('option', { value: person.id }, person.name)));
    const day = h('input', { id: due, class: 'text-input short', autocomplete: 'off', placeholder: t('question.date-form') });
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      if (line.value.trim() === '') return line.focus();
      const date = day.value.trim() === '' ? null : readDate(day.value.trim());
      if (day.value.trim() !== '' && date === null) {
        day.setAttribute('aria-invalid', 'true');
        notify(t('question.date-unread'), { failed: true });
        return day.focus();
      }
      /** @type {[string, NewAnswer][]} */
      const answers = [];
      if (words.value.trim() !== '') answers.push(['action-what', { state: 'given', value: { kind: 'text', text: words.value.trim() }, note: '' }]);
      if (who.value !== '') answers.push(['action-owner', { state: 'given', value: { kind: 'records', records: [who.value] }, note: '' }]);
      if (date !== null) answers.push(['action-due', { state: 'given', value: { kind: 'date', date }, note: '' }]);
      answers.push(['action-state', { state: 'given', value: { kind: 'one', option: 'open' }, note: '' }]);
      close({ name: line.value.trim(), answers });
    };
    return [h('form', { class: 'stack', onsubmit: submit },
      purposes.length > 0 ? h('p', { class: 'quiet' }, t('actions.for', { list: purposes.map((one) => `${one.reference} ${one.name}`).join(', ') })) : null,
      h('label', { for: name, class: 'label' }, t('actions.name')), line,
      h('label', { for: what, class: 'label' }, t('actions.what')), h('p', { class: 'quiet', id: `${what}-hint` }, t('actions.what-hint')), words,
      h('label', { for: owner, class: 'label' }, t('actions.column-owner')), who,
      h('label', { for: due, class: 'label' }, t('actions.column-due')), day,
      h('div', { class: 'dialog-foot' }, button(t('dialog.cancel'), () => close(null)), h('button', { type: 'submit', class: 'button primary' }, t('actions.add-act'))))];
  });
  if (!wanted) return;
  try {
    await addAction({ name: wanted.name, purposes: purposes.map((one) => one.id), answers: wanted.answers.map(([question, answer]) => ({ question, answer })) });
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error), { failed: true });
  }
}
