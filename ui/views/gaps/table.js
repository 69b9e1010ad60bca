// @ts-check
/** One run as a table: a line for each requirement, judged with the same keys as in the interview. */
import { notify, say } from '../../components/announce.js';
import { icon } from '../../components/icon.js';
import { meter } from '../../components/marks.js';
import { searchField } from '../../components/search.js';
import { gapRun, judgeRequirement } from '../../ipc/commands.js';
import { fill, h, refill } from '../../lib/dom.js';
import { number } from '../../lib/format.js';
import { isTyping } from '../../lib/keyboard.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { askAside } from './aside.js';
import { SEEN, SEVERITIES, aside, chosen, keyed, level } from './keys.js';
import { conformityLooks, made } from './looks.js';
import { gapTabs, gapTrail, signedLine } from './tabs.js';

/** @typedef {import('../../ipc/types.js').GapScreen} Screen */
/** @typedef {import('../../ipc/types.js').GapRow} Row */
/** @typedef {import('../../ipc/types.js').GapAnswer} GapAnswer */
/** @typedef {import('../../ipc/types.js').GapConformity} GapConformity */

const COLUMNS = ['requirement', 'exists', 'works', 'conformity', 'maturity', 'severity', 'said'];
const CONFORMITIES = /** @type {GapConformity[]} */ (['met', 'partly', 'not-met', 'not-applicable', 'not-looked-at']);
const ANSWERED = CONFORMITIES;
const SHOWN = /** @type {const} */ ([...CONFORMITIES, 'flagged', 'ask-again']);

