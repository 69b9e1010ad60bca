// @ts-check
/** The risk register: heat maps before and after, and every risk by priority. */
import { say } from '../../components/announce.js';
import { button, linkButton } from '../../components/button.js';
import { drawing } from '../../components/drawing.js';
import { icon } from '../../components/icon.js';
import { searchField } from '../../components/search.js';
import { virtualRows } from '../../components/virtual-rows.js';
import { listRisks } from '../../ipc/commands.js';
import { fill, h, refill } from '../../lib/dom.js';
import { day, number } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { beginMethodWith } from './begin.js';
import { levelMark, standingMark, standings } from './levels.js';

/** @typedef {import('../../ipc/types.js').RiskPage} RiskPage */
/** @typedef {import('../../ipc/types.js').RiskLine} RiskLine */
/** @typedef {import('../../ipc/types.js').MapCell} MapCell */

const COLUMNS = ['risk', 'inherent', 'current', 'residual', 'standing', 'owner', 'review'];

/** @param {import('../../lib/router.js').Place} place @returns {Promise<import('../routes.js').View>} */
export async function risksView(place) {
  const nothingAsked = { search: '', system: /** @type {string | null} */ (null), owner: /** @type {string | null} */ (null), standing: /** @type {string | null} */ (null), weakness: /** @type {string | null} */ (null), cell: /** @type {MapCell | null} */ (null) };
  const query = { ...nothingAsked, system: place.query.get('system'), standing: place.query.get('standing'), weakness: place.query.get('weakness') };
  /** @type {RiskPage} */
  let page = await listRisks({ ...query, offset: 0, limit: 1 });
  const none = page.total === 0;

  const caption = h('p', { class: 'caption', id: 'risks-caption', 'aria-live': 'polite' });
  const body = h('tbody', {});
  const table = h('table', { class: 'table systems duties risks', 'aria-labelledby': 'risks-caption' },
    h('colgroup', {}, COLUMNS.map((column) => h('col', { class: `col-risk-${column}` }))),
    h('thead', {}, h('tr', {}, COLUMNS.map((column) => h('th', { scope: 'col' }, t(`risks.column-${column}`))))), body);
  const frame = h('div', { class: 'table-frame', tabindex: '-1' }, table);
  const nothing = h('div', { class: 'empty', hidden: true });
  const chips = h('div', { class: 'tools-row' });
  const maps = h('div', { class: 'risk-maps' });
  // In a low window the list comes first; the maps are one press away.
  const fold = h('details', { class: 'maps-fold', open: window.innerHeight >= 900 }, h('summary', {}, t('risks.maps')), maps);

  const rows = virtualRows({
    frame, body, columns: () => COLUMNS.length,
    async fetch(offset, limit) {
      page = await listRisks({ ...query, offset, limit });
      return page;
    },
    draw: (/** @type {RiskLine} */ line) => row(line),
    counted(matching) {
      caption.textContent = narrowed() ? tn('risks.caption-found', matching, { total: number(page.total) }) : tn('risks.caption', matching);
      table.setAttribute('aria-rowcount', String(matching + 1));
      frame.hidden = matching === 0;
      nothing.hidden = matching > 0;
      if (matching === 0) fill(nothing, h('h2', {}, t('risks.none-found')), button(t('risks.show-all'), () => apply(nothingAsked)));
      drawTools();
      drawMaps();
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
    const chip = (/** @type {string} */ key, /** @type {import('../../lib/dom.js').Child} */ words, /** @type {boolean} */ on, /** @type {number} */ count, /** @type {() => unknown} */ run) =>
      count === 0 && !on ? null : h('button', { type: 'button', class: `button chip ${on ? 'on' : ''}`, 'aria-pressed': String(on), 'data-key': key, onclick: run }, words, ' ', h('span', { class: 'count' }, number(count)));
    refill(chips,
      page.standings.map(({ code, words, count }) => chip(`standing-${code}`, [icon(standings[code]?.[0] ?? 'ring', 'inline'), words], query.standing === code, count, () => apply({ standing: query.standing === code ? null : code }))),
      select('weakness', query.weakness ?? '', [['', t('risks.any-weakness')], ...page.weaknesses.map(({ code, words, count }) => /** @type {[string, string]} */ ([code, `${words} (${number(count)})`]))], (value) => apply({ weakness: value || null })),
      select('system', query.system ?? '', [['', t('risks.any-system')], ...page.systems.map((one) => /** @type {[string, string]} */ ([one.id, `${one.reference} ${one.name}`]))], (value) => apply({ system: value || null })),
      select('owner', query.owner ?? ' ', [[' ', t('risks.any-owner')], ['', t('risks.nobody')], ...page.people.map((person) => /** @type {[string, string]} */ ([person.id, person.name]))], (value) => apply({ owner: value === ' ' ? null : value })),
      query.cell ? button(t('risks.whole-map'), () => apply({ cell: null }), { icon: 'close' }) : null);
  }

  /** @param {string} name @param {string} value @param {[string, string][]} options @param {(value: string) => unknown} run */
  function select(name, value, options, run) {
    const element = h('select', { class: 'select', 'aria-label': t(`risks.filter-${name}`), 'data-key': name }, options.map(([id, words]) => h('option', { value: id, ...(id === value ? { selected: true } : {}) }, words)));
    element.addEventListener('change', () => run(element.value));
    return element;
  }

  function drawMaps() {
    fold.hidden = page.maps.length === 0;
    refill(maps, page.maps.map((map) => h('div', {},
      drawing(map.drawing, {
        chosen: query.cell?.point === map.point ? query.cell.place : null,
        choose: (at) => apply({ cell: query.cell?.point === map.point && query.cell.place === at ? null : { point: map.point, place: at } }),
      }),
      map.unplaced ? h('p', { class: 'quiet' }, map.unplaced) : null)),
    page.method ? h('p', { class: 'quiet by-method' }, t('risks.by-method'), ' ', h('a', { href: to('method', page.method.record.id) }, page.method.record.name, ' ', page.method.edition)) : null);
  }

  /** @param {RiskLine} line */
  function row(line) {
    const pressing = line.weaknesses.filter((weak) => weak.presses).length;
    return h('tr', { class: pressing > 0 ? 'is-late' : null },
      h('th', { scope: 'row' },
        h('a', { class: 'name', href: to('risks', line.record.id), title: line.event }, h('span', { class: 'clamp' }, h('span', { class: 'ref' }, line.record.reference), ' ', line.record.name)),
        h('span', { class: 'quiet clamp' }, line.systems.map((one) => `${one.reference} ${one.name}`).join(', ')),
        line.weaknesses.length > 0 ? h('span', { class: 'duty-marks quiet', title: line.weaknesses.map((weak) => weak.words).join('\n') }, icon(pressing > 0 ? 'triangle' : 'question', 'inline'), tn('risks.weak', line.weaknesses.length)) : null),
      line.levels.map((level) => h('td', {}, levelMark(level))),
      h('td', {}, standingMark(line), line.treatment ? h('span', { class: 'quiet' }, ` ${t(`risks.treatment-${line.treatment}`)}`) : null),
      h('td', {}, line.owner ? line.owner.name : h('span', { class: 'quiet' }, t('risks.nobody'))),
      h('td', {}, line.reviewDue ? day(line.reviewDue) : h('span', { class: 'quiet' }, t('risks.no-day'))));
  }

  const search = searchField({ id: 'risks-search', label: t('risks.search'), value: '', change: (words) => apply({ search: words }), down: rows.enter });
  if (!none) await rows.load();
  const acts = h('div', { class: 'actions' },
    linkButton(t('risks.actions'), '#/actions', { icon: 'list' }),
    page.methods > 0 ? linkButton(t('risks.method'), '#/method', { icon: 'table' }) : null,
    none ? null : linkButton(t('risks.report'), '#/reports/risks', { icon: 'sheet' }),
    page.methods > 0 ? linkButton(t('risks.pick'), '#/risks/catalogue', { look: 'primary', icon: 'plus' }) : null);
  return {
    rail: '#/risks',
    topics: ['risks', 'actions', 'records', 'inventory'],
    refresh: none ? undefined : () => rows.load({ stay: true }),
    dispose: () => rows.dispose(),
    element: h('div', { class: none ? 'view' : 'view list' },
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('risks.title')), h('p', { class: 'quiet' }, t('risks.lead'))), acts),
      none ? empty(page) : [fold, h('div', { class: 'tools' }, h('div', { class: 'search-row' }, search.element), chips), caption, frame, nothing]),
  };
}

/** What comes first while there is no risk: a method, then risks. @param {RiskPage} page */
function empty(page) {
  return page.methods === 0
    ? h('div', { class: 'empty' }, h('h2', {}, t('risks.no-method')), h('p', { class: 'prose' }, t('risks.no-method-line')), button(t('risks.begin-method'), () => beginMethodWith(null), { look: 'primary' }))
    : h('div', { class: 'empty' }, h('h2', {}, t('risks.none')), h('p', { class: 'prose' }, t('risks.none-line')), linkButton(t('risks.pick'), '#/risks/catalogue', { look: 'primary', icon: 'plus' }), linkButton(t('risks.own'), '#/add/risk', {}));
}
