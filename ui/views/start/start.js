// @ts-check
/** The first screen: five doors, and where the data stays in plain words. */
import { button, iconButton } from '../../components/button.js';
import { icon } from '../../components/icon.js';
import { chooseFile, createSample, forgetRecent, startScreen } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { day } from '../../lib/format.js';
import { t } from '../../lib/texts.js';
import { showBackups } from './backups.js';
import { openHandle } from './open.js';
import { askNewPassphrase } from './passphrase.js';

/** @typedef {import('../../ipc/types.js').FileHandle} FileHandle */

/** @param {import('../../lib/router.js').Place} _place @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function startView(_place, desk) {
  const screen = await startScreen();

  const open = (/** @type {FileHandle | null} */ file) => openHandle(file, desk);
  async function sample() {
    const choice = await askNewPassphrase({ title: t('start.sample-title'), body: t('start.sample-body'), act: t('start.sample-act'), plainFirst: true });
    if (!choice) return;
    const opened = await createSample({ passphrase: choice.passphrase });
    if (opened) await desk.sessionChanged(opened);
  }
  if (screen.waiting) queueMicrotask(() => void open(screen.waiting));

  const recent = screen.recent.filter((file) => file.found);
  return {
    element: h('div', { class: 'start' },
      h('header', { class: 'start-head' }, icon('plumb', 'bob'), h('div', {}, h('h1', {}, t('start.title')), h('p', { class: 'lead' }, t('start.lead')))),
      h('div', { class: 'start-columns' },
        h('ul', { class: 'doors' },
          door('sheet', t('start.guided'), t('start.guided-line'), () => desk.go('#/guided'), t('start.recommended')),
          door('folder', t('start.open'), t('start.open-line'), async () => open(await chooseFile())),
          door('table', t('start.import'), t('start.import-line'), () => desk.go('#/guided?then=import')),
          door('sample', t('start.sample'), t('start.sample-line'), sample)),
        h('div', { class: 'stack start-side' },
          h('section', { class: 'stack', 'aria-labelledby': 'recent-title' }, h('h2', { id: 'recent-title' }, t('start.recent')),
            recent.length === 0 ? h('p', { class: 'quiet' }, t('start.recent-none')) : h('ul', { class: 'recent' }, recent.map((file) => recentRow(file, () => open(file), desk))),
            h('div', { class: 'actions' }, button(t('start.backups'), () => showBackups(desk), { look: 'quiet' }))),
          h('section', { class: 'stack', 'aria-labelledby': 'stay-title' }, h('h2', { id: 'stay-title' }, t('start.stays')),
            h('ul', { class: 'stays' }, ['one-file', 'no-network', 'passphrase', 'history'].map((line) => h('li', {}, icon('check', 'small'), h('span', {}, t(`start.stays-${line}`)))))))),
      h('p', { class: 'quiet start-version' }, t('start.version', { version: screen.version }))),
  };
}

/** @param {string} sign @param {string} title @param {string} line @param {() => unknown} run @param {string} [flag] */
function door(sign, title, line, run, flag) {
  return h('li', {}, h('button', { type: 'button', class: `door ${flag ? 'first' : ''}`.trim(), onclick: run },
    icon(sign), h('span', { class: 'door-words' }, h('span', { class: 'door-title' }, title, flag ? h('span', { class: 'door-flag' }, flag) : null), h('span', { class: 'quiet' }, line)), icon('next')));
}

/** @param {FileHandle} file @param {() => unknown} open @param {import('../../desk.js').Desk} desk */
function recentRow(file, open, desk) {
  return h('li', {},
    h('button', { type: 'button', class: 'recent-open', onclick: open }, icon(file.encrypted ? 'lock' : 'folder'),
      h('span', { class: 'door-words' }, h('span', { class: 'door-title' }, file.organisation ?? file.name),
        h('span', { class: 'quiet' }, [file.name, file.folder, file.opened ? day(file.opened) : null].filter(Boolean).join(' · ')))),
    iconButton('close', t('start.forget', { name: file.organisation ?? file.name }), async () => { await forgetRecent(file.token); await desk.go('#/start'); }));
}
