// @ts-check
/** How the words of one column are read as options of a question; each can be read otherwise. */
import { icon } from '../../components/icon.js';
import { readWords } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { number } from '../../lib/format.js';
import { t, tn } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').ImportScreen} ImportScreen */
/** @typedef {import('../../ipc/types.js').ColumnWords} ColumnWords */

/** What a word may become beside an option; the signs are those of a mapping. */
const OTHERS = /** @type {const} */ ([['?', 'not-known'], ['n/a', 'not-applicable'], ['-', 'leave']]);

/**
 * @param {ImportScreen} list @param {import('../../ipc/types.js').ImportColumn} column
 * @param {(error: unknown) => void} failed
 */
export function columnWords(list, column, failed) {
  let target = column.target;
  let shown = column.words;
  let turn = 0;
  /** What the person chose, by word. @type {Map<string, string | null>} */
  let chosen = new Map();
  /** @type {Map<string, HTMLSelectElement>} */
  let selects = new Map();

  const summary = h('summary', {});
  const table = h('div', {});
  const details = h('details', { class: 'words', ontoggle: () => { if (details.open && selects.size === 0) draw(); } }, summary, table);
  const element = h('tr', { class: 'words-row' }, h('td', { colspan: '4' }, details));

  const said = () => [...chosen].map(([word, meaning]) => ({ word, meaning }));
  const options = () => list.targets.find((one) => one.id === target)?.options ?? [];

  /** Asks how the words are read now. A word that begins like one the person chose may follow it. */
  async function ask() {
    turn += 1;
    const mine = turn;
    try {
      const read = await readWords({ token: list.token, column: { index: column.index, target, words: said() } });
      if (mine !== turn) return;
      shown = read;
      tell();
    } catch (error) {
      failed(error);
    }
  }

  function tell() {
    element.hidden = shown.words.length === 0;
    fill(summary, tn('import.words', shown.different, { n: number(shown.different) }),
      shown.unknown > 0 ? h('span', { class: 'late' }, icon('triangle', 'inline'), tn('import.words-unknown', shown.unknown, { n: number(shown.unknown) })) : null);
    for (const { word, meaning } of shown.words) {
      const select = selects.get(word);
      if (select) choose(select, meaning);
    }
  }

  /** @param {string} meaning */
  function wordsFor(meaning) {
    const label = (/** @type {string} */ id) => options().find((one) => one.id === id)?.label ?? id;
    return meaning.split('|').map((id) => label(id.trim())).join(' + ');
  }

  /** @param {HTMLSelectElement} select @param {string | null} meaning */
  function choose(select, meaning) {
    const value = meaning ?? '';
    // Several options at once come from a mapping; a word that fits nothing says so until one is chosen.
    if (![...select.options].some((one) => one.value === value)) {
      select.prepend(h('option', { value }, value === '' ? t('import.word-unknown') : wordsFor(value)));
    }
    select.value = value;
    select.classList.toggle('open', value === '');
  }

  function draw() {
    selects = new Map();
    const lines = shown.words.map(({ word, count, meaning }) => {
      const select = h('select', { class: 'select', 'aria-label': t('import.word-becomes', { word: word.trim() || '…', heading: column.heading }), onchange: () => {
        chosen.set(word, select.value || null);
        return ask();
      } },
        options().map((option) => h('option', { value: option.id }, option.label)),
        h('optgroup', { label: t('import.word-otherwise') }, OTHERS.map(([sign, name]) => h('option', { value: sign }, t(`import.word-${name}`)))));
      choose(select, meaning);
      selects.set(word, select);
      return h('tr', {}, h('th', { scope: 'row' }, h('span', { class: 'clamp', title: word.length > 60 ? word : null }, word)), h('td', { class: 'number' }, number(count)), h('td', {}, select));
    });
    fill(table,
      h('table', { class: 'table' },
        h('caption', {}, t('import.words-caption', { heading: column.heading })),
        h('thead', {}, h('tr', {}, ['word', 'times', 'read-as'].map((one) => h('th', { scope: 'col' }, t(`import.column-${one}`))))),
        h('tbody', {}, lines)),
      shown.different > shown.words.length ? h('p', { class: 'quiet' }, t('import.words-some', { shown: number(shown.words.length), total: number(shown.different) })) : null);
  }

  tell();
  return {
    element,
    /** What the person chose for words of this column. */
    said,
    /** The column goes elsewhere: nothing said about its words holds any more. @param {string | null} next */
    async retarget(next) {
      target = next;
      chosen = new Map();
      selects = new Map();
      fill(table);
      shown = { words: [], different: 0, unknown: 0 };
      tell();
      details.open = false;
      if (options().length > 0) await ask();
    },
  };
}
