// @ts-check
/**
 * Rows of a long table: only those in sight stand in the page, the rest is fetched when one scrolls there.
 * The focus moves from row to row with the arrow keys, over the edge of what is in sight too. A row's stop for the
 * focus is what carries `data-stop`, or else its first link; its fields and other links follow with Tab.
 */
import { h } from '../lib/dom.js';

/** Rows of one page: enough for a window and what is drawn beyond its edge. */
export const PAGE = 40;
/** Rows drawn beyond each edge of what is in sight. */
const MARGIN = 6;
/** Rows drawn where nothing was ever measured. */
const FIRST = 12;

/**
 * What was measured last, in a window of this size. The next list begins with it: the browser need not lay
 * out a page only to be asked how high it is.
 */
let known = { of: '', high: 0, row: 0 };
const sizeOfWindow = () => `${window.innerWidth} ${window.innerHeight}`;

/**
 * @template R
 * @param {object} options
 * @param {HTMLElement} options.frame scrolls
 * @param {HTMLTableSectionElement} options.body
 * @param {() => number} options.columns for the rows that stand for what is out of sight
 * @param {(offset: number, limit: number) => Promise<{ rows: R[], matching: number }>} options.fetch
 * @param {(row: R, index: number) => HTMLTableRowElement} options.draw holds one stop for the focus at least
 * @param {(matching: number) => void} options.counted
 */
