// @ts-check
/** Everything known of one record: facts, progress, links, files, what is missing. */
import { notify } from '../../components/announce.js';
import { button, linkButton } from '../../components/button.js';
import { askLine, confirm } from '../../components/dialog.js';
import { icon } from '../../components/icon.js';
import { mark, meter, pill } from '../../components/marks.js';
import { menu } from '../../components/menu.js';
import { attachFile, renameRecord, restoreAttachment, restoreRecord, retireAttachment, retireRecord, saveAttachment, showRecord } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { day, dueText, moment, size } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { homeOf, pageOf } from './kinds.js';
import { sectionState } from './progress.js';

/** @typedef {import('../../ipc/types.js').RecordScreen} RecordScreen */
/** @typedef {import('../../ipc/types.js').Fact} Fact */

/** @param {import('../../lib/router.js').Place} place @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function recordView(place, desk) {
  const id = place.params.id ?? desk.session().organisationId;
  const screen = await showRecord(id);
  const { record } = screen;
  const home = homeOf(record.kind);
  return {
    rail: home.rail,
    list: home.href,
    topics: [`record:${id}`],
    element: h('div', { class: 'view record' },
      record.kind === 'organisation' ? null : h('p', { class: 'trail' }, h('a', { href: home.href }, t(`kinds.${record.kind}`)), h('span', { 'aria-hidden': 'true' }, '/'), h('span', { class: 'ref' }, record.reference)),
      h('div', { class: 'titlebar' },
        h('div', { class: 'titles' }, h('h1', {}, record.name), h('p', { class: 'quiet' }, t('record.dates', { created: day(screen.created), changed: moment(screen.changed) }))),
        actions(screen)),
      screen.retiredAt ? h('p', { class: 'said warn' }, t('record.retired-on', { day: day(screen.retiredAt) })) : null,
      h('div', { class: 'record-columns' }, facts(screen), side(screen))),
  };
}

/** @param {RecordScreen} screen */
function actions({ record, sections, retiredAt }) {
  const first = sections.find((section) => section.progress.settled < section.progress.asked) ?? sections[0];
  const more = [
    { words: t('record.rename'), run: () => rename(record) },
    { words: t('record.history'), run: () => { location.hash = `#/history?record=${record.id}`; } },
    ...(record.kind === 'organisation' ? [] : [retiredAt
      ? { words: t('record.restore'), run: () => restoreRecord(record.id) }
      : { words: t('record.retire'), run: () => retire(record), danger: true }]),
  ];
  return h('div', { class: 'actions' },
    menu(t('record.more'), more, { align: 'end' }),
    record.kind === 'system' && !retiredAt ? linkButton(t('record.classify'), to('classification', record.id)) : null,
    ['risk', 'method'].includes(record.kind) && !retiredAt ? linkButton(t(`record.see-${record.kind}`), pageOf(record)) : null,
    record.kind === 'system' ? linkButton(t('record.print'), `#/reports/system?record=${record.id}`, { icon: 'sheet' }) : null,
    retiredAt || !first ? null : linkButton(t('record.answer'), to('questions', record.id, first.id), { look: 'primary' }));
}

/** @param {import('../../ipc/types.js').RecordLink} record */
async function rename(record) {
  const name = await askLine({ title: t('record.rename'), label: t('record.new-name'), value: record.name, act: t('record.rename-act') });
  if (name !== null && name !== record.name) await renameRecord(record.id, name);
}

/** @param {import('../../ipc/types.js').RecordLink} record */
async function retire(record) {
  if (await confirm({ title: t('record.retire-title', { name: record.name }), body: t('record.retire-body'), act: t('record.retire-act'), danger: true })) await retireRecord(record.id);
}

/** @param {RecordScreen} screen */
function facts({ record, sections, facts: all }) {
  return h('div', { class: 'record-facts' }, sections.filter((section) => section.progress.asked > 0).map((section) => {
    const own = all.filter((fact) => fact.section === section.id && fact.standing !== 'hidden');
    const said = own.filter((fact) => fact.standing !== 'open');
    const open = own.filter((fact) => fact.standing === 'open');
    return h('section', { class: 'record-section', 'aria-labelledby': `section-${section.id}` },
      h('div', { class: 'section-head' }, mark(sectionState(section.progress)), h('h2', { id: `section-${section.id}` }, section.title),
        h('a', { href: to('questions', record.id, section.id), class: 'quiet', 'aria-label': t('record.edit-section', { section: section.title }) }, t('record.edit'))),
      said.length > 0 ? h('dl', { class: 'facts' }, said.map((fact) => [h('dt', {}, fact.label), factText(fact)])) : null,
      open.length > 0 ? h('p', { class: 'quiet open-facts' }, t('record.open'), ' ', open.map((fact, index) => [index > 0 ? ', ' : '', h('a', { href: to('questions', record.id, section.id) + `?at=${fact.question}` }, fact.label)])) : null);
  }));
}

