// Finds what a person would call by `name`: arguments are [role, name]. Returns the element, or null.
// A small reading of the accessible-name rules, enough for our own screens.
const [role, wanted] = arguments;
const selectors = {
  button: 'button, [role="button"], summary',
  link: 'a[href], [role="link"]',
  tab: '[role="tab"]',
  row: 'tr, [role="row"]',
  option: 'option, [role="option"]',
  radio: 'input[type="radio"], [role="radio"]',
  checkbox: 'input[type="checkbox"], [role="checkbox"], [role="switch"]',
  menuitem: '[role^="menuitem"]',
  combobox: 'select, [role="combobox"]',
  field:
    'textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"], ' +
    'input:not([type="radio"]):not([type="checkbox"]):not([type="hidden"])',
  heading: 'h1, h2, h3, h4, [role="heading"]',
  dialog: 'dialog, [role="dialog"], [role="alertdialog"]',
  any: '*',
};
const tidy = (text) => (text ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
const byIds = (ids) => ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(' ');
const nameOf = (element) => {
  const own =
    element.getAttribute('aria-label') ??
    (element.hasAttribute('aria-labelledby') ? byIds(element.getAttribute('aria-labelledby')) : null) ??
    (element.labels?.length ? [...element.labels].map((label) => label.textContent).join(' ') : null);
  return tidy(own ?? (element.textContent || element.getAttribute('title') || element.getAttribute('placeholder')));
};
const shown = (element) =>
  element.getClientRects().length > 0 &&
  !element.closest('[inert], [aria-hidden="true"]') &&
  getComputedStyle(element).visibility !== 'hidden';

const name = tidy(wanted);
// While a modal dialog is open nothing else can be reached.
const modals = document.querySelectorAll('dialog:modal');
const root = modals.length && role !== 'dialog' ? modals[modals.length - 1] : document;
const all = [...root.querySelectorAll(selectors[role])];
// Radios and checkboxes are often drawn by their label: the label is what is clicked.
const reachable = (element) => shown(element) || [...(element.labels ?? [])].some(shown);
const candidates = all.filter(reachable);
const found =
  candidates.find((element) => nameOf(element) === name) ??
  candidates.find((element) => nameOf(element).startsWith(name)) ??
  candidates.find((element) => nameOf(element).includes(name)) ??
  null;
if (found && !shown(found)) return [...found.labels].find(shown);
return found;