export function virtualRows({ frame, body, columns, fetch, draw, counted }) {
  /** @type {Map<number, R[]>} */
  let pages = new Map();
  /** @type {Set<number>} */
  let asked = new Set();
  /** Rows that stand in the page, by their index. @type {Map<number, HTMLTableRowElement>} */
  const drawn = new Map();
  let matching = 0;
  let turn = 0;
  /** The newest reading, until it ends either way. @type {Promise<unknown>} */
  let underWay = Promise.resolve();
  let { high, row } = known.of === sizeOfWindow() ? known : { high: 0, row: 0 };
  let top = 0;
  let from = -1;
  let until = -1;
  let active = 0;
  /** The focus is on its way to a row that is still being fetched. */
  let coming = false;

  const above = spacer();
  const below = spacer();
  body.replaceChildren(above.element, below.element);

  /** A row that stands for those out of sight. */
  function spacer() {
    const cell = h('td', { class: 'spacer' });
    const element = h('tr', { 'aria-hidden': 'true', hidden: true }, cell);
    return { element, hold(/** @type {number} */ rows) {
      element.hidden = rows <= 0;
      cell.colSpan = columns();
      cell.style.blockSize = `${rows * row}px`;
    } };
  }

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
    render((index) => Math.floor(index / PAGE) === page);
  }

  /** @param {number} index */
  function made(index) {
    const found = rowAt(index);
    if (found === undefined) {
      void need(Math.floor(index / PAGE));
      return h('tr', { class: 'coming' }, h('td', { colspan: columns() }, '…'));
    }
    const element = draw(found, index);
    element.setAttribute('aria-rowindex', String(index + 2));
    element.dataset.index = String(index);
    return element;
  }

  /** Draws the rows in sight and some around them. @param {(index: number) => boolean} [stale] which of those that stand are drawn again */
  function render(stale) {
    const end = row > 0 ? Math.ceil((top + high) / row) + MARGIN : FIRST;
    const last = Math.min(matching, Math.max(end, 0));
    const first = row > 0 ? Math.min(Math.max(Math.floor(top / row) - MARGIN, 0), last) : 0;
    if (!stale && first === from && last === until) return;
    from = first;
    until = last;
    const within = body.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
    const focused = coming || within !== null;
    // Drawn anew, the focus stays on the same field of its row.
    const key = coming ? undefined : within?.dataset.key;
    for (const [index, element] of drawn) {
      if (index >= first && index < last && !stale?.(index)) continue;
      element.remove();
      drawn.delete(index);
    }
    let before = above.element;
    for (let index = first; index < last; index += 1) {
      const element = drawn.get(index) ?? made(index);
      drawn.set(index, element);
      if (before.nextSibling !== element) before.after(element);
      before = element;
    }
    above.hold(first);
    below.hold(matching - last);
    placeStop();
    if (!focused) return;
    const field = key === undefined ? null : /** @type {HTMLElement | null | undefined} */ (drawn.get(active)?.querySelector(`[data-key="${key}"]`));
    const stop = field ?? stopIn(drawn.get(active));
    coming = stop === null;
    if (stop !== document.activeElement) stop?.focus({ preventScroll: true });
  }

  /** One row is a stop of the Tab key: the one last used, or the first in sight. */
  function placeStop() {
    const stop = drawn.has(active) ? active : row > 0 ? Math.ceil(top / row) : from;
    for (const [index, element] of drawn) {
      for (const one of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll('a, select, input, button, [data-stop]'))) one.tabIndex = index === stop ? 0 : -1;
    }
  }

  const stopIn = (/** @type {HTMLElement | undefined} */ element) => /** @type {HTMLElement | null} */ (element?.querySelector('[data-stop]') ?? element?.querySelector('a') ?? null);

  /** Takes the sizes as they are. Right after the page was laid out that costs nothing. */
  function measure() {
    const seen = Math.min(frame.clientHeight, window.innerHeight);
    const one = [...drawn.values()].find((element) => !element.classList.contains('coming'))?.getBoundingClientRect().height ?? 0;
    // Hidden, it has no size, and an empty list has no row to measure.
    if (seen === 0 || one === 0) return;
    const changed = row !== one;
    // What takes room from the list must not cover the row one is in.
    if (seen < high && body.contains(document.activeElement)) bring(active);
    [high, row, top] = [seen, one, frame.scrollTop];
    known = { of: sizeOfWindow(), high, row };
    frame.classList.toggle('sideways', frame.scrollWidth > frame.clientWidth);
    render(changed ? () => false : undefined);
  }

  /** Scrolls as little as brings a row into sight. @param {number} index */
  function bring(index) {
    const head = frame.querySelector('thead')?.getBoundingClientRect().height ?? 0;
    const at = index * row;
    if (at < frame.scrollTop) frame.scrollTop = at;
    else if (at + row > frame.scrollTop + frame.clientHeight - head) frame.scrollTop = at + row - frame.clientHeight + head;
  }

  /** @param {number} index */
  function goTo(index) {
    if (matching === 0) return;
    active = Math.min(Math.max(index, 0), matching - 1);
    bring(active);
    top = frame.scrollTop;
    coming = true;
    render(() => false);
  }

  frame.addEventListener('scroll', () => {
    top = frame.scrollTop;
    render();
  }, { passive: true });
  // It hears of the first layout too, before that is painted.
  const resized = new ResizeObserver(measure);
  resized.observe(frame);
  resized.observe(body);
  // Whoever goes elsewhere meanwhile stays there.
  document.addEventListener('pointerdown', elsewhere, true);
  body.addEventListener('focusin', (event) => {
    const element = event.target instanceof Element ? event.target.closest('tr') : null;
    if (!element?.dataset.index) return;
    active = Number(element.dataset.index);
    placeStop();
  });
  body.addEventListener('keydown', (event) => {
    // In a field these keys mean the field.
    if (event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement) return;
    const page = Math.max(1, Math.floor(frame.clientHeight / (row || 1)) - 2);
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
      const page = stay ? Math.floor(top / (row || 1) / PAGE) : 0;
      const reading = fetch(page * PAGE, PAGE);
      underWay = reading.then(() => {}, () => {});
      const found = await reading;
      if (mine !== turn) return false;
      pages = new Map([[page, found.rows]]);
      asked = new Set([page]);
      matching = found.matching;
      if (!stay) {
        active = 0;
        if (top > 0) frame.scrollTop = 0;
        top = 0;
      }
      top = Math.max(0, Math.min(top, matching * row - high));
      counted(matching);
      render(() => true);
      return true;
    },
    /** Draws what is in sight anew. */
    redraw: () => render(() => true),
    /** Moves the focus to a row, which comes into sight. */
    goTo,
    /** Into the list, from the search field. */
    enter: () => goTo(active),
    dispose() {
      resized.disconnect();
      document.removeEventListener('pointerdown', elsewhere, true);
    },
  };
}
