// @ts-check
/** Elements are built here and nowhere else; what people wrote only ever becomes a text node. */

/** @typedef {Node | string | number | null | undefined | false} Leaf */
/** @typedef {Leaf | readonly unknown[]} Child lists may nest */
/** @typedef {Record<string, unknown>} Attributes */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Builds an element. Attributes: functions under `on<event>` become listeners, `true` an empty attribute,
 * `null`, `undefined` and `false` none; `value`, `checked` and `indeterminate` are set as properties.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Attributes} [attributes] @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  dress(element, attributes);
  add(element, children);
  return element;
}

/**
 * Builds an SVG element.
 * @param {string} tag @param {Attributes} [attributes] @param {...Child} children
 * @returns {SVGElement}
 */
export function s(tag, attributes = {}, ...children) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  dress(element, attributes);
  add(element, children);
  return element;
}

/**
 * Puts these children in place of the present ones.
 * @template {Element} E
 * @param {E} element @param {...Child} children
 * @returns {E}
 */
export function fill(element, ...children) {
  element.replaceChildren();
  add(element, children);
  return element;
}

/**
 * Like `fill`, for parts that are drawn anew while a person is in them: the focus stays on what has the
 * same `data-key`, address or words.
 * @param {Element} element @param {...Child} children
 */
export function refill(element, ...children) {
  const back = focusIn(element);
  fill(element, ...children);
  back();
}

/**
 * Remembers what has the focus inside an element. The function it answers, called once the element is
 * drawn anew, puts the focus on the same thing, and says whether it is there or nothing was to be done.
 * @param {Element} element @returns {() => boolean}
 */
export function focusIn(element) {
  const key = (/** @type {Element} */ one) => one.getAttribute('data-key') ?? one.getAttribute('href') ?? one.getAttribute('aria-label') ?? (one.textContent || one.id);
  const focused = document.activeElement;
  if (!focused || !element.contains(focused)) return () => true;
  const wanted = key(focused);
  return () => {
    const same = [...element.querySelectorAll('a, button, input, select, textarea, h1')].find((one) => key(one) === wanted);
    /** @type {HTMLElement | undefined} */ (same)?.focus({ preventScroll: true });
    return same !== undefined;
  };
}

/** @param {Element} element @param {Attributes} attributes */
function dress(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else if (name === 'value' || name === 'checked' || name === 'indeterminate') {
      Reflect.set(element, name, value);
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
}

/** @param {Element} element @param {readonly unknown[]} children */
function add(element, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) add(element, child);
    else element.append(child instanceof Node ? child : String(child));
  }
}

let counter = 0;
/** An id no other element of this page has. @param {string} stem */
export function freshId(stem) {
  counter += 1;
  return `${stem}-${counter}`;
}
