// @ts-check
/** The app's own backups on this machine, and taking one out to a place of its own. */
import { notify } from '../../components/announce.js';
import { button } from '../../components/button.js';
import { openDialog } from '../../components/dialog.js';
import { listBackups, takeOutBackup } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { moment, number, size } from '../../lib/format.js';
import { t } from '../../lib/texts.js';
import { openHandle } from './open.js';

/** @typedef {import('../../ipc/types.js').BackupSet} BackupSet */
/** @typedef {import('../../desk.js').Desk} Desk */

/** Shows every backup there is, of whichever file. @param {Desk} desk */
export async function showBackups(desk) {
  await choose(await listBackups(), desk);
}

/** Shows the backups of the open file. @param {Desk} desk */
export async function showOwnBackups(desk) {
  await choose((await listBackups()).filter((set) => set.ofOpenFile), desk);
}

/** @param {BackupSet[]} sets @param {Desk} desk */
async function choose(sets, desk) {
  const token = await openDialog(t('backups.title'), (/** @type {(token: string | null) => void} */ close) => [
    h('p', { class: 'prose' }, t('backups.line')),
    sets.length === 0 ? h('p', { class: 'quiet' }, t('backups.none')) : sets.map((set) => part(set, close))], { wide: true });
  if (token === null) return;
  try {
    const file = await takeOutBackup(token);
    if (file) notify(t('backups.taken-out', { name: file.name }), { action: { words: t('backups.open'), run: () => openHandle(file, desk) } });
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error), { failed: true });
  }
}

/** @param {BackupSet} set @param {(token: string) => void} take */
function part(set, take) {
  const name = set.organisation ?? t('backups.unknown', { id: set.fileId });
  return h('section', { class: 'stack', 'aria-label': name },
    h('h3', {}, name, set.file ? h('span', { class: 'quiet' }, ` · ${set.file}`) : null),
    h('ul', { class: 'backups' }, set.backups.map((one) => h('li', {},
      h('span', {}, moment(one.made)),
      h('span', { class: 'quiet' }, t('backups.holds', { event: number(one.event), size: size(one.bytes) })),
      button(t('backups.take-out'), () => take(one.token), { look: 'quiet', label: t('backups.take-out-of', { name, when: moment(one.made) }) })))));
}
