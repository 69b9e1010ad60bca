// @ts-check
/** What an import would do, is doing, and did. */
import { button, linkButton } from '../../components/button.js';
import { pill } from '../../components/marks.js';
import { cancelTask, listen } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { number } from '../../lib/format.js';
import { t, tn } from '../../lib/texts.js';

/**
 * Runs a long task with its progress in place of the content, and a way to stop it.
 * @template T
 * @param {HTMLElement} body @param {string} words @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function withProgress(body, words, task) {
  const bar = h('progress', { class: 'meter', 'aria-label': words });
  const count = h('p', { class: 'quiet' });
  fill(body, h('div', { class: 'card stack', role: 'status' }, h('p', {}, words), bar, count, h('div', {}, button(t('import.cancel'), () => cancelTask('import')))));
  const end = listen('progress', ({ task: name, done, total }) => {
    if (name !== 'import' || total === 0) return;
    bar.max = total;
    bar.value = done;
    count.textContent = t('import.progress', { percent: number(Math.floor((100 * done) / total)) });
  });
  try {
    return await task();
  } finally {
    end();
  }
}

/** @param {import('../../ipc/types.js').DryRun} outcome */
export function dryRunWords({ new: fresh, updated, unchanged, linked, refused, problems, problemTotal }) {
  return h('div', { class: 'stack' },
    h('h2', {}, t('import.check-title')),
    h('dl', { class: 'tallies' }, tally('new', fresh), tally('updated', updated), tally('unchanged', unchanged), linked.map(({ kind, count }) => tally(`named-${kind}`, count)), tally('refused', refused)),
    h('p', { class: 'quiet' }, t(fresh + updated === 0 ? 'import.nothing-comes' : 'import.undoable')),
    problemTable(problems, problemTotal));
}

/** @param {import('../../ipc/types.js').Imported} outcome */
export function doneWords({ added, updated, unchanged, linked, refused, refusedTotal }) {
  return h('div', { class: 'stack' },
    h('h2', {}, t('import.done-title')),
    h('dl', { class: 'tallies' }, tally('added', added), tally('updated', updated), tally('unchanged', unchanged), tally('linked', linked), tally('refused', refusedTotal)),
    h('p', {}, t('import.done-line')),
    h('div', { class: 'actions' }, linkButton(t('import.see'), '#/inventory', { look: 'primary' }), linkButton(t('import.print'), '#/reports/inventory')),
    problemTable(refused, refusedTotal, t('import.none-left-out')));
}

/** @param {string} what @param {number} count */
function tally(what, count) {
  return count === 0 && what !== 'new' && what !== 'added' ? null : h('div', { class: 'tally' }, h('dt', {}, t(`import.tally-${what}`)), h('dd', {}, number(count)));
}

/** @param {import('../../ipc/types.js').RowProblem[]} problems @param {number} total @param {string} [none] */
function problemTable(problems, total, none = t('import.no-problems')) {
  if (total === 0) return h('p', {}, pill('check', none, 'good'));
  return h('div', { class: 'table-frame plain', tabindex: '0', role: 'region', 'aria-label': t('import.problems') }, h('table', { class: 'table' },
    h('caption', {}, total > problems.length ? t('import.problems-some', { shown: number(problems.length), total: number(total) }) : tn('import.problems-all', total)),
    h('thead', {}, h('tr', {}, ['row', 'column', 'what', 'effect'].map((column) => h('th', { scope: 'col' }, t(`import.problem-${column}`))))),
    h('tbody', {}, problems.map((problem) => h('tr', {},
      h('td', { class: 'ref' }, problem.row === 0 ? t('import.whole-list') : problem.row), h('td', {}, problem.column), h('td', {}, problem.text),
      h('td', {}, problem.refuses ? pill('octagon', t('import.stays-out'), 'bad') : pill('triangle', t('import.comes-anyway'), 'warn')))))));
}
