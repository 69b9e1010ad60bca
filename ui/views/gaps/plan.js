// @ts-check
/** Gaps and the actions that close them, the most pressing first: by the day of a duty, by weight, by effort. */
import { notify } from '../../components/announce.js';
import { button } from '../../components/button.js';
import { LONGEST_NAME, openDialog } from '../../components/dialog.js';
import { icon } from '../../components/icon.js';
import { pill } from '../../components/marks.js';
import { giveAnswer } from '../../ipc/answers.js';
import { addGapAction } from '../../ipc/commands.js';
import { readDate } from '../../lib/dates.js';
import { fill, freshId, h } from '../../lib/dom.js';
import { day } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { chosen, written } from './keys.js';
import { conformityPill, severityPill } from './looks.js';

/** @typedef {import('../../ipc/types.js').GapResults} Results */
/** @typedef {import('../../ipc/types.js').GapPlanLine} Line */
/** @typedef {import('../../ipc/types.js').GapAction} Action */
/** @typedef {import('../../ipc/types.js').NewAnswer} NewAnswer */

const COLUMNS = ['gap', 'duty', 'action', 'care'];
const EFFORTS = ['small', 'medium', 'large'];
const STATES = ['open', 'under-way', 'done', 'dropped'];

/** @param {string} id @returns {NewAnswer} */
const link = (id) => ({ state: 'given', value: { kind: 'records', records: [id] }, note: '' });
/** @param {string} date @returns {NewAnswer} */
const dated = (date) => ({ state: 'given', value: { kind: 'date', date }, note: '' });

/** @param {Results} results */
export function planPart(results) {
  const { plan } = results;
  const without = plan.filter((line) => !line.action).length;
  return h('section', { class: 'gap-part', 'aria-labelledby': 'gaps-plan' }, h('h2', { id: 'gaps-plan' }, t('gaps.part-plan')),
    plan.length === 0 ? h('p', { class: 'quiet' }, t('gaps.plan-none'))
      : [h('p', { class: 'quiet' }, t('gaps.plan-order'), without > 0 ? ` ${tn('gaps.plan-without', without)}` : ''),
        h('div', { class: 'table-frame plain', tabindex: '0', role: 'region', 'aria-label': t('gaps.table-plan') }, h('table', { class: 'table gap-plan' },
          h('thead', {}, h('tr', {}, COLUMNS.map((column) => h('th', { scope: 'col' }, t(`gaps.plan-${column}`))))),
          h('tbody', {}, plan.map((line) => planRow(results, line)))))]);
}

/** @param {Results} results @param {Line} line */
function planRow(results, line) {
  const { action, duty, reference } = line;
  const run = results.run.record.id;
  const about = action ? `${action.record.reference}, ${reference}` : reference;
  const set = (/** @type {string} */ question, /** @type {NewAnswer | null} */ answer) => action && giveAnswer({ record: action.record.id, question, answer }, { now: true });
  return h('tr', { class: line.overdue ? 'is-late' : null },
    h('th', { scope: 'row' }, h('a', { href: to('gaps', run, 'interview', line.requirement) }, h('span', { class: 'ref' }, reference), ' ', line.title), h('p', { class: 'gap-pills' }, conformityPill(line.conformity), severityPill(line.severity)), line.what ? h('p', { class: 'gap-what' }, line.what) : null),
    h('td', {}, duty ? [h('b', {}, day(duty.day)), h('p', { class: 'quiet' }, `${duty.title} · ${duty.article} · ${duty.system.reference}`)] : h('span', { class: 'quiet' }, t('gaps.no-duty'))),
    action
      ? [h('td', {}, h('a', { href: to('record', action.record.id) }, h('span', { class: 'ref' }, action.record.reference), ' ', action.record.name), action.what && action.what !== action.record.name ? h('p', { class: 'quiet' }, action.what) : null),
        h('td', {}, h('div', { class: 'gap-care' },
          select('owner', about, action.owner?.id ?? '', people(results, action), (value) => set('action-owner', value === '' ? null : link(value))),
          select('state', about, action.state, STATES.map((id) => [id, t(`gaps.state-${id}`)]), (value) => set('action-state', chosen(value))),
          dueField(about, action, (date) => set('action-due', date === null ? null : dated(date))),
          select('effort', about, action.effort ?? '', [['', t('gaps.no-effort')], ...EFFORTS.map((id) => /** @type {[string, string]} */ ([id, t(`gaps.effort-${id}`)]))], (value) => set('action-effort', value === '' ? null : chosen(value)))),
        line.overdue ? pill('triangle', t('gaps.overdue'), 'warn') : null)]
      : h('td', { colspan: 2 }, h('span', { class: 'quiet' }, t('gaps.no-action'), ' '), button(t('gaps.add-action'), () => addAction(results, line), { look: 'quiet', icon: 'plus', label: `${t('gaps.add-action')}, ${reference}`, attributes: { 'data-key': `add-${reference}` } })));
}

