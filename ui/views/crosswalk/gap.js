// @ts-check
/** The gap between certificate and law: duties that no requirement covers, each with where we stand. */
import { icon } from '../../components/icon.js';
import { pill } from '../../components/marks.js';
import { legalGaps } from '../../ipc/commands.js';
import { h, refill } from '../../lib/dom.js';
import { day, number } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { named } from './words.js';

/** @typedef {import('../../ipc/types.js').LegalGap} LegalGap */
/** @typedef {import('../../ipc/types.js').GapStanding} GapStanding */

/** @type {Record<GapStanding, [shape: string, tone: import('../../components/marks.js').Tone]>} */
const looks = { open: ['triangle', 'warn'], undecided: ['dashed', 'open'], settled: ['check', 'good'], 'not-owed': ['dash', 'open'], 'not-kept': ['ring', 'open'] };

/** @returns {Promise<import('./crosswalk.js').Part>} */
export async function gapPart() {
  const { gaps, standings, beyond, caveat, systems } = await legalGaps();
  /** @type {GapStanding | null} */
  let only = null;
  const chips = h('div', { class: 'tools-row', role: 'group', 'aria-label': t('crosswalk.column-standing') });
  const caption = h('p', { class: 'caption', id: 'gap-caption', 'aria-live': 'polite' });
  const body = h('tbody', {});

  function draw() {
    refill(chips, standings.map(({ standing, gaps: count }) => (count === 0 ? null : h('button', { type: 'button', class: `button chip ${only === standing ? 'on' : ''}`, 'aria-pressed': String(only === standing), 'data-key': standing, onclick: () => { only = only === standing ? null : standing; draw(); } },
      icon(looks[standing][0], 'inline'), t(`crosswalk.standing-${standing}`), ' ', h('span', { class: 'count' }, number(count))))));
    const shown = gaps.filter((gap) => only === null || gap.standing === only);
    caption.textContent = `${t('crosswalk.gap-caption')}: ${tn('crosswalk.gaps', shown.length)}`;
    refill(body, shown.map((gap) => row(gap, systems)));
  }

  draw();
  return {
    topics: ['inventory', 'organisation', 'duties'],
    element: [
      h('p', { class: 'prose' }, t('crosswalk.gap-lead')),
      h('div', { class: 'tools' }, chips), caption,
      h('div', { class: 'table-frame legal-gaps-frame' }, h('table', { class: 'table legal-gaps', 'aria-labelledby': 'gap-caption' },
        h('colgroup', {}, ['id', 'duty', 'nearest', 'why', 'standing'].map((column) => h('col', { class: `col-gap-${column}` }))),
        h('thead', {}, h('tr', {}, h('th', { scope: 'col', colspan: '2' }, t('crosswalk.column-duty')), h('th', { scope: 'col' }, t('crosswalk.column-nearest')), h('th', { scope: 'col' }, t('crosswalk.column-why')), h('th', { scope: 'col' }, t('crosswalk.column-standing')))),
        body)),
      h('section', { 'aria-labelledby': 'beyond-title' },
        h('h2', { id: 'beyond-title' }, t('crosswalk.beyond-title')), h('p', { class: 'quiet' }, t('crosswalk.beyond-line')),
        h('ul', { class: 'reuse-list' }, beyond.map(({ requirement, extent, reason }) => h('li', {}, h('span', { class: 'reuse-end' }, named(requirement)), h('span', {}, t(`crosswalk.extent-${extent}`)), h('span', { class: 'quiet' }, reason))))),
      h('p', { class: 'said' }, caveat)],
  };
}

/** @param {LegalGap} gap @param {number} systems */
function row(gap, systems) {
  return h('tr', {},
    h('td', { class: 'ref' }, gap.id),
    h('th', { scope: 'row' }, h('b', {}, gap.title), h('span', { class: 'quiet' }, `${gap.cite} · ${gap.who}`)),
    h('td', {}, gap.nearest.length === 0 ? h('span', { class: 'quiet' }, t('crosswalk.nearest-none')) : h('ul', { class: 'plain-list' }, gap.nearest.map((one) => h('li', {}, named(one))))),
    h('td', {}, gap.reason),
    h('td', {}, standing(gap, systems)));
}

/** @param {LegalGap} gap @param {number} systems */
function standing({ standing, from, lines, undecided }, systems) {
  const [shape, tone] = looks[standing];
  const line = standing === 'not-kept' || standing === 'not-owed' ? t(`crosswalk.standing-${standing}-line`)
    : standing === 'undecided' ? t(systems === 0 ? 'crosswalk.standing-no-systems' : 'crosswalk.standing-undecided-line')
      : standing === 'settled' && lines.length === 0 ? t('crosswalk.standing-classified-line') : null;
  return [pill(shape, t(`crosswalk.standing-${standing}`), tone),
    from ? h('span', { class: 'gap-from' }, ' ', t('crosswalk.from', { day: day(from) })) : null,
    line ? h('p', { class: 'quiet' }, line) : null,
    lines.length > 0 ? h('details', {}, h('summary', {}, tn('crosswalk.lines', new Set(lines.map((one) => one.system.id)).size)),
      h('ul', { class: 'plain-list' }, lines.map((one) => h('li', {}, h('a', { href: `#/duties?system=${encodeURIComponent(one.system.id)}` }, h('span', { class: 'ref' }, one.system.reference), ' ', one.system.name), h('span', { class: 'quiet' }, ` ${one.title}, ${one.role}: ${t(`crosswalk.state-${one.state}`)}, ${one.from ? t('crosswalk.from', { day: day(one.from) }) : t('crosswalk.no-day')}`))))) : null,
    undecided.length > 0 ? h('details', {}, h('summary', {}, tn('crosswalk.undecided', undecided.length)),
      h('ul', { class: 'plain-list' }, undecided.map((system) => h('li', {}, h('a', { href: to('classification', system.id) }, h('span', { class: 'ref' }, system.reference), ' ', system.name))))) : null];
}
