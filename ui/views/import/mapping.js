// @ts-check
/** What each column of a list becomes, with the reason for the suggestion; every line can be changed. */
import { notify } from '../../components/announce.js';
import { button } from '../../components/button.js';
import { askLine } from '../../components/dialog.js';
import { icon } from '../../components/icon.js';
import { saveMapping } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').ImportScreen} ImportScreen */
/** @typedef {import('../../ipc/types.js').ReadOptions} ReadOptions */

/**
 * @param {ImportScreen} list
 * @param {{ read: (options: ReadOptions) => unknown, follow: (mapping: string | null) => unknown }} acts
 */
export function mappingTable(list, acts) {
  const targets = list.columns.map((column) => column.target);
  const error = h('p', { class: 'field-error', role: 'alert', hidden: true });
  /** @type {import('../../ipc/types.js').DuplicateRule} */
  let duplicates = 'update';
  const columns = () => list.columns.flatMap((column, at) => (targets[at] ? [{ index: column.index, target: targets[at] }] : []));
  const keep = async () => {
    const name = await askLine({ title: t('import.save-mapping'), label: t('import.mapping-name'), hint: t('import.mapping-hint'), act: t('import.save-mapping') });
    if (name === null) return;
    await saveMapping({ token: list.token, name, columns: columns() });
    notify(t('import.mapping-saved', { name }));
  };

  const element = h('div', { class: 'stack' },
    readTools(list, acts),
    h('div', { class: 'table-frame plain', tabindex: '0', role: 'region', 'aria-label': t('import.mapping') }, h('table', { class: 'table mapping' },
      h('caption', {}, t('import.mapping-caption')),
      h('thead', {}, h('tr', {}, ['heading', 'samples', 'target', 'reason'].map((column) => h('th', { scope: 'col' }, t(`import.column-${column}`))))),
      h('tbody', {}, list.columns.map((column, at) => mappingRow(list, column, (target) => { targets[at] = target; error.hidden = true; }))))),
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

/** @param {ImportScreen} list @param {import('../../ipc/types.js').ImportColumn} column @param {(target: string | null) => void} take */
function mappingRow(list, column, take) {
  /** @type {Map<string, import('../../ipc/types.js').ImportTarget[]>} */
  const groups = new Map();
  for (const target of list.targets) groups.set(target.section, [...(groups.get(target.section) ?? []), target]);
  const reason = h('span', {}, column.reason);
  const select = h('select', { class: 'select', 'aria-label': t('import.becomes', { heading: column.heading }), onchange: () => {
    take(select.value || null);
    reason.textContent = t('import.chosen');
    row.classList.toggle('left-out', select.value === '');
  } },
    h('option', { value: '', selected: column.target === null }, t('import.leave-out')),
    [...groups].map(([section, targets]) => {
      const options = targets.map((target) => h('option', { value: target.id, selected: target.id === column.target }, target.label));
      return section === '' ? options : h('optgroup', { label: section }, options);
    }));
  const unknown = column.values.filter((value) => value.option === null);
  const row = h('tr', { class: column.target === null ? 'left-out' : null },
    h('th', { scope: 'row' }, column.heading || t('import.no-heading', { n: column.index + 1 })),
    h('td', { class: 'quiet samples' }, column.samples.slice(0, 3).map(short).join(' · ')),
    h('td', {}, select),
    h('td', { class: 'quiet' }, reason, unknown.length > 0 ? h('span', { class: 'late' }, icon('triangle', 'inline'), t('import.unknown-words', { words: unknown.slice(0, 5).map((value) => value.word).join(', ') })) : null));
  return row;
}

/** @param {ImportScreen} list @param {{ read: (options: ReadOptions) => unknown, follow: (mapping: string | null) => unknown }} acts */
function readTools(list, { read, follow }) {
  const { options } = list;
  return h('div', { class: 'tools' },
    list.mappings.length > 0 ? choice('import-mapping', t('import.follow'), [['', t('import.suggestion')], ...list.mappings.map(same)], list.mapping ?? '', (value) => follow(value || null)) : null,
    list.sheets.length > 1 ? choice('import-sheet', t('import.sheet'), list.sheets.map(same), options.sheet ?? '', (sheet) => read({ ...options, sheet })) : null,
    options.encoding !== null ? choice('import-encoding', t('import.encoding'), list.encodings.map(same), options.encoding, (encoding) => read({ ...options, encoding })) : null,
    options.delimiter !== null ? choice('import-delimiter', t('import.delimiter'), list.delimiters.map((one) => /** @type {[string, string]} */ ([one, delimiterName(one)])), options.delimiter, (delimiter) => read({ ...options, delimiter })) : null,
    headerRow(options, read));
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
