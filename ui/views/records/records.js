// @ts-check
/** Vendors, models, datasets and people: entered once, linked from the systems. */
import { say } from '../../components/announce.js';
import { linkButton } from '../../components/button.js';
import { searchField } from '../../components/search.js';
import { listRecords } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { day } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { LISTED } from './kinds.js';

const PAGE = 100;

/** @param {import('../../lib/router.js').Place} place @param {import('../../desk.js').Desk} _desk @returns {Promise<import('../routes.js').View>} */
export async function recordsView(place, _desk) {
  const kind = LISTED.find((listed) => listed === place.params.kind) ?? 'vendor';
  let search = '';
  let retired = false;
  let turn = 0;
  const list = h('div', {});

  /** @param {number} [shown] rows that stand already */
  async function load(shown = 0) {
    turn += 1;
    const mine = turn;
    const limit = shown > 0 ? shown : PAGE;
    const page = await listRecords({ kind, search, retired, offset: 0, limit: Math.min(limit, 200) });
    const rows = page.rows;
    while (rows.length < Math.min(limit, page.total)) {
      const more = await listRecords({ kind, search, retired, offset: rows.length, limit: 200 });
      if (more.rows.length === 0) break;
      rows.push(...more.rows);
    }
    if (mine !== turn) return;
    draw(rows, page.total);
  }

  /** @param {import('../../ipc/types.js').RecordRow[]} rows @param {number} total */
  function draw(rows, total) {
    if (total === 0) {
      const nothing = search === '' && !retired;
      fill(list, h('div', { class: 'empty' }, h('h2', {}, t(nothing ? `records.none-${kind}` : 'records.none-found')),
        h('p', { class: 'prose' }, t(nothing ? `records.none-${kind}-line` : 'records.none-found-line')),
        nothing ? linkButton(t(`records.add-${kind}`), to('add', kind), { look: 'primary', icon: 'plus' }) : null));
      say(t('records.none-found'));
      return;
    }
    const caption = tn(retired ? `records.caption-${kind}-retired` : `records.caption-${kind}`, total);
    fill(list, h('div', { class: 'table-frame plain', tabindex: '0', role: 'region', 'aria-label': t(`kinds.${kind}`) },
      h('table', { class: 'table' }, h('caption', {}, caption),
        h('thead', {}, h('tr', {}, ['reference', 'name', 'used', 'answered', 'changed'].map((column) => h('th', { scope: 'col' }, t(`records.column-${column}`))))),
        h('tbody', {}, rows.map(({ record, used, settled, asked, changed }) => h('tr', {},
          h('td', { class: 'ref' }, record.reference),
          h('th', { scope: 'row' }, h('a', { class: 'name', href: to('record', record.id) }, record.name)),
          h('td', {}, used === 0 ? h('span', { class: 'quiet' }, t('records.unused')) : tn('records.used', used)),
          h('td', {}, t('records.answered', { settled, asked })),
          h('td', {}, day(changed))))))),
    rows.length < total ? h('div', { class: 'actions' }, h('button', { type: 'button', class: 'button', onclick: () => load(rows.length + PAGE) }, t('records.more', { shown: rows.length, total }))) : null);
    say(caption);
  }

  const retiredChip = h('button', { type: 'button', class: 'chip', 'aria-pressed': 'false', onclick: () => {
    retired = !retired;
    retiredChip.setAttribute('aria-pressed', String(retired));
    return load();
  } }, t('records.show-retired'));
  await load();
  return {
    rail: '#/records',
    topics: ['records', 'inventory'],
    refresh: () => load(),
    element: h('div', { class: 'view' },
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t(`kinds.${kind}`)), h('p', { class: 'quiet' }, t(`records.lead-${kind}`))),
        h('div', { class: 'actions' }, linkButton(t(`records.add-${kind}`), to('add', kind), { look: 'primary', icon: 'plus' }))),
      h('nav', { class: 'tabs', 'aria-label': t('records.kinds') }, LISTED.map((other) => h('a', { href: to('records', other), 'aria-current': other === kind ? 'page' : null }, t(`kinds.${other}`)))),
      h('div', { class: 'tools' }, searchField({ id: 'record-search', label: t(`records.search-${kind}`), change: (words) => { search = words; return load(); } }).element, retiredChip),
      list),
  };
}
