// @ts-check
/**
 * The interview: one requirement a card, large targets, and a key for everything. The keys work while the focus is in
 * the card and no text is typed (WCAG 2.1.4); every act is in the file before the next begins.
 */
import { notify, say } from '../../components/announce.js';
import { icon } from '../../components/icon.js';
import { flushAnswers } from '../../ipc/answers.js';
import { attachToRequirement, gapRun, judgeRequirement } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { isTyping } from '../../lib/keyboard.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { askAside } from './aside.js';
import { interviewClock } from './clock.js';
import { askCredit, creditPart } from './credit.js';
import { CONFORMITY_KEYS, SEEN, SEVERITIES, aside, chosen, counted, keyed, level } from './keys.js';
import { conformityLooks, severityLooks, spent } from './looks.js';
import { noteField } from './notes.js';
import { segments } from './segments.js';
import { legendKeys } from './table.js';
import { gapTabs, gapTrail, signedLine } from './tabs.js';
import { drawTopics } from './topics.js';

/** @typedef {import('../../ipc/types.js').GapScreen} Screen */
/** @typedef {import('../../ipc/types.js').GapRow} Row */
/** @typedef {import('../../ipc/types.js').GapAnswer} GapAnswer */
/** @typedef {import('../../ipc/types.js').GapConformity} GapConformity */

