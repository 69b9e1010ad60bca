// @ts-check
/**
 * Rows of a long table: only those in sight stand in the page, the rest is fetched when one scrolls there.
 * The focus moves from row to row with the arrow keys, over the edge of what is in sight too.
 */
import { fill, h } from '../lib/dom.js';

/**
 * @template R
 * @param {object} options
 * @param {HTMLElement} options.frame scrolls
 * @param {HTMLTableSectionElement} options.body
 * @param {() => number} options.columns for the rows that stand for what is out of sight
 * @param {(offset: number, limit: number) => Promise<{ rows: R[], matching: number }>} options.fetch
 * @param {(row: R, index: number) => HTMLTableRowElement} options.draw holds one link, the row's stop for the focus
 * @param {(matching: number) => void} options.counted
 */
export function virtualRows({ frame, body, columns, fetch, draw, counted }) {
  // A first page fills a window and what is drawn beyond its edge, and no more.
  const PAGE = 50;
  const MARGIN = 12;
  /** @type {Map<number, R[]>} */
  let pages = new Map();
  /** @type {Set<number>} */
  let asked = new Set();
  let matching = 0;
  let turn = 0;
  /** The newest reading, until it ends either way. @type {Promise<unknown>} */
  let underWay = Promise.resolve();
  let height = 0;
  let from = -1;
  let until = -1;
  let active = 0;
  /** The focus is on its way to a row that is still being fetched. */
  let coming = false;

  function elsewhere() {
    coming = false;
  }

  const rowAt = (/** @type {number} */ index) => pages.get(Math.floor(index / PAGE))?.[index % PAGE];

  /** @param {number} page */
  async function need(page) {
    if (asked.has(page)) return;
    asked.add(page);
    const mine = turn;
    const { rows } = await fetch(page * PAGE, PAGE);
    if (mine !== turn) return;
    pages.set(page, rows);
    render(true);
  }

  const spacer = (/** @type {number} */ rows) => {
    if (rows <= 0) return null;
    const cell = h('td', { colspan: columns(), class: 'spacer' });
    cell.style.blockSize = `${rows * height}px`;
    return h('tr', { 'aria-hidden': 'true' }, cell);
  };

  /** Where the frame stands. Asked before anything is written, else the browser lays the page out for the answer. */
  const measure = () => ({ top: frame.scrollTop, high: frame.clientHeight });

  /** @param {boolean} force @param {{ top: number, high: number }} [at] */
  function render(force, at = measure()) {
    if (height === 0 && rowAt(0)) {
      // One row is drawn to be measured: its height follows the text size and the zoom.
      const probe = draw(/** @type {R} */ (rowAt(0)), 0);
      fill(body, probe);
      height = probe.getBoundingClientRect().height || 1;
    }
    const seen = height > 0 ? Math.ceil(at.high / height) : 0;
    const top = Math.floor(at.top / (height || 1));
    const first = Math.max(0, top - MARGIN);
    const last = Math.min(matching, top + seen + MARGIN);
    if (!force && first === from && last === until) return;
    from = first;
    until = last;
    const focused = coming || body.contains(document.activeElement);
    const rows = [];
    for (let index = first; index < last; index += 1) {
      const row = rowAt(index);
      if (row === undefined) {
        void need(Math.floor(index / PAGE));
        rows.push(h('tr', { class: 'coming' }, h('td', { colspan: columns() }, '…')));
        continue;
      }
      const element = draw(row, index);
      const link = element.querySelector('a');
      if (link) link.tabIndex = index === active ? 0 : -1;
      element.setAttribute('aria-rowindex', String(index + 2));
      element.dataset.index = String(index);
      rows.push(element);
    }
    fill(body, spacer(first), rows, spacer(matching - last));
    if (!focused) return;
    const link = linkAt(active);
    coming = link === null;
    link?.focus({ preventScroll: true });
  }

  const linkAt = (/** @type {number} */ index) => /** @type {HTMLElement | null} */ (body.querySelector(`tr[data-index="${index}"] a`));

  /** @param {number} index */
  function goTo(index) {
    if (matching === 0) return;
    active = Math.min(Math.max(index, 0), matching - 1);
    const head = frame.querySelector('thead')?.getBoundingClientRect().height ?? 0;
    const top = active * height;
    if (top < frame.scrollTop) frame.scrollTop = top;
    else if (top + height > frame.scrollTop + frame.clientHeight - head) frame.scrollTop = top + height - frame.clientHeight + head;
    coming = true;
    render(true);
  }

  frame.addEventListener('scroll', () => render(false), { passive: true });
  const resized = new ResizeObserver(() => render(false));
  resized.observe(frame);
  // Whoever goes elsewhere meanwhile stays there.
  document.addEventListener('pointerdown', elsewhere, true);
  body.addEventListener('focusin', (event) => {
    const row = event.target instanceof Element ? event.target.closest('tr') : null;
    if (row?.dataset.index) active = Number(row.dataset.index);
  });
  body.addEventListener('keydown', (event) => {
    const page = Math.max(1, Math.floor(frame.clientHeight / (height || 1)) - 2);
    /** @type {Record<string, number>} */
    const targets = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: matching - 1 };
    const target = targets[event.key];
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    goTo(target);
  });

  return {
    /**
     * Reads anew. One reading at a time: whoever types on while one is under way is shown the newest only.
     * @param {{ stay?: boolean }} [options] keep the place in the list
     * @returns {Promise<boolean>} whether what was asked for is shown, and nothing newer is on its way
     */
    async load({ stay = false } = {}) {
      turn += 1;
      const mine = turn;
      await underWay;
      if (mine !== turn) return false;
      const page = stay ? Math.floor(frame.scrollTop / (height || 1) / PAGE) : 0;
      const reading = fetch(page * PAGE, PAGE);
      underWay = reading.then(() => {}, () => {});
      const found = await reading;
      if (mine !== turn) return false;
      pages = new Map([[page, found.rows]]);
      asked = new Set([page]);
      matching = found.matching;
      let at = measure();
      if (!stay) {
        active = 0;
        if (at.top > 0) frame.scrollTop = 0;
        at = { ...at, top: 0 };
      }
      counted(matching);
      // A frame that was empty and hidden has its height only now.
      if (frame.isConnected) render(true, at.high > 0 ? at : undefined);
      return true;
    },
    /** Draws what is in sight, once the frame stands in the page. */
    render: () => render(true),
    /** Into the list, from the search field. */
    enter: () => goTo(active),
    dispose() {
      resized.disconnect();
      document.removeEventListener('pointerdown', elsewhere, true);
    },
  };
}