/** @param {Fact} fact */
function factText(fact) {
  const note = fact.note ? h('span', { class: 'quiet fact-note' }, t('record.remark', { note: fact.note })) : null;
  if (fact.standing === 'not-known') return h('dd', {}, pill('question', t('state.not-known'), 'warn'), fact.text ? ` ${fact.text}` : '', note);
  if (fact.standing === 'not-applicable') return h('dd', {}, pill('dash', t('state.not-applicable'), 'open'), ' ', fact.text, note);
  if (fact.standing === 'set-aside') return h('dd', { class: 'quiet' }, pill('dashed', t('state.set-aside'), 'open'), ' ', fact.text, note);
  if (fact.records.length > 0) return h('dd', {}, fact.records.map((record, index) => [index > 0 ? ', ' : '', h('a', { href: to('record', record.id) }, record.name)]), note);
  return h('dd', {}, fact.text, note);
}

/** @param {RecordScreen} screen */
function side(screen) {
  const { record } = screen;
  const settled = sum(screen, 'settled');
  const asked = sum(screen, 'asked');
  return h('div', { class: 'record-side stack' },
    h('section', { class: 'card stack', 'aria-labelledby': 'side-progress' },
      h('h2', { id: 'side-progress' }, t('record.progress')),
      meter(settled, asked, t('record.settled', { settled, asked })),
      h('p', {}, t('record.settled', { settled, asked })),
      screen.reviewDue ? h('p', { class: screen.overdue ? 'late' : '' }, screen.overdue ? icon('triangle', 'inline') : null, t('record.review', { day: day(screen.reviewDue), due: dueText(screen.reviewDue) })) : null,
      screen.missing.length > 0 ? [h('p', {}, tn('record.missing', screen.missing.length)), h('ul', { class: 'plain-list' }, screen.missing.map((one) => h('li', {}, h('a', { href: to('questions', record.id, one.section) + `?at=${one.question}` }, one.label))))] : h('p', { class: 'quiet' }, t('record.nothing-missing'))),
    screen.usedBy.length > 0 ? h('section', { class: 'card stack', 'aria-labelledby': 'side-used' }, h('h2', { id: 'side-used' }, t('record.used-by')),
      h('ul', { class: 'plain-list' }, screen.usedBy.map(({ record: user, label }) => h('li', {}, h('a', { href: to('record', user.id) }, user.name), h('span', { class: 'quiet' }, ` ${label}`))))) : null,
    attachments(screen));
}

/** @param {RecordScreen} screen @param {'settled' | 'asked'} what */
function sum({ sections }, what) {
  return sections.reduce((total, section) => total + section.progress[what], 0);
}

/** @param {string} record @param {RecordScreen['attachments'][number]} file */
async function retireFile(record, { id, name }) {
  if (!(await confirm({ title: t('record.file-retire-title', { name }), body: t('record.file-retire-body'), act: t('record.file-retire'), danger: true }))) return;
  await retireAttachment({ attachment: id, record });
  notify(t('record.file-retired', { name }));
}

/** @param {string} record @param {RecordScreen['attachments'][number]} file */
async function restoreFile(record, { id, name }) {
  await restoreAttachment({ attachment: id, record });
  notify(t('record.file-restored', { name }));
}

/** @param {RecordScreen} screen */
function attachments({ record, attachments: files, retiredAt }) {
  const current = files.filter((file) => !file.retired);
  const gone = files.filter((file) => file.retired);
  const add = async () => {
    const added = await attachFile(record.id);
    if (added) notify(t('record.attached', { name: added.name }));
  };
  /** @param {RecordScreen['attachments']} listed @param {(file: RecordScreen['attachments'][number]) => { words: string, run: () => unknown, danger?: boolean }} act */
  const list = (listed, act) => h('ul', { class: 'plain-list files' }, listed.map((file) => h('li', {},
    icon('clip', 'small'), h('span', { class: 'file-name' }, file.name, h('span', { class: 'quiet' }, ` ${size(file.size)}, ${day(file.added)}`)),
    menu(t('record.file-acts'), [
      { words: t('record.file-save'), run: async () => { const saved = await saveAttachment({ attachment: file.id, record: record.id }); if (saved) notify(t('record.file-saved', { name: saved.file })); } },
      act(file),
    ], { look: 'quiet', align: 'end', label: t('record.file-acts-for', { name: file.name }) }))));
  return h('section', { class: 'card stack', 'aria-labelledby': 'side-files' }, h('h2', { id: 'side-files' }, t('record.files')),
    current.length === 0 ? h('p', { class: 'quiet' }, t('record.no-files')) : list(current, (file) => ({ words: t('record.file-retire'), run: () => retireFile(record.id, file), danger: true })),
    gone.length === 0 ? null : h('details', { class: 'files-retired' }, h('summary', {}, tn('record.files-retired', gone.length)),
      list(gone, (file) => ({ words: t('record.restore'), run: () => restoreFile(record.id, file) }))),
    retiredAt ? null : h('div', {}, button(t('record.attach'), add, { look: 'quiet', icon: 'clip' })));
}
