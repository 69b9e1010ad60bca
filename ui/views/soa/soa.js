// @ts-check
/** The Statement of Applicability: every control with its decision, its reason and what does not hold together. */
import { notify, say } from '../../components/announce.js';
import { button, linkButton } from '../../components/button.js';
import { askLine, confirm } from '../../components/dialog.js';
import { icon } from '../../components/icon.js';
import { searchField } from '../../components/search.js';
import { addRecord, adoptSuggestions, beginSoa, soaControl, soaScreen } from '../../ipc/commands.js';
import { fill, h, refill } from '../../lib/dom.js';
import { number } from '../../lib/format.js';
import { t, tn } from '../../lib/texts.js';
import { COLUMNS, controlRow } from './cells.js';
import { controlPanel } from './panel.js';
import { signNext } from './signing.js';

/** @typedef {import('../../ipc/types.js').SoaScreen} Screen */
/** @typedef {import('../../ipc/types.js').SoaRow} Row */

/** What a chip above the table narrows to. @type {Record<string, (row: Row) => boolean>} */
const narrowings = {
  undecided: (row) => row.decision === null,
  unreasoned: (row) => row.contradictions.some((one) => one.barsSigning),
  contradicted: (row) => row.contradictions.length > 0,
  suggested: (row) => row.suggests.length > 0,
  broken: (row) => row.broken > 0,
  changed: (row) => row.changed,
};

