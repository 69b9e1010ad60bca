// @ts-check
/** What each column of a list becomes, with the reason for the suggestion; every line can be changed. */
import { notify } from '../../components/announce.js';
import { button } from '../../components/button.js';
import { askLine, confirm } from '../../components/dialog.js';
import { icon } from '../../components/icon.js';
import { messageOf } from '../../desk.js';
import { deleteMapping, saveMapping } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';
import { columnWords } from './words.js';

/** @typedef {import('../../ipc/types.js').ImportScreen} ImportScreen */
/** @typedef {import('../../ipc/types.js').ReadOptions} ReadOptions */
/** @typedef {{ read: (options: ReadOptions) => unknown, follow: (mapping: string | null) => unknown }} Acts */

/** @param {ImportScreen} list @param {Acts} acts */
export function mappingTable(list, acts) {
  const failed = (/** @type {unknown} */ error) => notify(messageOf(error), { failed: true });
  const error = h('p', { class: 'field-error', role: 'alert', hidden: true });
  const lines = list.columns.map((column) => mappingLine(list, column, () => { error.hidden = true; compare(); }, failed));
  /** Two columns may become one thing, but not unseen. */
  const compare = () => {
    for (const line of lines) {
      const { target } = line.settled();
      line.warn(target === null ? [] : lines.filter((other) => other !== line && other.settled().target === target).map((other) => other.heading));
    }
  };
  compare();
  const columns = () => lines.map((line) => line.settled()).filter((line) => line.target !== null);
  const tools = h('div', { class: 'tools' });
  const drawTools = () => fill(tools, readTools(list, acts, remove));
  /** @type {import('../../ipc/types.js').DuplicateRule} */
  let duplicates = 'update';

  const keep = async () => {
    const name = await askLine({ title: t('import.save-mapping'), label: t('import.mapping-name'), hint: t('import.mapping-hint'), value: list.saved.includes(list.mapping ?? '') ? list.mapping ?? '' : '', act: t('import.save-mapping-act') });
    if (name === null) return;
    try {
      list.saved = await saveMapping({ token: list.token, name, columns: columns() });
      list.mappings = [...new Set([name, ...list.mappings])];
      list.mapping = name;
      drawTools();
      notify(t('import.mapping-saved', { name }));
    } catch (refused) {
      failed(refused);
    }
  };
  /** @param {string} name */
  const remove = async (name) => {
    if (!await confirm({ title: t('import.delete-mapping-title', { name }), body: t('import.delete-mapping-body'), act: t('import.delete-mapping'), danger: true })) return;
    try {
      await deleteMapping(name);
      await acts.follow(null);
      notify(t('import.mapping-deleted', { name }));
    } catch (refused) {
      failed(refused);
    }
  };

  drawTools();
  const element = h('div', { class: 'stack' },
    tools,
    h('div', { class: 'table-frame plain', tabindex: '0', role: 'region', 'aria-label': t('import.mapping') }, h('table', { class: 'table mapping' },
      h('caption', {}, t('import.mapping-caption')),
      h('thead', {}, h('tr', {}, ['heading', 'samples', 'target', 'reason'].map((column) => h('th', { scope: 'col' }, t(`import.column-${column}`))))),
      lines.map((line) => line.element))),
    error,
    choice('import-duplicates', t('import.duplicates'), (/** @type {const} */ (['update', 'skip', 'add'])).map((rule) => /** @type {[string, string]} */ ([rule, t(`import.duplicates-${rule}`)])), duplicates, (rule) => { duplicates = /** @type {import('../../ipc/types.js').DuplicateRule} */ (rule); }),
    h('div', { class: 'actions' }, button(t('import.save-mapping'), keep, { look: 'quiet' })),
    h('details', { class: 'card' }, h('summary', {}, t('import.preview')),
      h('div', { class: 'table-frame plain', tabindex: '0', role: 'region', 'aria-label': t('import.preview') }, h('table', { class: 'table rows-preview' },
        h('thead', {}, h('tr', {}, list.columns.map((column) => h('th', { scope: 'col' }, column.heading)))),
        h('tbody', {}, list.preview.map((cells) => h('tr', {}, cells.map((cell) => h('td', {}, short(cell))))))))));
  return {
    element, columns,
    onDuplicate: () => duplicates,
    /** @param {string} words */
    refuse(words) {
      fill(error, icon('octagon'), h('span', {}, words));
      error.hidden = false;
      error.scrollIntoView({ block: 'center' });
    },
  };
}

/**
 * One column: what it becomes, why, and how its words are read.
 * @param {ImportScreen} list @param {import('../../ipc/types.js').ImportColumn} column @param {() => void} changed @param {(error: unknown) => void} failed
 */
