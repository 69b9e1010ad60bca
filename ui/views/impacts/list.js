// @ts-check
/** All systems with their three assessments: what is owed, how far it is, which harm remains. */
import { say } from '../../components/announce.js';
import { button, linkButton } from '../../components/button.js';
import { icon } from '../../components/icon.js';
import { searchField } from '../../components/search.js';
import { virtualRows } from '../../components/virtual-rows.js';
import { listImpacts } from '../../ipc/commands.js';
import { fill, h, refill } from '../../lib/dom.js';
import { number } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { counts, dueWords, remaining, statePill, stateShape } from './level.js';

/** @typedef {import('../../ipc/types.js').ImpactPage} Page */
/** @typedef {import('../../ipc/types.js').ImpactRow} Row */
/** @typedef {import('../../ipc/types.js').ImpactState} State */

const COLUMNS = ['reference', 'name', 'impact-assessment', 'fria', 'dpia', 'result'];

/** @param {import('../../lib/router.js').Place} place @returns {Promise<import('../routes.js').View>} */
export async function impactsView(place) {
  const everything = { search: '', state: /** @type {State | null} */ (null), owed: false };
  const query = { ...everything, state: /** @type {State | null} */ (place.query.get('state')), owed: place.query.get('owed') === 'yes' };
  /** @type {Page} */
  let page = await listImpacts({ ...query, offset: 0, limit: 1 });
  const none = page.total === 0;

  const caption = h('p', { class: 'caption', id: 'impacts-caption', 'aria-live': 'polite' });
  const body = h('tbody', {});
  const table = h('table', { class: 'table systems impacts', 'aria-labelledby': 'impacts-caption' },
    h('colgroup', {}, COLUMNS.map((column) => h('col', { class: `col-${column}` }))),
    h('thead', {}, h('tr', {}, COLUMNS.map((column) => h('th', { scope: 'col' }, t(`impact.column-${column}`))))), body);
  table.style.setProperty('--columns', '4');
  const frame = h('div', { class: 'table-frame', tabindex: '-1' }, table);
  const nothing = h('div', { class: 'empty', hidden: true });
  const chips = h('div', { class: 'tools-row' });

  const rows = virtualRows({
    frame, body, columns: () => COLUMNS.length,
    async fetch(offset, limit) {
      page = await listImpacts({ ...query, offset, limit });
      return page;
    },
    draw: (/** @type {Row} */ row) => systemRow(row),
    counted(matching) {
      const narrowed = query.search !== '' || query.state !== null || query.owed;
      caption.textContent = narrowed ? tn('impact.caption-found', matching, { total: number(page.total) }) : tn('impact.caption', matching);
      table.setAttribute('aria-rowcount', String(matching + 1));
      frame.hidden = matching === 0;
      nothing.hidden = matching > 0;
      if (matching === 0) fill(nothing, h('h2', {}, t('inventory.none-found')), button(t('inventory.show-all'), () => apply(everything)));
      drawChips();
    },
  });

  /** @param {Partial<typeof query>} change */
  async function apply(change) {
    Object.assign(query, change);
    search.set(query.search);
    if (await rows.load()) say(caption.textContent ?? '');
  }

  function drawChips() {
    const chip = (/** @type {string} */ key, /** @type {import('../../lib/dom.js').Child} */ words, /** @type {boolean} */ on, /** @type {number} */ count, /** @type {() => unknown} */ run) =>
      count === 0 && !on ? null : h('button', { type: 'button', class: 'chip', 'aria-pressed': String(on), 'data-key': key, onclick: run }, words, ' ', h('span', { class: 'count' }, number(count)));
    refill(chips,
      chip('owed', t('impact.only-owed'), query.owed, page.owed, () => apply({ owed: !query.owed })),
      page.states.map(({ state, systems }) => chip(state, [icon(stateShape(state), 'inline'), t(`impact.state-${state}`)], query.state === state, systems, () => apply({ state: query.state === state ? null : state }))));
  }

  /** @param {Row} row */
  function systemRow({ system, assessments, result }) {
    return h('tr', {},
      h('td', { class: 'ref' }, system.reference),
      h('th', { scope: 'row' }, h('a', { class: 'name', href: to('impacts', system.id) }, h('span', { class: 'clamp' }, system.name))),
      assessments.map((one) => h('td', {}, h('a', { class: 'impact-cell', href: to('assess', one.questionnaire, system.id), title: one.because, 'aria-label': t('impact.open-assessment-of', { name: `${t(`impact.name-${one.questionnaire}`)}, ${system.name}` }) },
        statePill(one), h('span', { class: 'quiet impact-line' }, beneath(one))))),
      h('td', {}, remaining(result), h('span', { class: 'quiet impact-line' }, result.harms + result.benefits + result.unrated > 0 ? counts(result) : '')));
  }

  /** One line, so that the height of a row is known: what is owed and not signed, or when it is due. @param {import('../../ipc/types.js').AssessmentMark} one */
  function beneath(one) {
    const owed = { owed: 'impact.owed', open: 'impact.owed-open', 'not-owed': '' }[one.owed];
    const words = [one.signed === null && owed ? t(owed) : '', dueWords(one)].filter(Boolean).join(' · ');
    return one.owed === 'owed' && one.signed === null ? [icon('triangle', 'inline'), words] : words;
  }

  const search = searchField({ id: 'impacts-search', label: t('impact.search'), value: '', change: (words) => apply({ search: words }), down: rows.enter });
  if (!none) await rows.load();
  return {
    rail: '#/impacts',
    topics: ['inventory', 'impacts', 'organisation'],
    refresh: () => rows.load({ stay: true }),
    dispose: () => rows.dispose(),
    element: none
      ? h('div', { class: 'view' }, h('h1', {}, t('impact.title')), h('div', { class: 'empty' }, h('h2', {}, t('impact.none')), h('p', { class: 'prose' }, t('impact.none-line')), linkButton(t('inventory.add-first'), '#/add/system?first=yes', { look: 'primary', icon: 'plus' })))
      : h('div', { class: 'view list' },
        h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('impact.title')), h('p', { class: 'quiet' }, t('impact.lead')))),
        h('div', { class: 'tools' }, h('div', { class: 'search-row' }, search.element, chips)), caption, frame, nothing),
  };
}