/** @param {Results} results @param {Action} action @returns {[string, string][]} */
function people({ people: all }, { owner }) {
  const gone = owner && !all.some((one) => one.id === owner.id);
  return [['', t('gaps.nobody')], ...(gone ? [/** @type {[string, string]} */ ([owner.id, owner.name])] : []), ...all.map((one) => /** @type {[string, string]} */ ([one.id, one.name]))];
}

/** @param {string} name @param {string} about @param {string} value @param {[string, string][]} options @param {(value: string) => unknown} act */
function select(name, about, value, options, act) {
  const label = `${t(`gaps.plan-${name}`)}, ${about}`;
  const element = h('select', { class: 'select', 'aria-label': label, 'data-key': label }, options.map(([id, words]) => h('option', { value: id, ...(id === value ? { selected: true } : {}) }, words)));
  element.addEventListener('change', () => act(element.value));
  return element;
}

/** @param {string} about @param {Action} action @param {(date: string | null) => unknown} act */
function dueField(about, action, act) {
  const label = `${t('gaps.plan-due')}, ${about}`;
  const input = h('input', { class: 'text-input due', value: action.due ? day(action.due) : '', placeholder: t('gaps.due-empty'), 'aria-label': label, 'data-key': label, autocomplete: 'off' });
  input.addEventListener('change', () => {
    const typed = input.value.trim();
    const read = typed === '' ? null : readDate(typed);
    const unreadable = typed !== '' && read === null;
    input.setAttribute('aria-invalid', String(unreadable));
    if (unreadable) return notify(t('gaps.due-unreadable'), { failed: true });
    if (read !== action.due) act(read);
  });
  return input;
}

/** @param {Results} results @param {Line} line */
async function addAction({ run, people: all }, { requirement, reference, title, what }) {
  await openDialog(t('gaps.add-action-title', { reference }), (close) => {
    const id = freshId('action');
    const error = h('p', { id: `${id}-error`, class: 'field-error', role: 'alert' });
    const name = h('input', { id: `${id}-name`, class: 'text-input', maxlength: LONGEST_NAME, autocomplete: 'off', 'aria-describedby': `${id}-error` });
    const owner = h('select', { id: `${id}-owner`, class: 'select' }, h('option', { value: '' }, t('gaps.nobody')), all.map((one) => h('option', { value: one.id }, one.name)));
    const effort = h('select', { id: `${id}-effort`, class: 'select' }, h('option', { value: '' }, '–'), EFFORTS.map((one) => h('option', { value: one }, t(`gaps.effort-${one}`))));
    const due = h('input', { id: `${id}-due`, class: 'text-input due', placeholder: t('gaps.due-empty'), autocomplete: 'off', 'aria-describedby': `${id}-error` });
    const submit = async (/** @type {Event} */ event) => {
      event.preventDefault();
      const called = name.value.trim();
      if (called === '') {
        fill(error, icon('octagon'), t('gaps.action-missing'));
        return name.focus();
      }
      const typed = due.value.trim();
      const date = typed === '' ? null : readDate(typed);
      if (typed !== '' && date === null) {
        fill(error, icon('octagon'), t('gaps.due-unreadable'));
        return due.focus();
      }
      try {
        await addGapAction({ run: run.record.id, requirement, name: called, answers: [
          { question: 'action-what', answer: written(called) }, { question: 'action-state', answer: chosen('open') },
          ...(owner.value ? [{ question: 'action-owner', answer: link(owner.value) }] : []), ...(effort.value ? [{ question: 'action-effort', answer: chosen(effort.value) }] : []), ...(date ? [{ question: 'action-due', answer: dated(date) }] : []),
        ] });
        close(true);
      } catch (problem) {
        fill(error, icon('octagon'), problem instanceof Error ? problem.message : String(problem));
      }
    };
    return [h('form', { class: 'stack', onsubmit: submit }, h('p', { class: 'quiet' }, what || title),
      h('label', { class: 'label', for: `${id}-name` }, t('gaps.action-name')), name,
      h('label', { class: 'label', for: `${id}-owner` }, t('gaps.plan-owner')), owner,
      h('label', { class: 'label', for: `${id}-effort` }, t('gaps.plan-effort')), effort,
      h('label', { class: 'label', for: `${id}-due` }, t('gaps.plan-due')), due, error,
      h('div', { class: 'dialog-foot' }, button(t('dialog.cancel'), () => close(null)), h('button', { type: 'submit', class: 'button primary' }, t('gaps.add-action'))))];
  });
}
