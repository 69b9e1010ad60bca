// @ts-check
/** The first questions of the law for many systems at once, by keyboard. */
import { notify, say } from '../../components/announce.js';
import { button } from '../../components/button.js';
import { openDialog } from '../../components/dialog.js';
import { icon } from '../../components/icon.js';
import { classMark, meter } from '../../components/marks.js';
import { searchField } from '../../components/search.js';
import { virtualRows } from '../../components/virtual-rows.js';
import { listTriage, triageAnswers } from '../../ipc/commands.js';
import { fill, freshId, h, refill } from '../../lib/dom.js';
import { number } from '../../lib/format.js';
import { t, tn } from '../../lib/texts.js';
import { answerFor, keyOf, pressed } from './keys.js';

/** @typedef {import('../../ipc/types.js').TriagePage} TriagePage */
/** @typedef {import('../../ipc/types.js').TriageRow} TriageRow */
/** @typedef {import('../../ipc/types.js').TriageCell} TriageCell */
/** @typedef {import('../../ipc/types.js').TriageColumn} TriageColumn */
/** @typedef {import('../../ipc/types.js').NewAnswer} NewAnswer */

/** Keys that mean the same in every column. @type {[key: string, does: string][]} */
const KEYS = [['=', 'key-take'], ['?', 'key-not-known'], ['Del', 'key-withdraw'], [' ', 'key-choose'], ['Enter', 'key-edit']];
/** Letters of a word that a narrow column cannot hold. */
const LONG = 9;

