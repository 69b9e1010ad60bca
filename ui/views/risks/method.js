// @ts-check
/** One version of the method: its scales, the matrix over them, what is acceptable; copying and approving it. */
import { notify } from '../../components/announce.js';
import { button, iconButton } from '../../components/button.js';
import { askLine, openDialog } from '../../components/dialog.js';
import { icon } from '../../components/icon.js';
import { pill } from '../../components/marks.js';
import { answerTogether, approveMethod, listMethods, showMethod } from '../../ipc/commands.js';
import { freshId, h, refill } from '../../lib/dom.js';
import { day } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { beginMethodWith } from './begin.js';

/** @typedef {import('../../ipc/types.js').MethodScreen} MethodScreen */
/** @typedef {import('../../ipc/types.js').NewAnswer} NewAnswer */

/** The version in force, or the newest; without any, the way to the first. @returns {Promise<import('../routes.js').View>} */
export async function methodsView() {
  const versions = await listMethods();
  const wanted = versions.find((one) => one.inForce) ?? versions[0];
  if (wanted) return methodView({ name: 'method', params: { id: wanted.record.id }, query: new URLSearchParams() });
  return {
    rail: '#/risks', list: '#/risks', topics: ['risks'],
    element: h('div', { class: 'view' }, h('div', { class: 'empty' }, h('h1', {}, t('risks.no-method')), h('p', { class: 'prose' }, t('risks.no-method-line')), button(t('risks.begin-method'), () => beginMethodWith(null), { look: 'primary' }))),
  };
}

