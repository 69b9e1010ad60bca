// @ts-check
/** Who changed what, and when; what was there before can be brought back. */
import { notify, say } from '../../components/announce.js';
import { button } from '../../components/button.js';
import { confirm } from '../../components/dialog.js';
import { listHistory, restoreValue, showRecord } from '../../ipc/commands.js';
import { readDate } from '../../lib/dates.js';
import { fill, h } from '../../lib/dom.js';
import { clock, day } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').HistoryRow} HistoryRow */
const PAGE = 100;

/** @param {import('../../lib/router.js').Place} place @returns {Promise<import('../routes.js').View>} */
export async function historyView(place) {
  const record = place.query.get('record');
  const about = record ? (await showRecord(record).catch(() => null))?.record ?? null : null;
  /** @type {import('../../ipc/types.js').HistoryQuery} */
  const query = { record: about ? record : null, question: about ? place.query.get('question') : null, actor: null, action: null, from: null, to: null, before: null, limit: PAGE };
  /** @type {HistoryRow[]} */
  let rows = [];
  let turn = 0;
  const list = h('div', {});

  /** @param {boolean} further */
  async function load(further) {
    turn += 1;
    const mine = turn;
    const page = await listHistory({ ...query, before: further ? rows[rows.length - 1]?.seq ?? null : null });
    if (mine !== turn) return page;
    rows = further ? [...rows, ...page.rows] : page.rows;
    draw(page.more);
    return page;
  }

  /** @param {boolean} more */
  function draw(more) {
    if (rows.length === 0) return void fill(list, h('div', { class: 'empty' }, h('h2', {}, t('history.none')), h('p', {}, t('history.none-line'))));
    /** @type {{ day: string, rows: HistoryRow[] }[]} */
    const days = [];
    for (const row of rows) {
      const on = day(row.at);
      if (days[days.length - 1]?.day !== on) days.push({ day: on, rows: [] });
      days[days.length - 1].rows.push(row);
    }
    const caption = tn(more ? 'history.caption-more' : 'history.caption', rows.length);
    fill(list, h('div', { class: 'table-frame plain', tabindex: '0', role: 'region', 'aria-label': t('history.title') }, h('table', { class: 'table history' },
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, ['when', 'who', 'what', 'change', 'act'].map((column) => h('th', { scope: 'col' }, column === 'act' ? h('span', { class: 'spoken' }, t('history.column-act')) : t(`history.column-${column}`))))),
      days.map((group) => h('tbody', {}, h('tr', { class: 'group' }, h('th', { colspan: '5', scope: 'rowgroup' }, group.day)), group.rows.map(historyRow))))),
    more ? h('div', { class: 'actions more' }, button(t('history.more'), () => load(true))) : null);
    say(caption);
  }

  const page = await load(false);
  const filters = h('div', { class: 'tools' },
    select('history-who', t('history.filter-who'), [['', t('history.anyone')], ...page.actors.map((actor) => /** @type {[string, string]} */ ([actor, actor]))], (value) => { query.actor = value || null; }),
    select('history-what', t('history.filter-what'), [['', t('history.anything')], ...page.actions.map((action) => /** @type {[string, string]} */ ([action.id, action.label]))], (value) => { query.action = value || null; }),
    dateFilter('history-from', t('history.filter-from'), (value) => { query.from = value; }),
    dateFilter('history-to', t('history.filter-to'), (value) => { query.to = value; }));

  /** @param {string} id @param {string} label @param {[string, string][]} choices @param {(value: string) => void} take */
  function select(id, label, choices, take) {
    const input = h('select', { id, class: 'select', onchange: () => { take(input.value); return load(false); } }, choices.map(([value, words]) => h('option', { value }, words)));
    return h('div', { class: 'filter' }, h('label', { class: 'quiet', for: id }, label), input);
  }
  /** @param {string} id @param {string} label @param {(value: string | null) => void} take */
  function dateFilter(id, label, take) {
    const input = h('input', { id, class: 'text-input short', autocomplete: 'off', placeholder: t('question.date-form'), onchange: () => {
      const read = readDate(input.value);
      const fits = read !== null || input.value.trim() === '';
      input.toggleAttribute('aria-invalid', !fits);
      if (!fits) return notify(t('question.date-unread'), { failed: true });
      take(read);
      return load(false);
    } });
    return h('div', { class: 'filter' }, h('label', { class: 'quiet', for: id }, label), input);
  }
  return {
    topics: ['history'],
    refresh: () => load(false),
    element: h('div', { class: 'view' },
      about ? h('p', { class: 'trail' }, h('a', { href: '#/history' }, t('history.title')), h('span', { 'aria-hidden': 'true' }, '/'), h('a', { href: to('record', about.id) }, about.name)) : null,
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, about ? t('history.title-record', { name: about.name }) : t('history.title')), h('p', { class: 'quiet' }, t('history.lead')))),
      filters, list),
  };
}

/** @param {HistoryRow} row */
function historyRow(row) {
  const bring = async () => {
    // What comes back is what this entry wrote; it is offered where something else stands now.
    const what = row.label ?? row.record?.name ?? '';
    if (!(await confirm({ title: t('history.restore-title', { what }), body: t('history.restore-body', { value: row.to ?? t('history.nothing') }), act: t('history.restore') }))) return;
    await restoreValue(row.seq);
    notify(t('history.restored', { what }));
  };
  return h('tr', {},
    h('td', { class: 'ref' }, clock(row.at)),
    h('td', {}, row.actor),
    h('td', {}, row.actionText, row.record ? [h('br'), h('a', { href: to('record', row.record.id) }, row.record.name)] : null),
    h('td', { class: 'change' }, row.label ? h('span', { class: 'change-label' }, row.label) : null,
      row.from === null && row.to === null ? null : h('dl', { class: 'from-to' },
        row.from === null ? null : h('div', { class: 'from' }, h('dt', {}, t('history.before')), h('dd', {}, row.from)),
        h('div', { class: 'to' }, h('dt', {}, t('history.after')), h('dd', {}, row.to ?? t('history.nothing'))))),
    h('td', { class: 'end' }, row.restorable ? button(t('history.restore'), bring, { look: 'quiet', icon: 'undo', label: t('history.restore-of', { what: row.label ?? row.record?.name ?? '' }) }) : null));
}

