// @ts-check
/** The calendar of duties over all systems: what is owed from when, and who sees to it. */
import { notify, say } from '../../components/announce.js';
import { button } from '../../components/button.js';
import { askText } from '../../components/dialog.js';
import { icon } from '../../components/icon.js';
import { pill } from '../../components/marks.js';
import { searchField } from '../../components/search.js';
import { virtualRows } from '../../components/virtual-rows.js';
import { listDuties, seeToDuty } from '../../ipc/commands.js';
import { readDate } from '../../lib/dates.js';
import { fill, h, refill } from '../../lib/dom.js';
import { day, number } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { dutyPanel } from './panel.js';

/** @typedef {import('../../ipc/types.js').DutyPage} DutyPage */
/** @typedef {import('../../ipc/types.js').DutyLine} DutyLine */
/** @typedef {import('../../ipc/types.js').Urgency} Urgency */
/** @typedef {import('../../ipc/types.js').NewAnswer} NewAnswer */

const COLUMNS = ['duty', 'owner', 'due', 'state', 'evidence'];
/** Options of the question on the state. */
const STATES = ['open', 'under-way', 'done', 'not-ours'];

/** Shape and tone of each urgency. @type {Record<Urgency, [shape: string, tone: import('../../components/marks.js').Tone]>} */
const looks = { overdue: ['triangle', 'warn'], binding: ['dot', 'here'], ahead: ['ring', 'open'], undated: ['dashed', 'open'], settled: ['check', 'good'] };

