// A document for tests of code that builds elements.
import { parseHTML } from 'linkedom';

const { window, document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
Object.assign(globalThis, {
  window, document, Node: window.Node, Element: window.Element, HTMLElement: window.HTMLElement, Event: window.Event,
  HTMLInputElement: window.HTMLInputElement, HTMLTextAreaElement: window.HTMLTextAreaElement, HTMLSelectElement: window.HTMLSelectElement,
});
export { document, window };

// A select's value is that of the option chosen last, as in a browser; linkedom only reads it.
const chosen = new WeakMap();
Object.defineProperty(window.HTMLSelectElement.prototype, 'value', {
  get() {
    const options = [...this.querySelectorAll('option')];
    return (chosen.get(this) ?? options.find((one) => one.hasAttribute('selected')) ?? options[0])?.getAttribute('value') ?? '';
  },
  set(value) {
    chosen.set(this, [...this.querySelectorAll('option')].find((one) => one.getAttribute('value') === value));
  },
});
Object.defineProperty(window.HTMLSelectElement.prototype, 'options', { get() { return this.querySelectorAll('option'); } });

// Nothing is pointed at here.
const { matches } = window.Element.prototype;
window.Element.prototype.matches = function matchesHere(selector) { return selector === ':hover, :focus-within' ? false : matches.call(this, selector); };
