// @ts-check
/** The desk around the views: rail, panel, foot, and the rules for moving from place to place. */
import { leaveFailures, notify, say } from './components/announce.js';
import { button } from './components/button.js';
import { confirm } from './components/dialog.js';
import { drawFoot, showNotSaved, showSaved, showSaving } from './components/foot.js';
import { drawRail, markPlace } from './components/rail.js';
import { showAbout, showShortcuts } from './components/shortcuts.js';
import { answersStanding, dropFailed, flushAnswers, onAnswerState, withdrawAnswer } from './ipc/answers.js';
import * as commands from './ipc/commands.js';
import { subscribe } from './lib/changes.js';
import { fill, focusIn, h } from './lib/dom.js';
import { isTyping } from './lib/keyboard.js';
import { arrived } from './lib/ready.js';
import { router } from './lib/router.js';
import { t } from './lib/texts.js';
import { routes } from './views/routes.js';

/** @typedef {import('./ipc/types.js').SessionView} SessionView */
/** @typedef {import('./views/routes.js').View} View */
/** @typedef {ReturnType<typeof desk>} Desk */

/** @param {SessionView | null} first the file that is open already */
export function desk(first) {
  let session = first;
  /** Where one was when the file was locked. @type {string | null} */
  let resume = null;
  /** @type {View | null} */
  let view = null;
  /** @type {import('./lib/router.js').Place | null} */
  let place = null;
  let endSubscription = () => {};
  /** On the way to a list, because what was shown is gone. */
  let leavingGone = false;
  /** The address of the present place, and of the one from which one came to this kind of place. */
  let address = '';
  let cameFrom = '';
  let frameTurn = 0;
  /** What the rail shows, where that is the journey. @type {string | null} */
  let railSays = null;

  const rail = h('nav', { class: 'rail', 'aria-label': t('rail.name') });
  const main = h('main', { class: 'main', id: 'main', tabindex: '-1' });
  const panel = h('aside', { class: 'panel', 'aria-label': t('panel.name') });
  const foot = h('footer', { class: 'foot' });
  const scroll = h('div', { class: 'scroll' });
  const frame = h('div', { class: 'desk wide' });
  const skip = h('a', { class: 'skip', href: '#main', onclick: (/** @type {Event} */ event) => { event.preventDefault(); focusHeading(); } }, t('desk.skip'));
  document.body.prepend(skip, frame);

  function focusHeading() {
    const heading = main.querySelector('h1');
    if (!heading) return main.focus();
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  /** Places outside of a file, and the other way round, send on to where one can be. @param {string} name */
  function sentOn(name) {
    const alone = routes[name].alone === true;
    if (session?.locked) return name === 'unlock' ? null : '#/unlock';
    if (!session && !alone) return '#/start';
    if (session && (name === 'unlock' || name === 'start' || name === 'guided')) return '#/journey';
    return null;
  }

  /** @param {import('./lib/router.js').Place} next */
  async function show(next) {
    arrived(false);
    leavingGone = false;
    const elsewhere = sentOn(next.name);
    if (elsewhere) return void queueMicrotask(() => routing.go(elsewhere));
    // From one question of the law to another, or to what they come to, one stays at the same work.
    const inLaw = (/** @type {string | undefined} */ name) => name === 'law' || name === 'lawResult';
    if (place && !(inLaw(place.name) && inLaw(next.name))) cameFrom = address;
    address = location.hash;
    place = next;
    leaveFailures();
    await draw(true);
  }

  /** Makes the view of the present place. @param {boolean} moved the person came here just now */
  async function draw(moved) {
    if (!place) return;
    const mine = place;
    const route = routes[mine.name];
    // The counts of the rail are on their way while the view is made.
    const reading = route.alone ? null : commands.journey();
    reading?.catch(() => {});
    /** @type {View} */
    let made;
    try {
      made = await route.view(mine, handle);
    } catch (error) {
      if (isGone(error)) return leaveGone(moved ? undefined : view?.list);
      made = failedView(error);
    }
    if (mine !== place) return void made.dispose?.();
    endSubscription();
    view?.dispose?.();
    view = made;
    endSubscription = made.topics ? subscribe(made.topics, (topics) => void readAgain(made, topics)) : () => {};
    const scrolled = main.scrollTop;
    const back = focusIn(main);
    if (route.alone) {
      frame.className = 'alone';
      fill(frame, fill(main, made.element));
    } else {
      await drawFrame(made.railSteps, reading);
      frame.className = made.panel ? 'desk' : 'desk wide';
      fill(main, made.element);
      fill(panel, made.panel);
      // What stands beside the view stays: nothing of it has to be laid out again.
      if (!rail.isConnected) fill(frame, fill(scroll, rail, main, panel), foot);
      markPlace(rail, made.rail ?? `#/${mine.name}`);
    }
    made.shown?.();
    const heading = main.querySelector('h1')?.textContent ?? '';
    document.title = [...new Set([heading, session && !session.locked ? session.organisation : '', 'Plumbline'])].filter(Boolean).join(' · ');
    if (moved) {
      main.scrollTop = 0;
      scroll.scrollTop = 0;
      window.scrollTo(0, 0);
      if (made.arrive) made.arrive();
      else focusHeading();
    } else {
      main.scrollTop = scrolled;
      // What one pressed may be gone with the act it did: the heading says where one is.
      if (!back()) focusHeading();
    }
    arrived(true);
  }

  /** What a view shows has changed. @param {View} shown @param {string[]} topics */
  async function readAgain(shown, topics) {
    try {
      await (shown.refresh ? shown.refresh(topics) : draw(false));
    } catch (error) {
      if (!isGone(error)) throw error;
      if (view === shown) leaveGone(shown.list);
    }
  }

  /** What was shown is no longer in the file, as when entering it was undone: its list follows. @param {string} [list] */
  function leaveGone(list = '#/inventory') {
    if (leavingGone) return;
    leavingGone = true;
    notify(t('desk.gone'));
    void routing.go(list);
  }

  /** @param {unknown} error @returns {View} */
  function failedView(error) {
    return {
      element: h('div', { class: 'view' }, h('div', { class: 'empty' }, h('h1', {}, t('failed.title')), h('p', {}, messageOf(error)),
        h('div', { class: 'actions' }, button(t('failed.again'), () => draw(true), { look: 'primary' })))),
    };
  }

  /** @param {HTMLElement} [steps] in place of the journey @param {ReturnType<typeof commands.journey> | null} [reading] the journey, where it is on its way */
  async function drawFrame(steps, reading) {
    if (!session || session.locked) return;
    frameTurn += 1;
    const mine = frameTurn;
    const journey = steps ? null : await (reading ?? commands.journey());
    // Another view may have come meanwhile, with steps of its own.
    if (mine !== frameTurn || !session) return;
    const says = journey && JSON.stringify([session.organisation, session.sample, session.encrypted, journey]);
    if (says === null || says !== railSays) drawRail(rail, session, steps ?? journey, { lock: () => void lock(), close: () => void closeFile() });
    railSays = says;
    drawFootNow();
  }

  function drawFootNow() {
    if (session) drawFoot(foot, session, { undo: () => void undo(), redo: () => void redo(), shortcuts: () => void showShortcuts() });
  }

  /** Whether one may leave: nothing unsaved, or given up knowingly. */
  async function mayLeave() {
    const failed = await flushAnswers();
    if (failed.length === 0) return true;
    const leave = await confirm({ title: t('leave.title'), body: t('leave.body'), act: t('leave.act'), back: t('leave.stay'), danger: true });
    if (leave) dropFailed();
    else /** @type {HTMLElement | null} */ (document.getElementById(`field-${failed[0].question}`)?.querySelector('input, textarea'))?.focus();
    return leave;
  }

  /** @param {() => Promise<import('./ipc/types.js').Undone>} act @param {string} told */
  async function step(act, told) {
    await flushAnswers();
    try {
      const outcome = await act();
      if (outcome.done) say(t(told, { what: outcome.done }));
    } catch (error) {
      notify(messageOf(error), { failed: true });
    }
  }
  // Also where nothing can be undone: what stands in the way, a sign-off or nothing at all, is said.
  const undo = () => (session && !session.locked ? step(commands.undo, 'desk.undone') : Promise.resolve());
  const redo = () => (session?.redo ? step(commands.redo, 'desk.redone') : Promise.resolve());

  async function lock() {
    if (session?.encrypted && !session.locked && (await mayLeave())) await handle.sessionChanged(await commands.lockFile());
  }
  async function closeFile() {
    if (!session || !(await mayLeave())) return;
    await commands.closeFile();
    await handle.sessionChanged(null);
  }

  /** Closes the file first, where one is open. @param {string} fragment */
  async function leaveFor(fragment) {
    if (session) await closeFile();
    if (session === null) await routing.go(fragment);
  }

  const routing = router({
    patterns: Object.fromEntries(Object.entries(routes).map(([name, route]) => [name, route.pattern])),
    home: '#/start', mayLeave, show,
  });

  commands.onChangeSaved(({ undo: undoes, redo: redoes, at }) => {
    if (!session) return;
    session = { ...session, undo: undoes, redo: redoes, saved: at };
    if (answersStanding() === 'saved') showSaved(at);
    drawFootNow();
  });
  // What changed may change the counts in the rail and the name above it.
  subscribe(['journey', 'organisation', 'session'], async () => {
    if (!session || session.locked) return;
    session = await commands.session();
    await drawFrame(view?.railSteps);
    if (view && place) markPlace(rail, view.rail ?? `#/${place.name}`);
  });
  // Wherever it was asked: without a file, or with a locked one, there is one place to be.
  commands.onRefusal(async ({ code }) => {
    // Where the file went is told by a notice of its own, whoever noticed first.
    if (code === 'no-file' || code === 'file-moved') {
      if (session) await handle.sessionChanged(null);
    } else if (code === 'locked' && session && !session.locked) await handle.sessionChanged({ ...session, locked: true });
  });
  let whyNot = '';
  onAnswerState(({ record, question, state, error }) => {
    if (state === 'failed' && isGone(error)) {
      withdrawAnswer(record, question);
      return leaveGone(view?.list);
    }
    if (state === 'failed') whyNot = messageOf(error);
    const standing = answersStanding();
    if (standing === 'failed') showNotSaved(whyNot, () => void flushAnswers());
    else if (standing === 'saving') showSaving();
    else showSaved(commands.lastSaved() ?? session?.saved ?? null);
  });

  const handle = {
    /** The open file. @returns {SessionView} */
    session() {
      if (!session) throw new Error('no file is open');
      return session;
    },
    go: (/** @type {string} */ fragment) => routing.go(fragment),
    rename: (/** @type {string} */ fragment) => routing.rename(fragment),
    /** Where one was before the present work; empty at the start. */
    cameFrom: () => cameFrom,
    mayLeave, undo, redo, lock,
    /** Only where a file is open and can be read. */
    addSystem: () => (session && !session.locked ? routing.go('#/add/system') : undefined),
    /** Another file, none, or the same one locked or unlocked. @param {SessionView | null} next @param {string} [then] where to go on */
    async sessionChanged(next, then = '#/journey') {
      const before = session;
      session = next;
      // Unlocked, one goes on where one was.
      const goesOn = before?.locked && next && !next.locked ? resume ?? then : then;
      if (!next?.locked) resume = null;
      else if (!before?.locked) resume = location.hash;
      if (next && !next.locked) showSaved(next.saved);
      const sameState = before?.locked === next?.locked && (before === null) === (next === null);
      if (sameState) return drawFrame(view?.railSteps);
      await routing.go(next === null ? '#/start' : next.locked ? '#/unlock' : goesOn);
    },
    /** A command of the window's menu. @param {import('./ipc/types.js').MenuCommand} command */
    async menu(command) {
      /** @type {Record<import('./ipc/types.js').MenuCommand, () => unknown>} */
      const acts = {
        'new-file': () => leaveFor('#/guided'), 'open-file': () => leaveFor('#/start'), 'import-list': () => routing.go('#/import'),
        'lock-file': lock, 'close-file': closeFile, undo: () => inText('undo') || undo(), redo: () => inText('redo') || redo(),
        'go-organisation': () => routing.go('#/organisation'), 'go-inventory': () => routing.go('#/inventory'), 'go-classification': () => routing.go('#/classification'), 'go-records': () => routing.go('#/records'), 'go-reports': () => routing.go('#/reports'),
        'go-history': () => routing.go('#/history'), 'go-to-dos': () => routing.go('#/to-dos'), 'go-settings': () => routing.go('#/settings'),
        'help-keys': showShortcuts, 'help-about': () => showAbout(),
      };
      // A dialog is above everything else; only the typing in it can be taken back.
      if (document.querySelector('dialog[open]')) return void ((command === 'undo' || command === 'redo') && inText(command));
      await acts[command]();
    },
    /** Another start asked for a file: this one is closed first, and the first screen opens it. */
    fileWaiting: () => leaveFor('#/start?waiting=yes'),
    start: () => {
      if (session && !session.locked) showSaved(session.saved);
      return routing.start();
    },
  };
  return handle;
}

/**
 * The menu's keys reach the window before the text field in it: while someone types, undo means the typing.
 * @param {'undo' | 'redo'} act @returns {boolean} whether there was typing to take back
 */
function inText(act) {
  return isTyping(document.activeElement) && document.queryCommandEnabled(act) && document.execCommand(act);
}

/** Whether what was asked for is no longer in the file. @param {unknown} error */
function isGone(error) {
  return error instanceof commands.CommandError && error.code === 'gone';
}

/** What to tell of an error. @param {unknown} error */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