/** @returns {Promise<import('../routes.js').View>} */
export async function triageView() {
  const query = { search: '', openOnly: false };
  /** @type {TriagePage} */
  let page = await listTriage({ ...query, offset: 0, limit: 1 });
  const { columns, total } = page;
  /** Rows in hand, by place in the list. @type {Map<number, TriageRow>} */
  const inHand = new Map();
  /** Systems chosen to be answered together. @type {Set<string>} */
  const chosen = new Set();
  let column = 0;

  const caption = h('p', { class: 'caption', id: 'triage-caption', 'aria-live': 'polite' });
  const body = h('tbody', {});
  const heads = ['choose', 'name', 'class', ...columns.map((one) => one.question)];
  const table = h('table', { class: 'table systems triage', 'aria-labelledby': 'triage-caption', role: 'grid', 'aria-multiselectable': 'true' },
    h('colgroup', {}, ['choose', 'name', 'class'].map((name) => h('col', { class: `col-${name}` })), columns.map((one) => h('col', { class: one.label.split(' ').some((word) => word.length > LONG) ? 'col-gate long' : 'col-gate' }))),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, h('span', { class: 'spoken' }, t('triage.choose'))), h('th', { scope: 'col' }, t('inventory.column-name')), h('th', { scope: 'col' }, t('triage.result')),
      columns.map((one) => h('th', { scope: 'col', title: one.prompt }, h('span', { class: 'clamp' }, one.label))))), body);
  const frame = h('div', { class: 'table-frame', tabindex: '-1' }, table);
  const nothing = h('div', { class: 'empty', hidden: true });
  const progress = h('div', { class: 'triage-progress' });
  const legend = h('section', { class: 'legend', 'aria-live': 'off', 'aria-label': t('triage.legend') });
  const tools = h('div', { class: 'tools-row' });

  const rows = virtualRows({
    frame, body, columns: () => heads.length,
    async fetch(offset, limit) {
      page = await listTriage({ ...query, offset, limit });
      page.rows.forEach((row, index) => inHand.set(offset + index, row));
      return page;
    },
    draw: systemRow,
    counted(matching) {
      caption.textContent = query.search || query.openOnly ? tn('triage.caption-found', matching, { total: number(page.total) }) : tn('triage.caption', matching);
      table.setAttribute('aria-rowcount', String(matching + 1));
      frame.hidden = matching === 0;
      nothing.hidden = matching > 0;
      if (matching === 0) fill(nothing, h('h2', {}, t(query.openOnly && !query.search ? 'triage.all-done' : 'inventory.none-found')), button(t('inventory.show-all'), () => apply({ search: '', openOnly: false })));
      fill(progress, h('span', {}, t('triage.answered', { done: number(page.answered), total: number(page.total) })), meter(page.answered, page.total, t('triage.answered', { done: number(page.answered), total: number(page.total) })),
        h('span', { class: 'quiet' }, t('triage.settled', { done: number(page.settled), total: number(page.total) })));
      drawTools();
    },
  });

  /** @param {Partial<typeof query>} change */
  async function apply(change) {
    Object.assign(query, change);
    search.set(query.search);
    inHand.clear();
    if (await rows.load()) say(caption.textContent ?? '');
  }

  function drawTools() {
    refill(tools,
      h('button', { type: 'button', class: `button chip ${query.openOnly ? 'on' : ''}`, 'aria-pressed': String(query.openOnly), onclick: () => apply({ openOnly: !query.openOnly }) }, t('triage.open-only')),
      chosen.size > 0 ? h('span', { class: 'strong' }, tn('triage.chosen', chosen.size)) : h('span', { class: 'quiet' }, t('triage.choose-hint')),
      chosen.size > 0 ? button(t('triage.choose-none'), () => { chosen.clear(); rows.redraw(); drawTools(); }) : null);
  }

  /** @param {TriageRow} row @param {number} index */
  function systemRow(row, index) {
    const { record } = row;
    const on = chosen.has(record.id);
    const box = h('input', { type: 'checkbox', checked: on, 'aria-label': t('triage.choose-one', { name: record.name }), onclick: (/** @type {Event} */ event) => { event.stopPropagation(); choose(record.id); } });
    return h('tr', { class: on ? 'chosen' : null, 'aria-selected': String(on) },
      h('td', {}, box),
      h('th', { scope: 'row', title: [record.name, row.purpose].filter(Boolean).join('\n') }, h('a', { class: 'name', href: `#/classification/${encodeURIComponent(record.id)}` }, h('span', { class: 'clamp' }, h('span', { class: 'ref' }, record.reference), ' ', record.name))),
      h('td', {}, h('a', { class: 'result-link', href: `#/classification/${encodeURIComponent(record.id)}/result` }, row.class ? classMark(row.class, row.settled ? row.class.title : t('triage.at-least', { class: row.class.title })) : classMark(null))),
      row.cells.map((cell, at) => gateCell(row, cell, at, index)));
  }

  /** @param {TriageRow} row @param {TriageCell} cell @param {number} at @param {number} index */
  function gateCell(row, cell, at, index) {
    const gate = columns[at];
    const said = cellWords(gate, cell);
    const look = cell.standing !== 'open' ? cell.standing : cell.known ? (cell.known.counts ? 'known' : 'suggested') : 'open';
    const sign = { answered: null, 'not-known': 'question', 'not-applicable': 'dash', known: 'check', suggested: 'half', open: 'ring' }[/** @type {'open'} */ (look)];
    return h('td', { role: 'gridcell', class: `gate ${look}`, title: said || null, 'data-cell': String(at), ...(at === column ? { 'data-stop': true } : {}),
      'aria-label': `${gate.label}, ${row.record.reference}: ${said || t('state.open')}${look === 'suggested' ? `, ${t('triage.suggested')}` : look === 'known' ? `, ${t('triage.known')}` : ''}`,
      onclick: () => goTo(index, at), ondblclick: () => edit(index, at) },
      sign ? icon(sign, 'inline') : null, h('span', { class: 'clamp' }, said));
  }

  /** @param {string} id */
  function choose(id) {
    if (!chosen.delete(id)) chosen.add(id);
    rows.redraw();
    drawTools();
  }

  /** @param {number} index @param {number} at */
  function goTo(index, at) {
    column = at;
    for (const cell of body.querySelectorAll('[data-cell]')) {
      cell.removeAttribute('tabindex');
      cell.toggleAttribute('data-stop', Number(cell.getAttribute('data-cell')) === column);
    }
    rows.goTo(index);
  }

  /** The cell in hand, and what its keys mean: nothing may lie over either. */
  function keepInSight() {
    legend.scrollIntoView({ block: 'nearest' });
    document.activeElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** What the keys mean in a column, and what the cell in hand says in full. @param {number | null} index the row in hand */
  function drawLegend(index) {
    const gate = columns[column];
    const row = index === null ? undefined : inHand.get(index);
    const said = row ? cellWords(gate, row.cells[column]) : '';
    const option = (/** @type {string} */ key, /** @type {string} */ words, /** @type {string} */ then) => h('li', { title: [words, then].filter(Boolean).join('\n') }, h('kbd', {}, key), ' ', words);
    fill(legend, h('p', { class: 'legend-asked', title: gate.hint || null }, h('b', {}, gate.prompt), row ? h('span', { class: 'quiet' }, ` ${row.record.reference}: ${said || t('state.open')}`) : null),
      h('ul', { class: 'legend-options' }, gate.options.map(({ label, then }, place) => option(keyOf(place), label, then)),
        gate.several ? option('0', t('question.none-of-these'), '') : null),
      h('p', { class: 'quiet legend-keys' }, KEYS.map(([key, does]) => h('span', { class: does === 'key-edit' ? 'legend-edit' : null }, h('kbd', {}, key === ' ' ? t('triage.space') : key), ` ${t(`triage.${does}`)}`))));
  }

  const placeOf = (/** @type {EventTarget | null} */ target) => {
    const cell = target instanceof Element ? target.closest('[data-cell]') : null;
    const row = cell?.closest('tr');
    return cell && row instanceof HTMLElement && row.dataset.index ? { index: Number(row.dataset.index), at: Number(cell.getAttribute('data-cell')) } : null;
  };

  body.addEventListener('focusin', (event) => {
    const place = placeOf(event.target);
    if (!place) return;
    column = place.at;
    drawLegend(place.index);
    keepInSight();
  });
  body.addEventListener('keydown', (event) => {
    const place = placeOf(event.target);
    if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = inHand.get(place.index);
    if (!row) return;
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      return goTo(place.index, Math.min(Math.max(place.at + (event.key === 'ArrowRight' ? 1 : -1), 0), columns.length - 1));
    }
    if (event.key === ' ') {
      event.preventDefault();
      return choose(row.record.id);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      return void edit(place.index, place.at);
    }
    const answer = pressed(event.key, columns[place.at], row.cells[place.at]);
    if (answer === undefined) return;
    event.preventDefault();
    void give(row, place.at, answer);
  });

  /** One act: the row one is in, or every row chosen when it is among them. @param {TriageRow} row @param {number} at @param {NewAnswer | null} answer */
  async function give(row, at, answer) {
    const records = chosen.has(row.record.id) ? [...chosen] : [row.record.id];
    try {
      await triageAnswers({ answers: records.map((record) => ({ record, question: columns[at].question, answer })) });
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { failed: true });
    }
  }

  /** @param {number} index @param {number} at */
  async function edit(index, at) {
    const row = inHand.get(index);
    if (!row) return;
    const gate = columns[at];
    const cell = row.cells[at];
    const now = cell.standing === 'answered' ? cell.chosen : cell.known?.options ?? [];
    const said = cell.standing === 'answered' || cell.known !== null;
    const name = freshId('gate');
    const outcome = await openDialog(`${row.record.reference} ${row.record.name}`, (close) => {
      const none = { id: ' none', label: t('question.none-of-these'), then: '' };
      const options = gate.several ? [...gate.options, none] : gate.options;
      const inputs = options.map((option) => h('input', { type: gate.several ? 'checkbox' : 'radio', name, value: option.id, checked: option.id === ' none' ? said && now.length === 0 : now.includes(option.id) }));
      for (const input of inputs) {
        input.addEventListener('change', () => {
          if (!gate.several || !input.checked) return;
          for (const other of inputs) if (other !== input && (input.value === ' none' || other.value === ' none')) other.checked = false;
        });
      }
      const submit = (/** @type {Event} */ event) => {
        event.preventDefault();
        const ids = inputs.filter((input) => input.checked).map((input) => input.value);
        if (ids.length === 0) return close({ answer: null });
        close({ answer: answerFor(gate, ids.filter((id) => id !== ' none')) });
      };
      return [h('form', { class: 'stack', onsubmit: submit },
        h('p', { class: 'strong' }, gate.prompt), gate.hint ? h('p', { class: 'quiet' }, gate.hint) : null,
        row.purpose ? h('p', { class: 'said' }, row.purpose) : null,
        h('div', { class: 'options' }, options.map((option, place) => h('label', { class: 'option' }, inputs[place], h('span', { class: 'option-words' }, option.label, option.then ? h('span', { class: 'then' }, option.then) : null)))),
        h('div', { class: 'dialog-foot' }, button(t('dialog.cancel'), () => close(null)), h('button', { type: 'submit', class: 'button primary' }, t('triage.save'))))];
    }, { wide: true });
    if (outcome) await give(row, at, outcome.answer);
  }

  const search = searchField({ id: 'triage-search', label: t('inventory.search'), value: '', change: (words) => apply({ search: words }), down: rows.enter });
  if (total > 0) {
    await rows.load();
    drawLegend(null);
  }
  return {
    rail: '#/classification',
    topics: ['inventory', 'organisation'],
    refresh: () => rows.load({ stay: true }),
    dispose: () => rows.dispose(),
    element: h('div', { class: total === 0 ? 'view' : 'view list low' },
      h('p', { class: 'trail' }, h('a', { href: '#/classification' }, t('triage.back'))),
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('triage.title')), h('p', { class: 'quiet' }, t('triage.lead'))), total > 0 ? progress : null),
      total === 0 ? h('div', { class: 'empty' }, h('h2', {}, t('inventory.none')), h('p', { class: 'prose' }, t('inventory.none-line')), h('a', { class: 'button primary', href: '#/import' }, t('inventory.import')))
        : [h('div', { class: 'tools' }, h('div', { class: 'search-row' }, search.element, tools)), caption, frame, nothing, legend]),
  };
}

/** What a cell says, in words; nothing while it is open. @param {TriageColumn} gate @param {TriageCell} cell */
function cellWords(gate, { standing, chosen, known }) {
  const words = (/** @type {string[]} */ ids) => (ids.length === 0 ? t('triage.none-of-these') : ids.map((id) => gate.options.find((option) => option.id === id)?.label ?? id).join('; '));
  if (standing === 'answered') return words(chosen);
  if (standing === 'not-known') return t('triage.not-known');
  if (standing === 'not-applicable') return t('question.not-applicable');
  return known ? words(known.options) : '';
}
