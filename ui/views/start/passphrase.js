// @ts-check
/** Passphrases: asking for the one of a file, and choosing a new one. */
import { button } from '../../components/button.js';
import { openDialog } from '../../components/dialog.js';
import { icon } from '../../components/icon.js';
import { CommandError, judgePassphrase, suggestPassphrase } from '../../ipc/commands.js';
import { fill, freshId, h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';

/**
 * Asks until the passphrase opens the file; null when given up.
 * @template T
 * @param {string} name of the file or organisation @param {(passphrase: string) => Promise<T>} attempt
 * @returns {Promise<T | null>}
 */
export function askPassphrase(name, attempt) {
  return openDialog(t('passphrase.title', { name }), (close) => [passphraseForm(attempt, close, () => close(null))]);
}

/**
 * @template T
 * @param {(passphrase: string) => Promise<T>} attempt @param {(value: T) => void} done @param {(() => void) | null} cancel
 */
export function passphraseForm(attempt, done, cancel) {
  const id = freshId('passphrase');
  const error = h('p', { class: 'field-error', role: 'alert', id: `${id}-error`, hidden: true });
  const field = secret(id, 'current-password', `${id}-error`);
  const open = h('button', { type: 'submit', class: 'button primary' }, h('span', {}, t('passphrase.open')));
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (open.getAttribute('aria-busy') === 'true') return;
    open.setAttribute('aria-busy', 'true');
    fill(open, t('passphrase.opening'));
    error.hidden = true;
    field.input.removeAttribute('aria-invalid');
    try {
      done(await attempt(field.input.value));
    } catch (failure) {
      fill(error, icon('octagon'), h('span', {}, failure instanceof Error ? failure.message : String(failure)));
      error.hidden = false;
      if (failure instanceof CommandError && failure.code === 'wrong-passphrase') field.input.setAttribute('aria-invalid', 'true');
      field.input.select();
      field.input.focus();
    } finally {
      open.removeAttribute('aria-busy');
      fill(open, t('passphrase.open'));
    }
  };
  return h('form', { class: 'stack', onsubmit: submit },
    h('div', { class: 'field' }, h('label', { class: 'label', for: id }, t('passphrase.label')), field.element, error),
    h('div', { class: 'dialog-foot' }, cancel ? button(t('dialog.cancel'), cancel) : null, open));
}

/**
 * A field that hides what is typed until one asks to see it.
 * @param {string} id @param {string} autocomplete @param {string} [describedBy]
 */
export function secret(id, autocomplete, describedBy) {
  const input = h('input', { id, type: 'password', class: 'text-input', autocomplete, spellcheck: 'false', 'aria-describedby': describedBy });
  const show = h('button', { type: 'button', class: 'link', 'aria-controls': id, onclick: () => reveal(input.type === 'password') });
  /** @param {boolean} seen */
  function reveal(seen) {
    input.type = seen ? 'text' : 'password';
    show.textContent = t(seen ? 'passphrase.hide' : 'passphrase.show');
  }
  reveal(false);
  return { input, reveal, element: h('div', { class: 'secret' }, input, show) };
}

/** @typedef {{ passphrase: string | null }} Protection null: without encryption, on purpose */

/**
 * Lets a person choose a passphrase, or knowingly none.
 * @param {{ plainFirst?: boolean, onlyPassphrase?: boolean }} [options]
 */
export function protectionFields({ plainFirst = false, onlyPassphrase = false } = {}) {
  const id = freshId('new-passphrase');
  const advice = h('p', { id: `${id}-advice`, class: 'quiet advice', 'aria-live': 'polite' }, t('passphrase.advice'));
  const first = secret(id, 'new-password', `${id}-advice`);
  const again = secret(`${id}-again`, 'new-password');
  const error = h('p', { class: 'field-error', role: 'alert', hidden: true });
  const fields = h('div', { class: 'stack' },
    h('div', { class: 'field' }, h('label', { class: 'label', for: id }, t('passphrase.new')), first.element, advice,
      h('button', { type: 'button', class: 'link', onclick: suggest }, t('passphrase.suggest'))),
    h('div', { class: 'field' }, h('label', { class: 'label', for: `${id}-again` }, t('passphrase.again')), again.element));
  const warning = h('p', { class: 'said warn' }, t('passphrase.plain-warning'));
  const choice = (/** @type {string} */ value, /** @type {string} */ title, /** @type {string} */ line, /** @type {boolean} */ checked) => {
    const input = h('input', { type: 'radio', name: id, value, id: `${id}-${value}`, checked, onchange: draw });
    return { input, row: h('label', { class: 'option', for: input.id }, input, h('span', {}, title, h('span', { class: 'then' }, line))) };
  };
  const locked = choice('locked', t('passphrase.with'), t('passphrase.with-line'), !plainFirst);
  const plain = choice('plain', t('passphrase.without'), t('passphrase.without-line'), plainFirst);
  const element = onlyPassphrase
    ? h('div', { class: 'stack' }, fields, error)
    : h('fieldset', { class: 'stack' }, h('legend', { class: 'label' }, t('passphrase.protect')), h('div', { class: 'options' }, locked.row, plain.row), fields, warning, error);
  function draw() {
    fields.hidden = plain.input.checked;
    warning.hidden = !plain.input.checked;
    error.hidden = true;
  }
  draw();
  /** Six words, shown so that they can be written down; typing them again proves that they were. */
  async function suggest() {
    first.input.value = await suggestPassphrase();
    first.reveal(true);
    again.input.value = '';
    first.input.dispatchEvent(new Event('input'));
    again.input.focus();
  }
  for (const { input } of [first, again]) input.addEventListener('input', () => { error.hidden = true; });
  let turn = 0;
  first.input.addEventListener('input', async () => {
    turn += 1;
    const mine = turn;
    if (first.input.value === '') return fill(advice, t('passphrase.advice'));
    const judged = await judgePassphrase(first.input.value);
    if (mine !== turn) return;
    advice.dataset.strength = judged.strength;
    fill(advice, h('b', {}, t(`passphrase.strength-${judged.strength}`)), ' ', judged.advice);
  });

  const refuse = (/** @type {string} */ words, /** @type {HTMLInputElement} */ at) => {
    fill(error, icon('octagon'), h('span', {}, words));
    error.hidden = false;
    at.focus();
    return null;
  };
  return {
    element,
    refuse: (/** @type {string} */ words) => refuse(words, first.input),
    /** What was chosen; null while it is not complete, with the reason shown. @returns {Protection | null} */
    read() {
      error.hidden = true;
      if (plain.input.checked) return { passphrase: null };
      if (first.input.value === '') return refuse(t('passphrase.missing'), first.input);
      if (first.input.value !== again.input.value) return refuse(t('passphrase.differs'), again.input);
      return { passphrase: first.input.value };
    },
  };
}

/**
 * Asks for the protection of a new file.
 * @param {{ title: string, body: string, act: string, plainFirst?: boolean }} question
 * @returns {Promise<Protection | null>}
 */
export function askNewPassphrase({ title, body, act, plainFirst }) {
  return openDialog(title, (close) => {
    const fields = protectionFields({ plainFirst });
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      const chosen = fields.read();
      if (chosen) close(chosen);
    };
    return [h('form', { class: 'stack', onsubmit: submit }, h('p', { class: 'prose' }, body), fields.element,
      h('div', { class: 'dialog-foot' }, button(t('dialog.cancel'), () => close(null)), h('button', { type: 'submit', class: 'button primary' }, act)))];
  });
}
