// @ts-check
/** The steps of a wizard, in the rail: where one is, what is done, how long the rest takes. */
import { icon } from '../../components/icon.js';
import { mark, meter } from '../../components/marks.js';
import { h, refill } from '../../lib/dom.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { sectionState } from '../records/progress.js';

/**
 * @param {HTMLElement} element filled anew @param {import('../../ipc/types.js').WizardStep} step
 * @param {{ home: string, at: (section: string) => string }} [places] where the record and each step are
 */
export function drawSteps(element, { record, sections, section, progress, minutesLeft }, places = {
  home: record.kind === 'organisation' ? '#/organisation' : to('record', record.id),
  at: (one) => to('questions', record.id, one),
}) {
  const { settled, asked, toFindOut } = progress;
  const answered = t('wizard.answered', { settled, asked });
  refill(element,
    h('a', { class: 'rail-link', href: places.home }, icon('back'), h('span', { class: 'rail-record' }, record.name), h('span')),
    h('div', { class: 'steps-progress' },
      meter(settled, asked, answered),
      h('p', { class: 'quiet' }, answered),
      minutesLeft === 0 ? null : h('p', { class: 'quiet' }, tn('wizard.minutes-left', minutesLeft)),
      toFindOut > 0 ? h('p', { class: 'quiet' }, tn('wizard.to-find-out', toFindOut)) : null),
    h('ol', { 'aria-label': t('wizard.steps') }, sections.filter((one) => one.progress.asked > 0 || one.id === section).map((one) => h('li', {},
      h('a', { class: 'rail-link', href: places.at(one.id), 'aria-current': one.id === section ? 'step' : null },
        mark(sectionState(one.progress)), h('span', {}, one.title),
        h('span', { class: 'count' }, one.progress.settled === one.progress.asked ? '' : t('rail.of', { done: one.progress.settled, total: one.progress.asked })))))));
}