/** @param {import('../../lib/router.js').Place} place @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function gapTableView(place, desk) {
  const run = place.params.id;
  /** @type {Screen} */
  let screen = await gapRun(run);
  const query = { search: '', show: place.query.get('show') ?? '', topic: place.query.get('topic') ?? '' };

  const head = h('div', { class: 'triage-progress' });
  const signed = h('div', {});
  const chips = h('div', { class: 'tools-row' });
  const caption = h('p', { class: 'caption', id: 'gaps-caption', 'aria-live': 'polite' });
  const body = h('tbody', {});
  const table = h('table', { class: 'table systems gap-table', 'aria-labelledby': 'gaps-caption' },
    h('colgroup', {}, COLUMNS.map((column) => h('col', { class: `col-gap-${column}` }))),
    h('thead', {}, h('tr', {}, COLUMNS.map((column) => h('th', { scope: 'col' }, t(`gaps.column-${column}`))))), body);
  const frame = h('div', { class: 'table-frame', tabindex: '-1' }, table);
  const legend = h('section', { class: 'legend', 'aria-label': t('gaps.keys') }, h('div', { class: 'legend-keys' }, legendKeys()));

  /** @param {Row} row */
  const shows = ({ judged }) => query.show === '' || query.show === judged.conformity || (query.show === 'flagged' && judged.flagged) || (query.show === 'ask-again' && judged.askAgain);
  /** @param {Row} row */
  function fits(row) {
    const text = `${row.reference} ${row.title} ${row.judged.what} ${row.judged.note}`.toLowerCase();
    return (query.topic === '' || row.topic === query.topic) && query.search.toLowerCase().split(/\s+/).every((word) => text.includes(word));
  }

  /** @param {boolean} [spoken] */
  function draw(spoken = false) {
    const { run: about, rows, topics } = screen;
    const open = about.score.asked - about.score.notApplicable;
    const words = tn('gaps.judged-of', about.score.judged, { all: open });
    fill(head, h('span', {}, words), meter(about.score.judged, open, words), h('span', { class: 'quiet' }, made(about.score)));
    fill(signed, signedLine(about));
    const among = rows.filter(fits);
    refill(chips, SHOWN.map((name) => {
      const count = among.filter((row) => (name === 'flagged' ? row.judged.flagged : name === 'ask-again' ? row.judged.askAgain : row.judged.conformity === name)).length;
      const on = query.show === name;
      return count === 0 && !on ? null : h('button', { type: 'button', class: `button chip ${on ? 'on' : ''}`, 'aria-pressed': String(on), 'data-key': name, onclick: () => apply({ show: on ? '' : name }) },
        name in conformityLooks ? icon(conformityLooks[/** @type {GapConformity} */ (name)][0], 'inline') : icon(name === 'flagged' ? 'triangle' : 'question', 'inline'), t(`gaps.conformity-${name}`), ' ', h('span', { class: 'count' }, number(count)));
    }),
    select('topic', query.topic, [['', t('gaps.any-topic')], ...topics.map((topic) => /** @type {[string, string]} */ ([topic.id, `${topic.reference} ${topic.title}`]))], (value) => apply({ topic: value }), t('gaps.topic')));
    const shown = among.filter(shows);
    caption.textContent = shown.length < rows.length ? tn('gaps.caption-found', shown.length, { total: rows.length }) : tn('gaps.caption', rows.length);
    if (spoken) say(caption.textContent);
    refill(body, shown.length > 0 ? shown.map(line) : h('tr', {}, h('td', { colspan: COLUMNS.length }, t('gaps.none-found'))));
  }

  /** @param {Partial<typeof query>} change */
  function apply(change) {
    Object.assign(query, change);
    draw(true);
  }

  /** @param {string} name @param {string} value @param {[string, string][]} options @param {(value: string) => unknown} act @param {string} label */
  function select(name, value, options, act, label) {
    const element = h('select', { class: 'select', 'aria-label': label, 'data-key': `${name} ${label}` }, options.map(([id, words]) => h('option', { value: id, ...(id === value ? { selected: true } : {}) }, words)));
    element.disabled = name !== 'topic' && screen.run.signed !== null;
    element.addEventListener('change', () => act(element.value));
    return element;
  }

  /** @param {Row} row */
  function line(row) {
    const { judged, reference } = row;
    const choice = (/** @type {string} */ column, /** @type {string} */ value, /** @type {[string, string][]} */ options, /** @type {(value: string) => unknown} */ act) =>
      h('td', {}, select(column, value, [['', '–'], ...options], act, `${t(`gaps.column-${column}`)}, ${reference}`));
    const one = (/** @type {string} */ question) => (/** @type {string} */ value) => give(row, [{ question, answer: value === '' ? null : chosen(value) }]);
    const seen = SEEN.map((id) => /** @type {[string, string]} */ ([id, t(`gaps.seen-${id}`)]));
    const said = judged.what || judged.note;
    const marks = [judged.flagged ? 'triangle' : '', judged.askAgain ? 'question' : '', judged.files.length > 0 ? 'clip' : ''].filter(Boolean);
    const spoken = [judged.flagged ? t('gaps.conformity-flagged') : '', judged.askAgain ? t('gaps.conformity-ask-again') : '', judged.files.length > 0 ? tn('gaps.files', judged.files.length) : ''].filter(Boolean);
    return h('tr', { class: `gap-${judged.conformity}`, 'data-requirement': row.id },
      h('th', { scope: 'row' }, h('a', { class: 'name', href: to('gaps', run, 'interview', row.id), title: row.holds }, h('span', { class: 'clamp' }, h('span', { class: 'ref' }, reference), ' ', row.title))),
      choice('exists', judged.exists ?? '', seen, one('finding-exists')),
      judged.exists === 'no' ? h('td', { class: 'quiet' }, t('gaps.not-asked')) : choice('works', judged.works ?? '', seen, one('finding-works')),
      h('td', {}, h('span', { class: 'gap-choice' }, icon(conformityLooks[judged.conformity][0], `inline ${conformityLooks[judged.conformity][1]}`),
        select('conformity', judged.said ? judged.conformity : '', [['', t('gaps.conformity-open')], ...ANSWERED.map((id) => /** @type {[string, string]} */ ([id, t(`gaps.conformity-${id}`)]))], (value) => judge(row, value), `${t('gaps.column-conformity')}, ${reference}`))),
      choice('maturity', judged.maturity === null ? '' : level(judged.maturity), screen.maturity.map(({ id, label }) => [id, label]), one('finding-maturity')),
      choice('severity', judged.severity ?? '', SEVERITIES.map((id) => [id, t(`gaps.severity-${id}`)]), one('finding-severity')),
      h('td', { class: 'gap-said', title: said || null }, marks.map((sign) => icon(sign, 'inline')), spoken.length > 0 ? h('span', { class: 'spoken' }, `${spoken.join(', ')}. `) : null, h('span', { class: 'clamp' }, judged.reason || said)));
  }

  /** @param {Row} row @param {string} value */
  async function judge(row, value) {
    if (value !== 'not-applicable') return give(row, [{ question: 'finding-conformity', answer: value === '' ? null : chosen(value) }]);
    const reason = await askAside(row);
    if (reason) await give(row, [{ question: 'finding-conformity', answer: aside(reason) }]);
    else draw();
  }

  /** @param {Row} row @param {GapAnswer[]} answers */
  async function give(row, answers) {
    try {
      await judgeRequirement({ run, requirement: row.id, answers });
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { failed: true });
      draw();
    }
  }

  body.addEventListener('keydown', (event) => {
    const at = event.target instanceof Element ? event.target.closest('tr') : null;
    if (!(at instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const other = event.key === 'ArrowDown' ? at.nextElementSibling : at.previousElementSibling;
      return /** @type {HTMLElement | null} */ (other?.querySelector('a.name'))?.focus();
    }
    const row = screen.rows.find((one) => one.id === at.dataset.requirement);
    if (!row || screen.run.signed) return;
    if (event.key.toLowerCase() === 'x') {
      event.preventDefault();
      return void judge(row, 'not-applicable');
    }
    if (event.key.toLowerCase() === 'z') {
      event.preventDefault();
      return void desk.undo();
    }
    const answers = keyed(event.key, row.judged);
    if (!answers) return;
    event.preventDefault();
    void give(row, answers);
  });

  const search = searchField({ id: 'gaps-search', label: t('gaps.search'), value: '', change: (words) => apply({ search: words }), down: () => /** @type {HTMLElement | null} */ (body.querySelector('a.name'))?.focus() });
  draw();
  return {
    rail: '#/gaps',
    list: '#/gaps',
    topics: ['gaps', 'organisation', `record:${run}`],
    async refresh() {
      screen = await gapRun(run);
      draw();
    },
    element: h('div', { class: 'view list low' }, gapTrail(screen.run),
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, screen.run.record.name), h('p', { class: 'quiet' }, screen.standard)), head),
      gapTabs(screen.run, 'table'), signed,
      h('div', { class: 'tools' }, h('div', { class: 'search-row' }, search.element, chips)), caption, frame, legend),
  };
}

/** The keys and what they say. */
export function legendKeys() {
  /** @type {[string[], string][]} */
  const keys = [[['m'], 'met'], [['p'], 'partly'], [['n'], 'not-met'], [['x'], 'not-applicable'], [['u'], 'not-looked-at'], [['?'], 'unknown'], [['e'], 'exists'], [['w'], 'works'], [['0', '5'], 'maturity'], [['s'], 'severity'], [['f'], 'flag'], [['q'], 'ask-again'], [['z'], 'undo'], [['Del'], 'withdraw'], [['Enter'], 'open']];
  return keys.map(([names, does]) => h('span', {}, names.map((name, index) => [index > 0 ? '–' : '', h('kbd', {}, name)]), ` ${t(`gaps.key-${does}`)}`));
}