/** @param {import('../../lib/router.js').Place} place @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function interviewView(place, desk) {
  const run = place.params.id;
  /** @type {Screen} */
  let screen = await gapRun(run);
  const asked = screen.rows.findIndex((row) => row.id === place.params.requirement);
  let at = asked >= 0 ? asked : Math.max(0, screen.rows.findIndex((row) => !row.judged.said));
  /** Acts of this card, one after the other, so that the second sees what the first did. @type {Promise<unknown>} */
  let acts = Promise.resolve();

  const row = () => screen.rows[at];
  const timer = interviewClock((requirement) => screen.rows.find((one) => one.id === requirement)?.judged.seconds ?? 0);
  const rail = h('div', { class: 'wizard-steps' });
  const panel = h('div', { class: 'panel-body' });
  const signed = h('div', {});
  const heading = h('h1', { tabindex: '-1' });
  const where = h('p', { class: 'quiet' });
  const clock = h('p', { class: 'gap-clock', 'aria-live': 'off' });
  const more = h('details', { class: 'field-why' });
  const card = h('section', { class: 'gap-card', 'aria-label': t('gaps.card') });

  const exists = segments({ label: t('gaps.column-exists'), key: 'E', options: SEEN.map((id) => ({ id, label: t(`gaps.seen-${id}`) })), choose: (id, pressed) => give([{ question: 'finding-exists', answer: pressed ? null : chosen(id) }]) });
  const works = segments({ label: t('gaps.column-works'), key: 'W', options: SEEN.map((id) => ({ id, label: t(`gaps.seen-${id}`) })), choose: (id, pressed) => give([{ question: 'finding-works', answer: pressed ? null : chosen(id) }]) });
  const keyOf = (/** @type {string} */ id) => Object.entries(CONFORMITY_KEYS).find(([, known]) => known === id)?.[0].toUpperCase() ?? '';
  const conformity = segments({
    label: t('gaps.column-conformity'), rows: true,
    options: [...(/** @type {GapConformity[]} */ (['met', 'partly', 'not-met', 'not-applicable', 'not-looked-at'])).map((id) => ({ id, label: t(`gaps.conformity-${id}`), key: id === 'not-applicable' ? 'X' : keyOf(id), shape: conformityLooks[id][0] })), { id: 'unknown', label: t('gaps.key-unknown'), key: '?', shape: 'question' }],
    choose: (id, pressed) => (id === 'not-applicable' ? setAside() : id === 'unknown' ? press('?') : give([{ question: 'finding-conformity', answer: pressed ? null : chosen(id) }])),
  });
  const maturity = segments({ label: t('gaps.column-maturity'), options: screen.maturity.map(({ id, label, then }) => ({ id, label: label.replace(/^\d /, ''), key: id.slice(-1), then })), choose: (id, pressed) => give([{ question: 'finding-maturity', answer: pressed ? null : chosen(id) }]) });
  const severity = segments({ label: t('gaps.column-severity'), key: 'S', options: SEVERITIES.map((id) => ({ id, label: t(`gaps.severity-${id}`), shape: severityLooks[id][0], then: screen.severities.find((one) => one.id === id)?.then })), choose: (id, pressed) => give([{ question: 'finding-severity', answer: pressed ? null : chosen(id) }]) });
  const acted = h('div', { class: 'gap-acts' });
  const credit = h('div', {});
  const kept = h('p', { class: 'quiet', role: 'status' });
  const notesHere = h('div', { class: 'gap-notes' });
  const askFor = h('p', { class: 'gap-ask' });
  const lookAt = h('p', { class: 'gap-ask' });
  /** @type {Record<'note' | 'what' | 'evidence' | 'ask', ReturnType<typeof noteField>>} */
  let notes;

  fill(card, h('div', { class: 'gap-pair' }, h('div', { class: 'stack' }, askFor, exists.element), h('div', { class: 'stack' }, lookAt, works.element)),
    conformity.element, maturity.element, severity.element, notesHere, kept, acted, credit, more);

  /** A card's own fields: what is typed belongs to one requirement. */
  function newNotes() {
    const { id } = row();
    const field = (/** @type {'note' | 'what' | 'evidence' | 'ask'} */ name, /** @type {string} */ key, line = false) => noteField({
      run, requirement: id, question: `finding-${name}`, label: t(`gaps.field-${name}`), key, line,
      judged: () => judgedOf(id) ?? row().judged, failed, leave: () => heading.focus(),
    });
    notes = { note: field('note', 'T'), what: field('what', 'G'), evidence: field('evidence', 'V'), ask: field('ask', 'Q', true) };
    fill(notesHere, notes.note.element, notes.what.element, notes.evidence.element, notes.ask.element);
  }

  /** @param {unknown} error */
  function failed(error) {
    notify(error instanceof Error ? error.message : String(error), { failed: true });
  }

  /** Says something of a requirement, with the time spent so far, as one act. @param {string} requirement @param {GapAnswer[]} answers */
  async function send(requirement, answers) {
    try {
      const seconds = timer.of(requirement);
      const known = judgedOf(requirement);
      const timed = known && seconds > known.seconds ? [{ question: 'finding-seconds', answer: counted(seconds) }] : [];
      const judged = await judgeRequirement({ run, requirement, answers: [...answers, ...timed] });
      screen.rows = screen.rows.map((one) => (one.id === requirement ? { ...one, judged } : one));
    } catch (error) {
      failed(error);
    }
    draw();
  }

  /** @param {string} requirement */
  const judgedOf = (requirement) => screen.rows.find((one) => one.id === requirement)?.judged;

  /** Of the requirement one is at, after everything before it. @param {GapAnswer[]} answers */
  function give(answers) {
    const requirement = row().id;
    acts = acts.then(() => send(requirement, answers));
    return acts;
  }

  /** What a key says depends on what was said before: the acts before it come first. @param {string} key */
  function press(key) {
    const requirement = row().id;
    acts = acts.then(() => {
      const judged = judgedOf(requirement);
      const answers = judged && keyed(key, judged);
      return answers ? send(requirement, answers) : undefined;
    });
    return acts;
  }

  async function setAside() {
    const reason = await askAside(row());
    if (reason) await give([{ question: 'finding-conformity', answer: aside(reason) }]);
  }

  async function attach() {
    const requirement = row().id;
    try {
      const judged = await attachToRequirement({ run, requirement });
      if (judged) say(tn('gaps.files', judged.files.length));
    } catch (error) {
      failed(error);
    }
  }

  /** @param {number} index */
  function goTo(index) {
    if (index < 0 || index >= screen.rows.length || index === at) return;
    at = index;
    timer.to(row().id);
    desk.rename(to('gaps', run, 'interview', row().id));
    newNotes();
    draw();
    document.getElementById('main')?.scrollTo({ top: 0 });
    heading.focus({ preventScroll: true });
  }

  /** The next requirement nobody judged, after this one or from the beginning. */
  function nextOpen() {
    const open = screen.rows.map((one, index) => ({ one, index })).filter(({ one, index }) => !one.judged.said && index !== at);
    const next = open.find(({ index }) => index > at) ?? open[0];
    if (next) goTo(next.index);
    else say(t('gaps.all-judged'));
  }

  function tick() {
    const { id } = row();
    fill(clock, icon('clock', 'inline'), t('gaps.clock', { card: spent(timer.of(id)), total: spent(timer.total(screen.rows.map((one) => one.id))) }));
  }

  function draw() {
    const { reference, title, judged, topic, exists: ask, works: look } = row();
    const locked = screen.run.signed !== null;
    const about = screen.topics.find((one) => one.id === topic);
    const { score } = screen.run;
    const done = screen.rows.filter((one) => one.judged.said).length;
    const words = t('gaps.position', { at: at + 1, all: screen.rows.length, done });
    fill(heading, h('span', { class: 'ref' }, reference), ' ', title);
    fill(where, about ? `${about.reference} ${about.title}` : '', score.asked > 0 ? ` · ${words}` : '');
    fill(signed, signedLine(screen.run));
    fill(askFor, h('b', {}, t('gaps.ask-for')), ' ', ask);
    fill(lookAt, h('b', {}, t('gaps.look-at')), ' ', look);
    const off = judged.conformity === 'not-applicable' || (judged.said && judged.conformity === 'not-looked-at');
    exists.show(judged.exists, { disabled: locked, hint: off ? t('gaps.not-counted') : '' });
    works.show(judged.works, { disabled: locked || judged.exists === 'no', hint: judged.exists === 'no' ? t('gaps.not-asked') : off ? t('gaps.not-counted') : judged.exists === null ? t('gaps.after-exists') : '' });
    conformity.show(!judged.said ? null : judged.conformity === 'not-looked-at' && judged.askAgain && !judged.ask ? 'unknown' : judged.conformity, { disabled: locked, hint: judged.reason });
    const judgedSo = ['met', 'partly', 'not-met'].includes(judged.conformity);
    maturity.show(judged.maturity === null ? null : level(judged.maturity), { disabled: locked, hint: judgedSo ? '' : t('gaps.after-conformity') });
    severity.show(judged.severity, { disabled: locked, hint: judgedSo ? '' : t('gaps.after-conformity') });
    notes.note.show(judged.note, locked);
    notes.what.show(judged.what, locked);
    notes.evidence.show(judged.evidence, locked);
    notes.ask.show(judged.ask, locked);
    notes.what.element.hidden = !['partly', 'not-met'].includes(judged.conformity) && !['observation', 'improvement'].includes(judged.severity ?? '') && judged.what === '';
    notes.ask.element.hidden = !judged.askAgain;
    fill(kept, judged.setAside.length > 0 ? [icon('dashed', 'inline'), t('gaps.set-aside', { labels: judged.setAside.join(', ') })] : null);
    drawActs(locked);
    fill(credit, screen.certified ? creditPart(row(), locked, () => creditHere()) : null);
    drawTopics(rail, screen, row());
    fill(panel, h('p', { class: 'panel-label' }, t('gaps.panel')), panelWords(row(), screen));
    // Where there is no room beside the card.
    fill(more, h('summary', {}, t('gaps.panel')), panelWords(row(), screen));
    tick();
  }

  /** @param {boolean} locked */
  function drawActs(locked) {
    const { judged } = row();
    const act = (/** @type {string} */ name, /** @type {string} */ key, /** @type {string} */ sign, /** @type {() => unknown} */ run_, pressed = /** @type {boolean | null} */ (null)) => {
      const element = h('button', { type: 'button', class: 'button chip', 'data-key': name, 'aria-keyshortcuts': key, 'aria-pressed': pressed === null ? null : String(pressed), onclick: run_ }, icon(sign, 'inline'), t(`gaps.act-${name}`), ' ', h('kbd', { 'aria-hidden': 'true' }, key));
      element.disabled = locked && name !== 'previous' && name !== 'next' && name !== 'next-open';
      return element;
    };
    const focused = document.activeElement?.getAttribute('data-key');
    fill(acted,
      act('attach', 'A', 'clip', () => attach()),
      act('flag', 'F', 'triangle', () => press('f'), judged.flagged),
      act('ask-again', 'Q', 'question', () => askAgain(), judged.askAgain),
      act('undo', 'Z', 'back', () => takeBack()),
      h('span', { class: 'push' }, act('previous', '←', 'back', () => goTo(at - 1)), act('next-open', 'J', 'down', () => nextOpen()), act('next', '→', 'next', () => goTo(at + 1))),
      judged.files.length > 0 ? h('p', { class: 'quiet' }, icon('clip', 'inline'), judged.files.join(', '), ' ', judged.record ? h('a', { href: to('record', judged.record) }, t('gaps.files-there')) : null) : null);
    if (focused) /** @type {HTMLElement | null} */ (acted.querySelector(`[data-key="${CSS.escape(focused)}"]`))?.focus({ preventScroll: true });
  }

  async function askAgain() {
    const { id } = row();
    await press('q');
    if (row().id === id && row().judged.askAgain) notes.ask.focus();
  }

  async function creditHere() {
    const answers = await askCredit(row());
    if (answers) await give(answers);
  }

  async function takeBack() {
    await acts;
    await desk.undo();
  }

  card.addEventListener('keydown', (event) => void pressed(event));
  heading.addEventListener('keydown', (event) => void pressed(event));
  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const small = event.key.toLowerCase();
    const onButton = event.target instanceof HTMLButtonElement || event.target instanceof HTMLAnchorElement;
    /** @type {Record<string, () => unknown>} */
    const ways = { arrowright: () => goTo(at + 1), arrowleft: () => goTo(at - 1), j: nextOpen, ...(onButton ? {} : { enter: () => goTo(at + 1) }) };
    /** @type {Record<string, () => unknown>} */
    const tools = { x: setAside, t: () => notes.note.focus(), g: () => notes.what.element.hidden || notes.what.focus(), v: () => notes.evidence.focus(), a: attach, q: askAgain, z: takeBack, c: () => screen.certified && row().proposals.length > 0 && creditHere() };
    const act = ways[small] ?? (screen.run.signed ? undefined : tools[small]);
    if (act) {
      event.preventDefault();
      act();
    } else if (!screen.run.signed && keyed(event.key, row().judged)) {
      event.preventDefault();
      void press(event.key);
    }
  }

  const ticking = setInterval(tick, 1000);
  const seen = () => timer.run(!document.hidden);
  document.addEventListener('visibilitychange', seen);
  desk.rename(to('gaps', run, 'interview', row()?.id ?? ''));
  if (screen.rows.length > 0) {
    timer.to(row().id);
    newNotes();
    draw();
  }

  return {
    rail: '#/gaps',
    list: '#/gaps',
    railSteps: rail,
    panel,
    topics: ['gaps', 'organisation', `record:${run}`],
    async refresh() {
      await acts;
      const here = row()?.id;
      screen = await gapRun(run);
      at = Math.max(0, screen.rows.findIndex((one) => one.id === here));
      if (screen.rows.length > 0) draw();
    },
    element: h('div', { class: 'view gap-interview' }, gapTrail(screen.run), gapTabs(screen.run, 'interview'), signed,
      screen.rows.length === 0
        ? h('div', { class: 'empty' }, h('h1', {}, screen.run.record.name), h('p', {}, t('gaps.nothing-looked-at')), h('a', { class: 'button', href: to('questions', run) }, t('gaps.about-run')))
        : [h('div', { class: 'gap-head' }, h('div', { class: 'titles' }, where, heading), clock), card, h('section', { class: 'legend gap-legend', 'aria-label': t('gaps.keys') }, h('div', { class: 'legend-keys' }, legendKeys(), h('span', {}, h('kbd', {}, 't'), '/', h('kbd', {}, 'g'), '/', h('kbd', {}, 'v'), ` ${t('gaps.key-write')}`), h('span', {}, h('kbd', {}, 'a'), ` ${t('gaps.key-attach')}`), h('span', {}, h('kbd', {}, 'j'), ` ${t('gaps.key-next-open')}`), h('span', {}, h('kbd', {}, '←'), h('kbd', {}, '→'), ` ${t('gaps.key-move')}`)))]),
    arrive: () => (screen.rows.length > 0 ? heading.focus({ preventScroll: true }) : undefined),
    dispose() {
      clearInterval(ticking);
      document.removeEventListener('visibilitychange', seen);
      void flushAnswers();
    },
  };
}

/** What stands beside the card. @param {Row} row @param {Screen} screen */
function panelWords(row, { licence }) {
  return [h('h2', {}, t('gaps.holds')), h('p', {}, row.holds),
    h('dl', { class: 'examples' }, h('dt', {}, t('gaps.good')), h('dd', {}, row.good), h('dt', {}, t('gaps.weak')), h('dd', {}, row.weak)),
    h('p', { class: 'cite' }, t('gaps.see-copy', { reference: row.reference })), h('p', { class: 'quiet' }, licence)];
}