function mappingLine(list, column, changed, failed) {
  let target = column.target;
  const heading = column.heading || t('import.no-heading', { n: column.index + 1 });
  const words = columnWords(list, column, failed);
  const reason = h('span', {}, column.reason);
  const shared = h('p', { class: 'late', hidden: true });
  const select = h('select', { class: 'select', 'aria-label': t('import.becomes', { heading }), onchange: () => {
    target = select.value || null;
    reason.textContent = t('import.chosen');
    row.classList.toggle('left-out', target === null);
    changed();
    return words.retarget(target);
  } }, targetOptions(list, column.target));
  const row = h('tr', { class: column.target === null ? 'left-out' : null },
    h('th', { scope: 'row' }, heading),
    h('td', { class: 'quiet samples' }, column.samples.slice(0, 3).map(short).join(' · ')),
    h('td', {}, select),
    h('td', { class: 'quiet' }, reason, shared));
  return {
    element: h('tbody', {}, row, words.element),
    heading,
    /** @param {string[]} others headings of the columns that become the same */
    warn(others) {
      shared.hidden = others.length === 0;
      fill(shared, icon('triangle', 'inline'), t('import.same-target', { others: others.map((other) => `“${other}”`).join(', ') }));
    },
    settled: () => ({ index: column.index, target, words: words.said() }),
  };
}

/** @param {ImportScreen} list @param {string | null} chosen */
function targetOptions(list, chosen) {
  /** @type {Map<string, import('../../ipc/types.js').ImportTarget[]>} */
  const groups = new Map();
  for (const target of list.targets) groups.set(target.section, [...(groups.get(target.section) ?? []), target]);
  const option = (/** @type {string} */ id, /** @type {string} */ words) => h('option', { value: id, selected: id === chosen }, words);
  return [
    h('option', { value: '', selected: chosen === null }, t('import.leave-out')),
    chosen && /^[+#]/.test(chosen) ? option(chosen, besides(list, chosen)) : null,
    [...groups].map(([section, targets]) => {
      const options = targets.map((target) => option(target.id, target.label));
      return section === '' ? options : h('optgroup', { label: section }, options);
    }),
  ];
}

/** A column that goes below or beside an answer, as a mapping says. @param {ImportScreen} list @param {string} target */
function besides(list, target) {
  const what = list.targets.find((one) => one.id === target.slice(1))?.label ?? target.slice(1);
  return t(target.startsWith('+') ? 'import.appended' : 'import.beside', { what });
}

/** @param {ImportScreen} list @param {Acts} acts @param {(name: string) => unknown} remove */
function readTools(list, { read, follow }, remove) {
  const { options, mapping } = list;
  return [
    list.mappings.length > 0 ? choice('import-mapping', t('import.follow'), [['', t('import.suggestion')], ...list.mappings.map(same)], mapping ?? '', (value) => follow(value || null)) : null,
    mapping !== null && list.saved.includes(mapping) ? button(t('import.delete-mapping'), () => remove(mapping), { look: 'quiet', label: t('import.delete-mapping-of', { name: mapping }) }) : null,
    list.sheets.length > 1 ? choice('import-sheet', t('import.sheet'), list.sheets.map(same), options.sheet ?? '', (sheet) => read({ ...options, sheet })) : null,
    options.encoding !== null ? choice('import-encoding', t('import.encoding'), list.encodings.map(same), options.encoding, (encoding) => read({ ...options, encoding })) : null,
    options.delimiter !== null ? choice('import-delimiter', t('import.delimiter'), list.delimiters.map((one) => /** @type {[string, string]} */ ([one, delimiterName(one)])), options.delimiter, (delimiter) => read({ ...options, delimiter })) : null,
    headerRow(options, read),
  ];
}

/** @param {ReadOptions} options @param {(options: ReadOptions) => unknown} read */
function headerRow(options, read) {
  const input = h('input', { id: 'import-header', class: 'text-input page-number', inputmode: 'numeric', value: options.headerRow, onchange: () => {
    const row = Number.parseInt(input.value, 10);
    if (row >= 1) return read({ ...options, headerRow: row });
    input.value = String(options.headerRow);
  } });
  return h('div', { class: 'filter' }, h('label', { class: 'quiet', for: 'import-header' }, t('import.header-row')), input);
}

/** @param {string} id @param {string} label @param {[string, string][]} choices @param {string} chosen @param {(value: string) => unknown} take */
function choice(id, label, choices, chosen, take) {
  const input = h('select', { id, class: 'select', onchange: () => take(input.value) }, choices.map(([value, words]) => h('option', { value, selected: value === chosen }, words)));
  return h('div', { class: 'filter' }, h('label', { class: 'quiet', for: id }, label), input);
}

/** @param {string} word @returns {[string, string]} */
const same = (word) => [word, word];

/** @param {string} delimiter */
function delimiterName(delimiter) {
  /** @type {Record<string, string>} */
  const names = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };
  return names[delimiter] ? t(`import.delimiter-${names[delimiter]}`) : delimiter;
}

/** @param {string} text */
function short(text) {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
