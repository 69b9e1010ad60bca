// @ts-check
/** A combobox over the records of one kind, with "enter as new" as its last row. */
import { addRecord, findRecords } from '../ipc/commands.js';
import { fill, h } from '../lib/dom.js';
import { t } from '../lib/texts.js';
import { notify } from './announce.js';
import { icon } from './icon.js';

/**
 * @param {object} options
 * @param {string} options.id
 * @param {import('../ipc/types.js').Kind} options.kind
 * @param {string} [options.labelledBy] id of the words that name it, where no label does
 * @param {string} [options.describedBy]
 * @param {(link: import('../ipc/types.js').RecordLink) => boolean} options.taken already chosen
 * @param {(link: import('../ipc/types.js').RecordLink) => void} options.choose
 * @param {boolean} [options.mayEnter] whether a name that is not there yet may be entered
 */
export function recordPicker({ id, kind, labelledBy, describedBy, taken, choose, mayEnter = true }) {
  const list = h('ul', { id: `${id}-list`, class: 'picker-list', role: 'listbox', 'aria-label': t(`picker.${kind}`), hidden: true });
  const input = h('input', {
    id, class: 'text-input', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': `${id}-list`, 'aria-autocomplete': 'list',
    'aria-labelledby': labelledBy, 'aria-describedby': describedBy, autocomplete: 'off', placeholder: t(`picker.${kind}`),
  });
  const hint = h('p', { class: 'field-state incomplete', role: 'status', hidden: true }, icon('triangle'), t('question.not-linked'));
  const element = h('div', { class: 'picker' }, icon('search'), input, list, hint);
  /** @type {{ row: HTMLElement, take: () => unknown }[]} */
  let rows = [];
  let active = -1;
  let turn = 0;

  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    active = -1;
  };
  const mark = (/** @type {number} */ index) => {
    active = (index + rows.length) % rows.length;
    rows.forEach(({ row }, at) => row.setAttribute('aria-selected', String(at === active)));
    input.setAttribute('aria-activedescendant', rows[active].row.id);
    rows[active].row.scrollIntoView({ block: 'nearest' });
  };
  const take = (/** @type {import('../ipc/types.js').RecordLink} */ link) => {
    input.value = '';
    close();
    choose(link);
  };
  const enterNew = async (/** @type {string} */ name) => {
    try {
      take(await addRecord(kind, name));
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { failed: true });
    }
  };
  const open = async () => {
    turn += 1;
    const mine = turn;
    const typed = input.value.trim();
    const found = await findRecords(kind, typed).catch(() => []);
    if (mine !== turn || document.activeElement !== input) return;
    const free = found.filter((link) => !taken(link));
    rows = free.map((link, index) => option(index, () => take(link), [h('span', {}, link.name), h('span', { class: 'ref' }, link.reference)]));
    const known = found.some((link) => link.name.toLowerCase() === typed.toLowerCase());
    if (mayEnter && typed !== '' && !known) rows.push(option(rows.length, () => enterNew(typed), [icon('plus'), h('span', {}, t(`picker.new-${kind}`, { name: typed }))]));
    fill(list, rows.length > 0 ? rows.map(({ row }) => row) : h('li', { class: 'picker-none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, t(`picker.none-${kind}`)));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    active = -1;
    if (typed !== '' && rows.length > 0) mark(0);
  };
  /** @param {number} index @param {() => unknown} act @param {import('../lib/dom.js').Child[]} words */
  const option = (index, act, words) => ({
    row: h('li', { id: `${id}-option-${index}`, class: 'picker-row', role: 'option', 'aria-selected': 'false', onpointerdown: (/** @type {Event} */ event) => { event.preventDefault(); act(); } }, words),
    take: act,
  });
  input.addEventListener('focus', () => { hint.hidden = true; void open(); });
  input.addEventListener('click', () => { if (list.hidden) void open(); });
  input.addEventListener('input', () => void open());
  // A name that was typed but not chosen is linked to nothing: that must be seen.
  input.addEventListener('blur', () => { close(); hint.hidden = input.value.trim() === ''; });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) void open();
      else if (rows.length > 0) mark(active + (event.key === 'ArrowDown' ? 1 : active < 0 ? 0 : -1));
    } else if (event.key === 'Enter' && !list.hidden && active >= 0) {
      event.preventDefault();
      event.stopPropagation();
      rows[active].take();
    }
  });
  return { element, focus: () => input.focus() };
}
