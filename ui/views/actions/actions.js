// @ts-check
/** Every action: against risks, for controls, about findings. Who, by when, how far, and whether it worked. */
import { notify, say } from '../../components/announce.js';
import { button } from '../../components/button.js';
import { icon } from '../../components/icon.js';
import { searchField } from '../../components/search.js';
import { virtualRows } from '../../components/virtual-rows.js';
import { answerTogether, listActions } from '../../ipc/commands.js';
import { readDate } from '../../lib/dates.js';
import { fill, h, refill } from '../../lib/dom.js';
import { day, number, today } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { pageOf } from '../records/kinds.js';
import { actionDialog } from './add.js';
import { actionMark, looks } from './marks.js';

/** @typedef {import('../../ipc/types.js').ActionPage} ActionPage */
/** @typedef {import('../../ipc/types.js').ActionLine} ActionLine */
/** @typedef {import('../../ipc/types.js').NewAnswer} NewAnswer */

const COLUMNS = ['action', 'for', 'owner', 'due', 'state', 'check'];
const STATES = ['open', 'under-way', 'done', 'dropped'];

/** @returns {Promise<import('../routes.js').View>} */
export async function actionsView() {
  const nothingAsked = { search: '', owner: /** @type {string | null} */ (null), pressing: /** @type {string | null} */ (null), purpose: /** @type {string | null} */ (null) };
  const query = { ...nothingAsked };
  /** @type {ActionPage} */
  let page = await listActions({ ...query, offset: 0, limit: 1 });
  const none = page.total === 0;

  const caption = h('p', { class: 'caption', id: 'actions-caption', 'aria-live': 'polite' });
  const body = h('tbody', {});
  const table = h('table', { class: 'table systems duties actions-table', 'aria-labelledby': 'actions-caption' },
    h('colgroup', {}, COLUMNS.map((column) => h('col', { class: `col-action-${column}` }))),
    h('thead', {}, h('tr', {}, COLUMNS.map((column) => h('th', { scope: 'col' }, t(`actions.column-${column}`))))), body);
  const frame = h('div', { class: 'table-frame', tabindex: '-1' }, table);
  const nothing = h('div', { class: 'empty', hidden: true });
  const chips = h('div', { class: 'tools-row' });

  const rows = virtualRows({
    frame, body, columns: () => COLUMNS.length,
    async fetch(offset, limit) {
      page = await listActions({ ...query, offset, limit });
      return page;
    },
    draw: (/** @type {ActionLine} */ line) => row(line),
    counted(matching) {
      caption.textContent = narrowed() ? tn('actions.caption-found', matching, { total: number(page.total) }) : tn('actions.caption', matching);
      table.setAttribute('aria-rowcount', String(matching + 1));
      frame.hidden = matching === 0;
      nothing.hidden = matching > 0;
      if (matching === 0) fill(nothing, h('h2', {}, t('actions.none-found')), button(t('actions.show-all'), () => apply(nothingAsked)));
      drawTools();
    },
  });

  const narrowed = () => Object.entries(query).some(([name, value]) => value !== nothingAsked[/** @type {keyof typeof nothingAsked} */ (name)]);

  /** @param {Partial<typeof query>} change */
  async function apply(change) {
    Object.assign(query, change);
    search.set(query.search);
    if (await rows.load()) say(caption.textContent ?? '');
  }

  function drawTools() {
    refill(chips,
      page.pressing.map(({ code, words, count }) => (count === 0 && query.pressing !== code ? null
        : h('button', { type: 'button', class: `button chip ${query.pressing === code ? 'on' : ''}`, 'aria-pressed': String(query.pressing === code), 'data-key': code, onclick: () => apply({ pressing: query.pressing === code ? null : code }) }, icon(looks[code]?.[0] ?? 'ring', 'inline'), words, ' ', h('span', { class: 'count' }, number(count))))),
      select('purpose', query.purpose ?? '', [['', t('actions.any-purpose')], ...['risk', 'control', 'finding'].map((kind) => /** @type {[string, string]} */ ([kind, t(`kinds.${kind}`)]))], (value) => apply({ purpose: value || null }), t('actions.column-for')),
      select('owner', query.owner ?? ' ', [[' ', t('actions.anybody')], ['', t('risks.nobody')], ...page.people.map((person) => /** @type {[string, string]} */ ([person.id, person.name]))], (value) => apply({ owner: value === ' ' ? null : value }), t('actions.column-owner')));
  }

  /** @param {string} name @param {string} value @param {[string, string][]} options @param {(value: string) => unknown} run @param {string} label */
  function select(name, value, options, run, label) {
    const element = h('select', { class: 'select', 'aria-label': label, 'data-key': name }, options.map(([id, words]) => h('option', { value: id, ...(id === value ? { selected: true } : {}) }, words)));
    element.addEventListener('change', () => run(element.value));
    return element;
  }

  /** @param {ActionLine} line */
  function row(line) {
    const people = page.people.map((person) => /** @type {[string, string]} */ ([person.id, person.name]));
    const known = !line.owner || page.people.some((person) => person.id === line.owner?.id);
    return h('tr', { class: ['overdue', 'check-overdue', 'ineffective'].includes(line.pressing) ? 'is-late' : null },
      h('th', { scope: 'row' }, h('a', { class: 'name', href: to('record', line.record.id), title: line.what }, h('span', { class: 'clamp' }, h('span', { class: 'ref' }, line.record.reference), ' ', line.record.name)), h('span', { class: 'duty-marks' }, actionMark(line))),
      h('td', {}, line.purposes.map((one) => h('a', { class: 'clamp', href: pageOf(one), title: one.name }, h('span', { class: 'ref' }, one.reference), ' ', one.name))),
      h('td', {}, select('owner', line.owner?.id ?? '', [['', t('risks.nobody')], ...(known || !line.owner ? [] : [/** @type {[string, string]} */ ([line.owner.id, line.owner.name])]), ...people], (value) => save(line, [['action-owner', value === '' ? null : { state: 'given', value: { kind: 'records', records: [value] }, note: '' }]]), `${t('actions.column-owner')}, ${line.record.reference}`)),
      h('td', {}, dueField(line)),
      h('td', {}, select('state', line.state, STATES.map((state) => /** @type {[string, string]} */ ([state, t(`actions.state-${state}`)])), (value) => setState(line, value), `${t('actions.column-state')}, ${line.record.reference}`)),
      h('td', {}, line.effective ? t(`actions.effective-${line.effective}`) : line.checkDue ? day(line.checkDue) : h('span', { class: 'quiet' }, t('risks.no-day')),
        line.state === 'done' ? [' ', h('a', { href: `#/questions/${encodeURIComponent(line.record.id)}/worked` }, t('actions.check'))] : null));
  }

  /** @param {ActionLine} line */
  function dueField(line) {
    const input = h('input', { class: 'text-input due', value: line.due ? day(line.due) : '', placeholder: t('actions.due-empty'), 'aria-label': `${t('actions.column-due')}, ${line.record.reference}`, 'data-key': 'due', autocomplete: 'off' });
    input.addEventListener('change', () => {
      const typed = input.value.trim();
      const read = typed === '' ? null : readDate(typed);
      if (typed !== '' && read === null) {
        input.setAttribute('aria-invalid', 'true');
        return notify(t('question.date-unread'), { failed: true });
      }
      if (read !== (line.due ?? null)) void save(line, [['action-due', read === null ? null : { state: 'given', value: { kind: 'date', date: read }, note: '' }]]);
    });
    return input;
  }

  /** Done today, unless a day was said before; what was dropped wants its reason, in the questions. @param {ActionLine} line @param {string} state */
  async function setState(line, state) {
    /** @type {[string, NewAnswer | null][]} */
    const answers = [['action-state', { state: 'given', value: { kind: 'one', option: state }, note: '' }]];
    if (state === 'done') answers.push(['action-done-on', { state: 'given', value: { kind: 'date', date: today() }, note: '' }]);
    await save(line, answers);
    if (state === 'dropped') location.hash = `#/questions/${encodeURIComponent(line.record.id)}/doing?at=action-dropped-reason`;
  }

  /** @param {ActionLine} line @param {[question: string, answer: NewAnswer | null][]} answers */
  async function save(line, answers) {
    try {
      await answerTogether({ record: line.record.id, answers: answers.map(([question, answer]) => ({ question, answer })) });
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { failed: true });
      await rows.load({ stay: true });
    }
  }

  const search = searchField({ id: 'actions-search', label: t('actions.search'), value: '', change: (words) => apply({ search: words }), down: rows.enter });
  if (!none) await rows.load();
  return {
    rail: '#/actions',
    topics: ['actions', 'risks', 'controls', 'gaps', 'records'],
    refresh: none ? undefined : () => rows.load({ stay: true }),
    dispose: () => rows.dispose(),
    element: h('div', { class: none ? 'view' : 'view list' },
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('actions.title')), h('p', { class: 'quiet' }, t('actions.lead'))),
        h('div', { class: 'actions' }, button(t('actions.add'), () => actionDialog([]), { look: 'primary', icon: 'plus' }))),
      none ? h('div', { class: 'empty' }, h('h2', {}, t('actions.none')), h('p', { class: 'prose' }, t('actions.none-line')))
        : [h('div', { class: 'tools' }, h('div', { class: 'search-row' }, search.element), chips), caption, frame, nothing]),
  };
}
