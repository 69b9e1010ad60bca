// @ts-check
/** Beginning a version of the method. */
import { notify } from '../../components/announce.js';
import { beginMethod } from '../../ipc/commands.js';
import { to } from '../../lib/router.js';

/** Begins a version and goes there: a copy of another, or of the one that ships. @param {string | null} from @param {string} [edition] */
export async function beginMethodWith(from, edition = '') {
  try {
    const made = await beginMethod({ from, edition });
    location.hash = to('method', made.id);
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error), { failed: true });
  }
}
