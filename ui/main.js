// @ts-check
/** Starts the window: texts, theme, then the place the address names. */
import { closeNotice, notify, placeNotices } from './components/announce.js';
import { drawSymbols } from './components/icon.js';
import { showShortcuts } from './components/shortcuts.js';
import { desk } from './desk.js';
import { closeWindow, keepAwake, listen, preferences, savePreferences, startScreen, texts } from './ipc/commands.js';
import { flushAnswers } from './ipc/answers.js';
import { addShortcuts, listenForShortcuts } from './lib/keyboard.js';
import { useTexts } from './lib/texts.js';
import { applyTheme } from './lib/theme.js';

drawSymbols();
placeNotices();
listenForShortcuts();

const start = await startScreen();
const wording = await texts(start.preferences.language);
useTexts(wording.language, wording.texts);
document.documentElement.lang = wording.language;
applyTheme(start.preferences.theme);

const app = desk(start.session);
addShortcuts([
  { keys: 'mod+z', does: 'shortcut.undo', run: () => void app.undo() },
  { keys: 'mod+shift+z', does: 'shortcut.redo', run: () => void app.redo() },
  { keys: 'mod+n', does: 'shortcut.add-system', run: () => app.addSystem(), typing: true },
  { keys: 'mod+l', does: 'shortcut.lock', run: () => void app.lock(), typing: true },
  { keys: 'F1', does: 'shortcut.help', run: () => void showShortcuts(), typing: true },
  { keys: 'Escape', does: 'shortcut.close', run: () => void closeNotice(), typing: true },
]);

// Text that waits for a pause in typing must not wait when the window is left or closed.
window.addEventListener('blur', () => void flushAnswers());
document.addEventListener('visibilitychange', () => void flushAnswers());
listen('closing', async () => {
  if (await app.mayLeave()) await closeWindow();
});
listen('session', (session) => void app.sessionChanged(session));
listen('notice', (words) => notify(words));
listen('warning', (words) => notify(words, { failed: true, stays: true }));
listen('menu', (command) => void app.menu(command));
listen('file-waiting', () => void app.fileWaiting());

// The menu has one key for each act: these are the other ones that zoom.
document.addEventListener('keydown', async (event) => {
  const step = event.key === '+' ? 10 : event.key === '-' ? -10 : 0;
  if (step === 0 || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  event.preventDefault();
  const chosen = await preferences();
  await savePreferences({ ...chosen, zoom: Math.min(300, Math.max(50, chosen.zoom + step)) });
});

// The clock that locks an idle file runs on the other side; it only hears of real activity.
let awakeAt = 0;
for (const activity of ['keydown', 'pointerdown', 'wheel']) {
  document.addEventListener(activity, () => {
    if (Date.now() - awakeAt < 60_000) return;
    awakeAt = Date.now();
    void keepAwake();
  }, { capture: true, passive: true });
}

window.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  // That the file is gone, the other side tells by itself.
  if (event.reason?.code === 'file-moved') return;
  notify(event.reason instanceof Error ? event.reason.message : String(event.reason), { failed: true });
});

await app.start();
