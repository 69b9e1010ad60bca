// @ts-check
/** The journey on the left: where one is, how far each step is, and what is always at hand. */
import { h, refill } from '../lib/dom.js';
import { t, tn } from '../lib/texts.js';
import { places } from '../views/journey/places.js';
import { icon } from './icon.js';
import { mark } from './marks.js';

/**
 * @param {HTMLElement} element the rail, filled anew
 * @param {import('../ipc/types.js').SessionView} session
 * @param {import('../ipc/types.js').Journey | HTMLElement | null} content the journey, or the steps of a wizard
 * @param {{ lock: () => void, close: () => void }} acts
 */
export function drawRail(element, session, content, acts) {
  const toggle = h('button', { type: 'button', class: 'button quiet rail-toggle', 'aria-expanded': String(element.classList.contains('unfolded')), onclick: () => {
    const open = element.classList.toggle('unfolded');
    toggle.setAttribute('aria-expanded', String(open));
  } }, icon('list'), h('span', {}, t('rail.menu')));
  refill(element,
    h('div', { class: 'rail-head' }, h('div', {}, h('p', { class: 'organisation' }, session.organisation), h('p', { class: 'quiet' }, t(session.sample ? 'rail.sample' : 'rail.subtitle'))), toggle),
    content instanceof HTMLElement ? content : content ? journeyLinks(content) : null,
    h('ul', { class: 'last' },
      link('#/settings', 'gear', t('rail.settings')),
      session.encrypted ? h('li', {}, h('button', { type: 'button', class: 'rail-link', onclick: acts.lock }, icon('lock'), h('span', {}, t('rail.lock')), h('span'))) : null,
      h('li', {}, h('button', { type: 'button', class: 'rail-link', onclick: acts.close }, icon('door'), h('span', {}, t('rail.close')), h('span')))));
}

/** @param {import('../ipc/types.js').Journey} journey */
function journeyLinks(journey) {
  return [
    h('div', {},
      h('ul', {}, link('#/journey', 'plumb', t('rail.overview'))),
      h('ol', { 'aria-label': t('rail.journey') }, journey.steps.map((step) => h('li', {},
        h('a', { class: 'rail-link', href: places[step.id] }, mark(step.state), h('span', {}, t(`journey.${step.id}`)), h('span', { class: 'count' }, stepCount(step))))))),
    h('div', {}, h('h2', {}, t('rail.standard')), h('ul', {},
      link('#/crosswalk', 'table', t('crosswalk.title')),
      link('#/x-ray', 'search', t('xray.title')))),
    h('div', {}, h('h2', {}, t('rail.at-hand')), h('ul', {},
      link('#/to-dos', 'list', t('rail.to-dos'), journey.toDos > 0 ? tn('count.plain', journey.toDos) : ''),
      link('#/incidents', 'bell', t('incidents.title')),
      link('#/history', 'clock', t('rail.history')),
      link('#/import', 'table', t('rail.import')))),
  ];
}

/** @param {import('../ipc/types.js').Step} step */
function stepCount(step) {
  if (step.total === 0) return '';
  // Beside a long title there is room for one large number, not for two.
  if (step.id === 'records' || step.id === 'reports' || step.total > 999) return tn('count.plain', step.total);
  return t('rail.of', { done: step.done, total: step.total });
}

/** @param {string} href @param {string} sign @param {string} words @param {string} [count] */
function link(href, sign, words, count = '') {
  return h('li', {}, h('a', { class: 'rail-link', href }, icon(sign), h('span', {}, words), h('span', { class: 'count' }, count)));
}

/** Marks the link of the place one is at. @param {HTMLElement} element @param {string} fragment */
export function markPlace(element, fragment) {
  for (const anchor of element.querySelectorAll('a.rail-link')) {
    // The steps of a wizard mark their own place.
    if (anchor.closest('.wizard-steps')) continue;
    if (anchor.getAttribute('href') === fragment) anchor.setAttribute('aria-current', 'page');
    else anchor.removeAttribute('aria-current');
  }
  element.querySelector('[aria-current="step"]')?.scrollIntoView({ block: 'nearest' });
  element.classList.remove('unfolded');
  element.querySelector('.rail-toggle')?.setAttribute('aria-expanded', 'false');
}