/** @param {import('../../lib/router.js').Place} place @returns {Promise<import('../routes.js').View>} */
export async function dutiesView(place) {
  const nothingAsked = { search: '', system: /** @type {string | null} */ (null), role: /** @type {string | null} */ (null), owner: /** @type {string | null} */ (null), urgency: /** @type {Urgency | null} */ (null), day: /** @type {string | null} */ (null) };
  const query = { ...nothingAsked, system: place.query.get('system') };
  /** @type {DutyPage} */
  let page = await listDuties({ ...query, offset: 0, limit: 1 });
  const none = page.total === 0;

  const caption = h('p', { class: 'caption', id: 'duties-caption', 'aria-live': 'polite' });
  const body = h('tbody', {});
  const table = h('table', { class: 'table systems duties', 'aria-labelledby': 'duties-caption' },
    h('colgroup', {}, COLUMNS.map((column) => h('col', { class: `col-duty-${column}` }))),
    h('thead', {}, h('tr', {}, COLUMNS.map((column) => h('th', { scope: 'col' }, h('span', { class: column === 'evidence' ? 'spoken' : null }, t(`duties.column-${column}`)))))), body);
  const frame = h('div', { class: 'table-frame', tabindex: '-1' }, table);
  const nothing = h('div', { class: 'empty', hidden: true });
  const chips = h('div', { class: 'tools-row' });
  const days = h('div', { class: 'tools-row', role: 'group', 'aria-label': t('duties.days') });

  /** The day of the row before each row, so that a day is named once. @type {Map<number, string>} */
  const dayOf = new Map();

  const panel = dutyPanel();
  /** Lines in hand, by place in the list. @type {Map<number, DutyLine>} */
  const inHand = new Map();

  const rows = virtualRows({
    frame, body, columns: () => COLUMNS.length,
    async fetch(offset, limit) {
      page = await listDuties({ ...query, offset, limit });
      page.rows.forEach((row, index) => {
        dayOf.set(offset + index, row.effective ?? '');
        inHand.set(offset + index, row);
      });
      return page;
    },
    draw: (/** @type {DutyLine} */ line, index) => dutyRow(line, dayOf.get(index - 1) !== (line.effective ?? '')),
    counted(matching) {
      caption.textContent = narrowed() ? tn('duties.caption-found', matching, { total: number(page.total) }) : tn('duties.caption', matching);
      table.setAttribute('aria-rowcount', String(matching + 1));
      frame.hidden = matching === 0;
      nothing.hidden = matching > 0;
      if (matching === 0) fill(nothing, h('h2', {}, t('inventory.none-found')), button(t('inventory.show-all'), () => apply(nothingAsked)));
      drawTools();
    },
  });

  const narrowed = () => Object.entries(query).some(([name, value]) => value !== nothingAsked[/** @type {keyof typeof nothingAsked} */ (name)]);

  /** @param {Partial<typeof query>} change */
  async function apply(change) {
    Object.assign(query, change);
    search.set(query.search);
    dayOf.clear();
    if (await rows.load()) say(caption.textContent ?? '');
  }

  function drawTools() {
    const chip = (/** @type {string} */ key, /** @type {import('../../lib/dom.js').Child} */ words, /** @type {boolean} */ on, /** @type {number} */ count, /** @type {() => unknown} */ run) =>
      count === 0 && !on ? null : h('button', { type: 'button', class: `button chip ${on ? 'on' : ''}`, 'aria-pressed': String(on), 'data-key': key, onclick: run }, words, ' ', h('span', { class: 'count' }, number(count)));
    refill(chips,
      page.urgencies.map(({ urgency, duties }) => chip(urgency, [icon(looks[urgency][0], 'inline'), t(`duties.urgency-${urgency}`)], query.urgency === urgency, duties, () => apply({ urgency: query.urgency === urgency ? null : urgency }))),
      select('role', query.role ?? '', [['', t('duties.any-role')], ...page.roles.map((role) => /** @type {[string, string]} */ ([role.id, role.title]))], (value) => apply({ role: value || null })),
      select('owner', query.owner ?? ' ', [[' ', t('duties.any-owner')], ['', t('duties.nobody')], ...page.people.map((person) => /** @type {[string, string]} */ ([person.id, person.name]))], (value) => apply({ owner: value === ' ' ? null : value })),
      query.system ? button(t('duties.all-systems'), () => apply({ system: null }), { icon: 'close' }) : null);
    refill(days, h('span', { class: 'quiet' }, t('duties.days')),
      page.days.map((one) => chip(`day-${one.day}`, one.day === '' ? t('duties.no-day') : day(one.day), query.day === one.day, one.duties, () => apply({ day: query.day === one.day ? null : one.day }))));
  }

  /** A choice in a row or above the table. @param {string} name @param {string} value @param {[string, string][]} options @param {(value: string) => unknown} run @param {string} [label] */
  function select(name, value, options, run, label = t(`duties.column-${name}`)) {
    const element = h('select', { class: 'select', 'aria-label': label, 'data-key': name }, options.map(([id, words]) => h('option', { value: id, ...(id === value ? { selected: true } : {}) }, words)));
    element.addEventListener('change', () => run(element.value));
    return element;
  }

  /** @param {DutyLine} line @param {boolean} first the first of its day */
  function dutyRow(line, first) {
    const words = `${line.duty} ${line.system.reference}`;
    const settled = line.owed === 'no-longer';
    return h('tr', { class: [first ? 'first-of-day' : '', line.urgency === 'overdue' ? 'is-late' : '', settled ? 'retired' : ''].filter(Boolean).join(' ') || null },
      h('th', { scope: 'row' },
        h('div', { class: 'duty-head' }, h('span', { class: first ? 'strong' : 'quiet' }, line.effective ? day(line.effective) : t('duties.no-day')), marks(line)),
        h('button', { type: 'button', class: 'name', 'data-stop': true, 'data-key': 'duty', title: `${line.title}\n${line.article}`, onclick: () => panel.open(line) }, h('span', { class: 'clamp' }, h('span', { class: 'ref' }, line.duty), ' ', line.title)),
        line.formal || line.effectiveOpen ? h('div', { class: 'duty-about' }, [line.formal ? t('duties.formally', { day: day(line.formal) }) : '', line.effectiveOpen ? t('duties.day-open') : ''].filter(Boolean).join(' · ')) : null,
        h('div', { class: 'duty-about' }, h('a', { href: to('record', line.system.id), title: line.system.name }, h('span', { class: 'ref' }, line.system.reference), ' ', line.system.name), ` · ${line.role.title}`)),
      h('td', {}, select('owner', line.owner?.id ?? '', people(line), (value) => add(line, [['duty-owner', value === '' ? null : records([value])]]), `${t('duties.column-owner')}, ${words}`)),
      h('td', {}, dueField(line, words)),
      h('td', {}, select('state', line.state, STATES.map((state) => /** @type {[string, string]} */ ([state, t(`duties.state-${state}`)])), (value) => setState(line, value), `${t('duties.column-state')}, ${words}`)),
      h('td', {}, h('button', { type: 'button', class: 'button chip', 'data-key': 'evidence', title: line.evidence || t('duties.evidence-add'), 'aria-label': `${t(line.evidence ? 'duties.evidence-there' : 'duties.evidence-add')}, ${words}`, onclick: () => setEvidence(line) }, icon(line.evidence ? 'check' : 'plus'))));
  }

  /** What presses or is doubtful, by shape and word. @param {DutyLine} line */
  function marks(line) {
    const [shape, tone] = looks[line.urgency];
    const left = line.daysLeft === null ? '' : line.urgency === 'overdue' ? tn('date.overdue', -line.daysLeft) : line.daysLeft >= 0 && line.daysLeft <= 60 ? (line.daysLeft === 0 ? t('date.today') : tn('date.in-days', line.daysLeft)) : '';
    return h('span', { class: 'duty-marks' },
      line.owed === 'no-longer' ? pill('dash', t('duties.no-longer'), 'open')
        : line.owed === 'perhaps' ? pill('dashed', t('duties.perhaps'), 'open')
          : line.urgency === 'settled' || line.urgency === 'undated' && line.suspended || line.urgency === 'ahead' && left === '' ? null
            : pill(shape, left && line.urgency !== 'binding' ? left : t(`duties.urgency-${line.urgency}`), tone),
      line.suspended ? h('span', { title: line.suspended }, pill('clock', t('duties.suspended'), 'open')) : null,
      line.unsettled.length > 0 ? h('span', { title: line.unsettled.join('; ') }, pill('question', t('duties.unsettled'), 'warn')) : null);
  }

  /** @param {DutyLine} line @returns {[string, string][]} */
  function people(line) {
    const known = page.people.map((person) => /** @type {[string, string]} */ ([person.id, person.name]));
    const own = line.owner;
    const retired = own && !page.people.some((person) => person.id === own.id);
    return [['', t('duties.nobody')], ...(retired ? [/** @type {[string, string]} */ ([own.id, own.name])] : []), ...known];
  }

  /** @param {DutyLine} line @param {string} words */
  function dueField(line, words) {
    const shown = line.due ? day(line.due) : '';
    const input = h('input', { class: 'text-input due', value: shown, placeholder: t('duties.due-empty'), 'aria-label': `${t('duties.column-due')}, ${words}`, 'data-key': 'due', autocomplete: 'off' });
    const done = () => {
      const typed = input.value.trim();
      const read = typed === '' ? null : readDate(typed);
      if (typed !== '' && read === null) {
        input.setAttribute('aria-invalid', 'true');
        return notify(t('duties.due-unreadable'), { failed: true });
      }
      input.removeAttribute('aria-invalid');
      if (read !== (line.due ?? null)) void add(line, [['duty-due', read === null ? null : { state: 'given', value: { kind: 'date', date: read }, note: '' }]]);
    };
    input.addEventListener('change', done);
    input.addEventListener('keydown', (event) => { if (event.key === 'Enter') { event.preventDefault(); done(); } });
    return input;
  }

  /** @param {DutyLine} line @param {string} state */
  async function setState(line, state) {
    /** @type {[string, NewAnswer | null][]} */
    const answers = [['duty-state', { state: 'given', value: { kind: 'one', option: state }, note: '' }]];
    if (state === 'not-ours') {
      const reason = await askText({ title: t('duties.not-ours-title', { duty: line.title }), label: t('duties.not-ours-label'), hint: t('duties.not-ours-hint'), value: line.reason, act: t('duties.save') });
      // Without a reason nothing is laid aside.
      if (reason === null || reason === '') return void rows.load({ stay: true });
      answers.push(['duty-not-ours-reason', written(reason)]);
    }
    await add(line, answers);
  }

  /** @param {DutyLine} line */
  async function setEvidence(line) {
    const words = await askText({ title: t('duties.evidence-title', { duty: line.title }), label: t('duties.evidence-label'), hint: t('duties.evidence-hint'), value: line.evidence, act: t('duties.save') });
    if (words !== null && words !== line.evidence) await add(line, [['duty-evidence', words === '' ? null : written(words)]]);
  }

  /** Stores what is added to a duty, as one act. @param {DutyLine} line @param {[question: string, answer: NewAnswer | null][]} answers */
  async function add(line, answers) {
    try {
      await seeToDuty({ system: line.system.id, duty: line.duty, role: line.role.id, answers: answers.map(([question, answer]) => ({ question, answer })) });
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { failed: true });
      await rows.load({ stay: true });
    }
  }

  body.addEventListener('focusin', (event) => {
    const row = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest('tr')) : null;
    const line = row?.dataset.index ? inHand.get(Number(row.dataset.index)) : undefined;
    if (line) void panel.show(line);
  });

  const search = searchField({ id: 'duties-search', label: t('duties.search'), value: '', change: (words) => apply({ search: words }), down: rows.enter });
  if (!none) await rows.load();
  return {
    rail: '#/duties',
    topics: ['inventory', 'organisation', 'duties', 'records'],
    panel: none ? undefined : panel.element,
    refresh() {
      panel.forget();
      return rows.load({ stay: true });
    },
    shown() {
      const first = inHand.get(0);
      if (first) void panel.show(first);
    },
    dispose: () => rows.dispose(),
    element: h('div', { class: none ? 'view' : 'view list' },
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('duties.title')), h('p', { class: 'quiet' }, t('duties.lead')))),
      none ? h('div', { class: 'empty' }, h('h2', {}, t('duties.none')), h('p', { class: 'prose' }, t('duties.none-line')), h('a', { class: 'button primary', href: '#/classification' }, t('duties.classify')))
        : [h('div', { class: 'tools' }, h('div', { class: 'search-row' }, search.element), chips, days), caption, frame, nothing]),
  };
}

/** @param {string[]} ids @returns {NewAnswer} */
const records = (ids) => ({ state: 'given', value: { kind: 'records', records: ids }, note: '' });
/** @param {string} text @returns {NewAnswer} */
const written = (text) => ({ state: 'given', value: { kind: 'text', text }, note: '' });
