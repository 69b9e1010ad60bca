// @ts-check
/** What is to be found out and what is to be looked at again, by the person who might know. */
import { linkButton } from '../../components/button.js';
import { pill } from '../../components/marks.js';
import { journey, toDos } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { day, dueText } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { questionAt } from '../classification/tree.js';

/** @typedef {import('../../ipc/types.js').ToDo} ToDo */

/** @returns {Promise<import('../routes.js').View>} */
export async function toDosView() {
  const [all, { neededOpen }] = await Promise.all([toDos(), journey()]);
  /** @type {Map<string, { title: string, rows: ToDo[] }>} */
  const groups = new Map();
  for (const toDo of all) {
    const id = toDo.kind === 'review-overdue' ? ' review' : toDo.askedOf?.id ?? ' nobody';
    const title = toDo.kind === 'review-overdue' ? t('to-dos.group-review') : toDo.askedOf ? t('to-dos.group-person', { name: toDo.askedOf.name }) : t('to-dos.group-nobody');
    const group = groups.get(id) ?? { title, rows: [] };
    group.rows.push(toDo);
    groups.set(id, group);
  }
  return {
    topics: ['to-dos', 'inventory', 'records', 'journey'],
    element: h('div', { class: 'view' },
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('to-dos.title')), h('p', { class: 'quiet' }, t('to-dos.lead')))),
      neededOpen === 0 ? null : h('p', {}, h('a', { href: '#/inventory' }, tn('to-dos.needed-open', neededOpen))),
      all.length === 0 ? h('div', { class: 'empty' }, h('h2', {}, t('to-dos.none')), h('p', { class: 'prose' }, t('to-dos.none-line')), linkButton(t('to-dos.none-act'), '#/inventory'))
        : h('div', { class: 'table-frame plain', tabindex: '0', role: 'region', 'aria-label': t('to-dos.title') }, h('table', { class: 'table' },
          h('caption', {}, tn('to-dos.caption', all.length)),
          h('thead', {}, h('tr', {}, ['what', 'record', 'when', 'note'].map((column) => h('th', { scope: 'col' }, t(`to-dos.column-${column}`))))),
          [...groups.values()].map((group) => h('tbody', {},
            h('tr', { class: 'group' }, h('th', { colspan: '4', scope: 'rowgroup' }, group.title)),
            group.rows.map(row))))),
    ),
  };
}

/** @param {ToDo} toDo */
function row({ kind, record, assessment, section, question, label, when, note }) {
  const place = assessment === 'eu-ai-act' ? questionAt(record.id, question)
    : `${assessment ? to('assess', assessment, record.id, section) : to('questions', record.id, section)}?at=${encodeURIComponent(question)}`;
  return h('tr', {},
    h('th', { scope: 'row' }, h('a', { class: 'name', href: place }, label)),
    h('td', {}, h('span', { class: 'ref' }, record.reference), ' ', h('a', { href: to('record', record.id) }, record.name)),
    h('td', {}, kind === 'review-overdue' && when ? pill('triangle', dueText(when), 'warn') : when ? t('to-dos.since', { day: day(when) }) : ''),
    h('td', {}, note));
}