/** @param {import('../../lib/router.js').Place} place @returns {Promise<import('../routes.js').View>} */
export async function methodView(place) {
  const id = place.params.id;
  let screen = await showMethod(id);
  const body = h('div', { class: 'stack wide-gaps' });
  const side = h('div', { class: 'panel-body' });
  const fixed = () => screen.approved !== null;

  /** Stores what is said, as one act. @param {[question: string, answer: NewAnswer | null][]} answers */
  async function save(answers) {
    try {
      await answerTogether({ record: id, answers: answers.map(([question, answer]) => ({ question, answer })) });
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { failed: true });
      screen = await showMethod(id);
      draw();
    }
  }

  function draw() {
    refill(body, head(), problems(), screen.scales.slice(0, 4).map(scale), levels(), matrix(), fields());
    refill(side, h('h2', {}, t('method.versions')),
      h('ul', { class: 'plain-list' }, screen.versions.map((version) => h('li', {},
        h('a', { href: to('method', version.record.id), 'aria-current': version.record.id === id ? 'page' : null }, version.record.name, ' ', version.edition || t('method.no-edition')),
        h('span', { class: 'quiet' }, ` ${[version.inForce ? t('method.in-force') : version.approved ? t('method.approved-short') : t('method.draft'), tn('method.risks', version.risks)].join(' · ')}`)))));
  }

  function head() {
    return h('div', { class: 'titlebar' },
      h('div', { class: 'titles' }, h('h1', {}, screen.record.name, ' ', screen.edition),
        h('p', {}, screen.inForce ? pill('check', t('method.in-force'), 'good') : pill('ring', t('method.not-in-force'), 'open'), ' ',
          screen.approved ? t('method.approved', { signer: [screen.approved.signer, screen.approved.signerRole].filter(Boolean).join(', '), day: day(screen.approved.at) }) : t('method.not-approved'), ' ', h('span', { class: 'quiet' }, tn('method.risks', screen.risks)))),
      h('div', { class: 'actions' },
        button(t('method.copy'), copy, { icon: 'plus' }),
        fixed() ? null : button(t('method.approve'), approve, { look: 'primary', attributes: { 'data-key': 'approve' } })));
  }

  async function copy() {
    const edition = await askLine({ title: t('method.copy-title'), label: t('method.copy-label'), hint: t('method.copy-hint'), act: t('method.copy-act') });
    if (edition !== null) await beginMethodWith(id, edition);
  }

  async function approve() {
    if (screen.problems.length > 0) return notify(t('method.approve-problems'), { failed: true });
    const signed = await openDialog(t('method.approve-title', { edition: screen.edition }), (close) => {
      const [name, role] = [freshId('signer'), freshId('role')];
      const signer = h('input', { id: name, class: 'text-input', autocomplete: 'off', autofocus: true });
      const as = h('input', { id: role, class: 'text-input', autocomplete: 'off' });
      const submit = (/** @type {Event} */ event) => {
        event.preventDefault();
        if (signer.value.trim() === '') return signer.focus();
        close({ signer: signer.value.trim(), signerRole: as.value.trim() });
      };
      return [h('form', { class: 'stack', onsubmit: submit }, h('p', { class: 'prose' }, t('method.approve-line')),
        h('label', { for: name, class: 'label' }, t('method.signer')), signer, h('label', { for: role, class: 'label' }, t('method.signer-role')), as,
        h('div', { class: 'dialog-foot' }, button(t('dialog.cancel'), () => close(null)), h('button', { type: 'submit', class: 'button primary' }, t('method.approve'))))];
    });
    if (!signed) return;
    try {
      await approveMethod({ record: id, ...signed });
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { failed: true });
    }
  }

  function problems() {
    return screen.problems.length === 0 ? h('p', {}, icon('check', 'inline'), t('method.sound'))
      : h('section', { class: 'card', 'aria-labelledby': 'method-problems' }, h('h2', { id: 'method-problems' }, icon('triangle', 'inline'), t('method.problems')),
        h('ul', { class: 'plain-list' }, screen.problems.map((one) => h('li', {}, h('b', {}, one.label), ': ', one.words))));
  }

  /** @param {import('../../ipc/types.js').ScaleView} scale */
  function scaleRows(scale) {
    const rows = scale.steps.map((step) => ({ ...step }));
    const store = () => save([[scale.question, rows.length === 0 ? null : written(rows.map(({ label, meaning }) => `${label.trim()}: ${meaning.trim().replace(/\s*\n\s*/g, ' ')}`).join('\n'))]]);
    const field = (/** @type {number} */ at, /** @type {'label' | 'meaning'} */ part) => {
      const name = t(`method.step-${part}`, { n: at + 1, scale: scale.label });
      const input = part === 'label' ? h('input', { class: 'text-input', value: rows[at][part], 'aria-label': name, 'data-key': `${scale.question}-${at}-${part}`, disabled: fixed(), autocomplete: 'off' })
        : h('textarea', { class: 'text-input', rows: 2, value: rows[at][part], 'aria-label': name, 'data-key': `${scale.question}-${at}-${part}`, disabled: fixed() });
      input.addEventListener('change', () => { rows[at][part] = input.value.replace(/:/g, part === 'label' ? '' : ':'); void store(); });
      return input;
    };
    return h('table', { class: 'table scale-table' }, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('method.number')), h('th', { scope: 'col' }, t('method.label')), h('th', { scope: 'col' }, t('method.meaning')), h('td', {}))),
      h('tbody', {}, rows.map((_, at) => h('tr', {}, h('td', { class: 'number' }, at + 1), h('td', {}, field(at, 'label')), h('td', {}, field(at, 'meaning')),
        h('td', {}, fixed() ? null : iconButton('close', t('method.remove-step', { n: at + 1, scale: scale.label }), () => { rows.splice(at, 1); void store(); }))))),
      fixed() ? null : h('tfoot', {}, h('tr', {}, h('td', { colspan: 4 }, button(t('method.add-step'), () => { rows.push({ label: t('method.new-label', { n: rows.length + 1 }), meaning: t('method.new-meaning') }); return store(); }, { icon: 'plus', look: 'quiet', label: t('method.add-step-to', { scale: scale.label }) })))));
  }

  /** @param {import('../../ipc/types.js').ScaleView} scale */
  function scale(scale) {
    return h('section', { class: 'stack', 'aria-label': scale.label }, h('h2', {}, scale.label), h('p', { class: 'quiet' }, t('method.lowest-first')), scaleRows(scale));
  }

  function levels() {
    return scale(screen.scales[4]);
  }

  function matrix() {
    const [likelihood, first, , , levelScale] = screen.scales;
    const cells = likelihood.steps.map((_, row) => first.steps.map((_, column) => screen.matrix[row]?.[column] ?? 0));
    const store = () => save([['method-matrix', written(cells.map((row) => row.join(' ')).join('\n'))]]);
    const cell = (/** @type {number} */ row, /** @type {number} */ column) => {
      const value = cells[row][column];
      const steps = Math.max(levelScale.steps.length - 1, 1);
      const select = h('select', { class: `select ground-${value === 0 ? 'none' : Math.round(((value - 1) * 5) / steps)}`, 'aria-label': t('method.cell', { likelihood: likelihood.steps[row].label, n: column + 1 }), 'data-key': `cell-${row}-${column}`, disabled: fixed() },
        value === 0 || value > levelScale.steps.length ? h('option', { value: String(value), selected: true }, value === 0 ? '–' : value) : null,
        levelScale.steps.map((step, at) => h('option', { value: String(at + 1), ...(at + 1 === value ? { selected: true } : {}) }, `${at + 1} ${step.label}`)));
      select.addEventListener('change', () => { cells[row][column] = Number(select.value); void store(); });
      return h('td', {}, select);
    };
    const shared = screen.scales.slice(1, 4).every((scale) => scale.steps.map((step) => step.label).join() === first.steps.map((step) => step.label).join());
    return h('section', { class: 'stack' }, h('h2', { id: 'method-matrix' }, t('method.matrix')), h('p', { class: 'quiet' }, t('method.matrix-line')),
      h('div', { class: 'table-frame plain', tabindex: '0', role: 'region', 'aria-labelledby': 'method-matrix' }, h('table', { class: 'table matrix' },
        h('thead', {}, h('tr', {}, h('td', {}, t('method.matrix-corner')), first.steps.map((step, at) => h('th', { scope: 'col' }, shared ? step.label : at + 1)))),
        h('tbody', {}, cells.map((row, at) => h('tr', {}, h('th', { scope: 'row' }, likelihood.steps[at].label), row.map((_, column) => cell(at, column)))).reverse()))));
  }

  function fields() {
    return h('section', { class: 'stack', 'aria-labelledby': 'method-frame' }, h('h2', { id: 'method-frame' }, t('method.frame')), screen.fields.map((field) => {
      const at = freshId('field');
      const input = field.kind === 'long-text' ? h('textarea', { id: at, class: 'text-input', rows: 4, value: field.value, disabled: fixed(), 'data-key': field.question })
        : h('input', { id: at, class: `text-input ${field.kind === 'number' ? 'short' : ''}`, value: field.value, inputmode: field.kind === 'number' ? 'numeric' : null, disabled: fixed(), autocomplete: 'off', 'data-key': field.question });
      input.setAttribute('aria-describedby', `${at}-hint`);
      input.addEventListener('change', () => {
        const typed = input.value.trim();
        if (typed !== '' && field.kind === 'number' && !/^\d{1,4}$/.test(typed)) {
          input.setAttribute('aria-invalid', 'true');
          return notify(t('question.number-unread'), { failed: true });
        }
        input.removeAttribute('aria-invalid');
        void save([[field.question, typed === '' ? null : field.kind === 'number' ? { state: 'given', value: { kind: 'number', number: Number(typed) }, note: '' } : written(typed)]]);
      });
      return h('div', { class: 'field' }, h('label', { class: 'label', for: at }, field.prompt), field.hint ? h('p', { class: 'quiet', id: `${at}-hint` }, field.hint) : h('span', { id: `${at}-hint`, hidden: true }), input);
    }));
  }

  draw();
  return {
    rail: '#/risks',
    list: '#/risks',
    panel: side,
    topics: ['risks', `record:${id}`],
    async refresh() { screen = await showMethod(id); draw(); },
    element: h('div', { class: 'view' }, h('p', { class: 'trail' }, h('a', { href: '#/risks' }, t('risks.title')), h('span', { 'aria-hidden': 'true' }, '/'), h('span', { class: 'ref' }, screen.record.reference)), body),
  };
}

/** @param {string} text @returns {NewAnswer} */
const written = (text) => ({ state: 'given', value: { kind: 'text', text }, note: '' });
