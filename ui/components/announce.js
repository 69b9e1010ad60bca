// @ts-check
/** What happened, said where it is seen and where it is heard. */
import { fill, h } from '../lib/dom.js';
import { t } from '../lib/texts.js';
import { button, iconButton } from './button.js';
import { icon } from './icon.js';

const region = h('div', { class: 'notices', role: 'status', 'aria-live': 'polite' });
const quiet = h('div', { class: 'spoken', role: 'status', 'aria-live': 'polite', id: 'announcer' });

/** Puts the live regions into the page, once. */
export function placeNotices() {
  document.body.append(region, quiet);
}

/** Says something to a screen reader only: a result count, a moved row. @param {string} words */
export function say(words) {
  quiet.textContent = words;
}

/** How long a failure is left to be read before going elsewhere takes it away, in milliseconds. */
const READ = 3000;

/**
 * Shows a line that goes after a while. A failure stays until it is closed, or until something went well;
 * one that is about the file as a whole, and not about this place, `stays` wherever one goes.
 * @param {string} words @param {{ failed?: boolean, stays?: boolean, action?: { words: string, run: () => unknown } }} [options]
 */
export function notify(words, { failed = false, stays = false, action } = {}) {
  for (const older of [...region.children]) {
    const told = older.querySelector('p')?.textContent === words;
    if (told || (!failed && older.classList.contains('failed'))) older.remove();
  }
  const notice = h('div', { class: `notice ${failed ? 'failed' : ''}`.trim() });
  if (failed && !stays) notice.dataset.since = String(performance.now());
  fill(notice,
    icon(failed ? 'octagon' : 'check'), h('p', {}, words),
    action ? button(action.words, () => { notice.remove(); return action.run(); }, { look: 'quiet' }) : null,
    iconButton('close', t('dialog.close'), () => notice.remove()));
  if (region.childElementCount > 2) region.firstElementChild?.remove();
  region.append(notice);
  if (!failed) setTimeout(() => { if (!notice.matches(':hover, :focus-within')) notice.remove(); }, 7000);
}

/** Takes away what failed at the place one leaves, once there was time to read it. */
export function leaveFailures() {
  for (const notice of /** @type {HTMLElement[]} */ ([...region.children]))
    if (performance.now() - Number(notice.dataset.since ?? Infinity) > READ) notice.remove();
}

/** Closes the newest notice. Answers whether there was one. */
export function closeNotice() {
  const newest = region.lastElementChild;
  newest?.remove();
  return newest !== null;
}
