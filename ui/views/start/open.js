// @ts-check
/** Opening a file that was chosen, with its passphrase if it has one. */
import { notify } from '../../components/announce.js';
import { openFile } from '../../ipc/commands.js';
import { askPassphrase } from './passphrase.js';

/**
 * @param {import('../../ipc/types.js').FileHandle | null} file
 * @param {import('../../desk.js').Desk} desk
 * @param {string} [then] where to go afterwards
 */
export async function openHandle(file, desk, then) {
  if (!file) return;
  try {
    const opened = file.encrypted
      ? await askPassphrase(file.organisation ?? file.name, (passphrase) => openFile({ token: file.token, passphrase }))
      : await openFile({ token: file.token, passphrase: null });
    if (opened) await desk.sessionChanged(opened, then);
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error), { failed: true });
  }
}