/** @param {import('../../lib/router.js').Place} place @returns {Promise<import('../routes.js').View>} */
export async function soaView(place) {
  /** @type {Screen} */
  let screen = await soaScreen();
  const nothingAsked = { search: '', topic: '', status: '', narrowing: '' };
  const query = { ...nothingAsked, narrowing: place.query.get('only') ?? '' };
  let opened = place.query.get('row') ?? '';

  const caption = h('p', { class: 'caption', id: 'soa-caption', 'aria-live': 'polite' });
  const body = h('tbody', {});
  const table = h('table', { class: 'table systems soa', 'aria-labelledby': 'soa-caption' },
    h('colgroup', {}, COLUMNS.map((column) => h('col', { class: `col-soa-${column}` }))),
    h('thead', {}, h('tr', {}, COLUMNS.map((column) => h('th', { scope: 'col', class: `soa-${column}` }, t(`soa.column-${column}`))))), body);
  const frame = h('div', { class: 'table-frame', tabindex: '-1' }, table);
  const aside = h('aside', { class: 'soa-aside', 'aria-label': t('soa.panel') });
  const split = h('div', { class: 'soa-split' }, frame, aside);
  const tools = h('div', { class: 'tools-row' });
  const acts = h('div', { class: 'tools-row' });
  const nothing = h('div', { class: 'empty', hidden: true });
  const trail = h('p', { class: 'trail quiet' });
  const titleActs = h('div', { class: 'actions' });

  const shown = () => {
    const words = query.search.toLowerCase().split(/\s+/).filter(Boolean);
    const narrow = narrowings[query.narrowing] ?? (() => true);
    return screen.rows.filter((row) => {
      const text = `${row.reference} ${row.title} ${row.reason} ${row.how} ${row.owner?.name ?? ''}`.toLowerCase();
      return narrow(row) && (query.topic === '' || (row.topic?.reference ?? 'own') === query.topic)
        && (query.status === '' || (query.status === 'none' ? row.decision === 'included' && row.status === null : row.status === query.status))
        && words.every((word) => text.includes(word));
    });
  };

  function draw() {
    const rows = shown();
    const all = screen.counts.annex + screen.counts.own;
    caption.textContent = [
      rows.length < all ? t('soa.caption-some', { shown: number(rows.length), total: number(all) }) : null,
      t('soa.caption', { included: number(screen.counts.included), excluded: number(screen.counts.excluded), undecided: number(screen.counts.undecided) }),
      screen.counts.contradicted > 0 ? tn('soa.caption-contradicted', screen.counts.contradicted) : null,
    ].filter(Boolean).join(' ');
    let group = '';
    refill(body, rows.map((row) => {
      const own = row.topic ? `${row.topic.reference} ${row.topic.title}` : t('soa.own');
      const first = own !== group;
      group = own;
      return [first ? h('tr', { class: 'group' }, h('th', { colspan: 2, scope: 'rowgroup' }, own), COLUMNS.slice(2).map((column) => h('td', { class: `soa-${column}` }))) : null, controlRow(row, screen, { open: openControl, opened: row.id === opened, stay: redraw })];
    }));
    frame.hidden = rows.length === 0;
    nothing.hidden = rows.length > 0;
    if (rows.length === 0) fill(nothing, h('h2', {}, t('soa.none-found')), button(t('soa.show-all'), () => apply(nothingAsked)));
    drawTools(rows);
    drawActs();
  }

  /** @param {Row[]} rows */
  function drawTools(rows) {
    const { annex, own, undecided, unreasoned, contradicted, suggested, broken, changed } = screen.counts;
    const chip = (/** @type {string} */ name, /** @type {string} */ words, /** @type {number} */ count) =>
      count === 0 && query.narrowing !== name ? null : h('button', { type: 'button', class: `button chip ${query.narrowing === name ? 'on' : ''}`, 'aria-pressed': String(query.narrowing === name), 'data-key': `chip-${name}`, onclick: () => apply({ narrowing: query.narrowing === name ? '' : name }) },
        name === 'contradicted' || name === 'broken' ? icon('triangle', 'inline') : null, words, ' ', h('span', { class: 'count' }, number(count)));
    const topics = new Map(screen.rows.map((row) => [row.topic?.reference ?? 'own', row.topic ? `${row.topic.reference} ${row.topic.title}` : t('soa.own')]));
    const newest = screen.versions.at(-1)?.number;
    refill(tools,
      chip('', own > 0 ? t('soa.all-with-own', { annex: number(annex), own: number(own) }) : t('soa.all', { annex: number(annex) }), annex + own),
      chip('undecided', t('soa.only-undecided'), undecided),
      chip('unreasoned', t('soa.only-unreasoned'), unreasoned),
      chip('contradicted', t('soa.only-contradicted'), contradicted),
      chip('suggested', t('soa.only-suggested'), suggested),
      chip('broken', t('soa.only-broken'), broken),
      newest === undefined ? null : chip('changed', t('soa.only-changed', { n: newest }), changed),
      select('topic', query.topic, [['', t('soa.any-topic')], ...topics], (value) => apply({ topic: value })),
      select('status', query.status, [['', t('soa.any-status')], ['none', t('soa.no-status')], ...screen.statuses.map((one) => /** @type {[string, string]} */ ([one.id, one.label]))], (value) => apply({ status: value })));
    const open = rows.filter((row) => row.decision === null && row.suggests.length === 1);
    refill(acts,
      screen.begun ? null : button(t('soa.begin'), begin, { look: 'primary' }),
      linkButton(t('soa.guided'), `#/soa/control/${encodeURIComponent(firstOpen())}`, { look: screen.begun && screen.counts.undecided > 0 ? 'primary' : 'plain' }),
      query.narrowing === 'suggested' && open.length > 0 ? button(tn('soa.adopt-all', open.length), () => adoptAll(open)) : null,
      button(t('soa.add-own'), addOwn, { icon: 'plus' }),
      linkButton(t('soa.trace'), '#/soa/trace'),
      screen.versions.length > 0 ? linkButton(tn('soa.versions-link', screen.versions.length), '#/soa/versions') : null);
  }

  function drawActs() {
    const { number: next } = screen.next;
    trail.textContent = screen.versions.length === 0 ? t('soa.unsigned') : t('soa.draft-after', { n: screen.versions.length });
    refill(titleActs, linkButton(t('soa.preview'), '#/reports/soa'),
      button(t('soa.sign', { n: next }), () => signNext(screen), { look: screen.counts.undecided + screen.counts.unreasoned === 0 ? 'primary' : 'plain' }));
  }

  /** @param {string} name @param {string} value @param {[string, string][]} options @param {(value: string) => unknown} run */
  function select(name, value, options, run) {
    const element = h('select', { class: 'select', 'aria-label': t(`soa.filter-${name}`), 'data-key': `filter-${name}` }, options.map(([id, words]) => h('option', { value: id, ...(id === value ? { selected: true } : {}) }, words)));
    element.addEventListener('change', () => run(element.value));
    return element;
  }

  /** @param {Partial<typeof query>} change */
  function apply(change) {
    Object.assign(query, change);
    search.set(query.search);
    draw();
    say(caption.textContent ?? '');
  }

  const firstOpen = () => (screen.rows.find((row) => row.decision === null) ?? screen.rows[0])?.id ?? '';

  async function begin() {
    try {
      await beginSoa();
      notify(t('soa.begun'));
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { failed: true });
    }
  }

  /** @param {Row[]} rows */
  async function adoptAll(rows) {
    const included = rows.filter((row) => row.suggests[0] === 'included').length;
    const sure = await confirm({ title: tn('soa.adopt-all-title', rows.length), body: t('soa.adopt-all-body', { included: number(included), excluded: number(rows.length - included) }), act: tn('soa.adopt-all', rows.length) });
    if (!sure) return;
    try {
      await adoptSuggestions({ lines: rows.map((row) => ({ row: row.id, decision: row.suggests[0] })) });
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { failed: true });
    }
  }

  async function addOwn() {
    const name = await askLine({ title: t('soa.add-own'), label: t('soa.own-name'), hint: t('soa.own-hint'), act: t('soa.add') });
    if (name === null) return;
    try {
      const added = await addRecord('control', name);
      await openControl(added.id);
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { failed: true });
    }
  }

  /** Shows a control beside the table. @param {string} row */
  async function openControl(row) {
    opened = row;
    await drawAside();
    for (const line of body.querySelectorAll('tr[data-row]')) line.classList.toggle('opened', line.getAttribute('data-row') === row);
    aside.querySelector('h2')?.focus();
  }

  async function drawAside() {
    split.classList.toggle('open', opened !== '');
    if (opened === '') return fill(aside);
    try {
      const control = await soaControl({ row: opened });
      if (control.row.id === opened) refill(aside, controlPanel(control, screen, { close: closeControl }));
    } catch {
      closeControl();
    }
  }

  function closeControl() {
    const row = opened;
    opened = '';
    void drawAside();
    const line = [...body.querySelectorAll('tr[data-row]')].find((one) => one.getAttribute('data-row') === row);
    line?.classList.remove('opened');
    /** @type {HTMLElement | null | undefined} */ (line?.querySelector('button.name'))?.focus();
  }

  async function redraw() {
    screen = await soaScreen();
    draw();
    await drawAside();
  }

  /** Up and down with Ctrl goes through one column. @param {KeyboardEvent} event */
  function walk(event) {
    if (event.key === 'Escape' && opened !== '') return closeControl();
    if (!(event.ctrlKey || event.metaKey) || !['ArrowUp', 'ArrowDown'].includes(event.key) || !(event.target instanceof Element)) return;
    const cell = event.target.closest('td, th');
    const line = event.target.closest('tr[data-row]');
    if (!cell || !line) return;
    event.preventDefault();
    const lines = [...body.querySelectorAll('tr[data-row]')];
    const column = [...line.children].indexOf(cell);
    const step = event.key === 'ArrowUp' ? -1 : 1;
    for (let at = lines.indexOf(line) + step; at >= 0 && at < lines.length; at += step) {
      const next = /** @type {HTMLElement | null} */ (lines[at].children[column]?.querySelector('button, select, input, a'));
      if (next) return next.focus();
    }
  }
  split.addEventListener('keydown', walk);

  const search = searchField({ id: 'soa-search', label: t('soa.search'), value: '', change: (words) => apply({ search: words }), down: () => /** @type {HTMLElement | null} */ (body.querySelector('button.name'))?.focus() });
  draw();
  if (opened !== '') await drawAside();
  return {
    rail: '#/soa',
    topics: ['controls', 'risks', 'inventory', 'organisation', 'records'],
    refresh: redraw,
    element: h('div', { class: 'view list' },
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, trail, h('h1', {}, t('soa.title'))), titleActs),
      h('div', { class: 'tools' }, h('div', { class: 'search-row' }, search.element), tools, acts), caption, split, nothing),
  };
}
