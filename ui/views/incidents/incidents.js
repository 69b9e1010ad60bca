// @ts-check
/** Incidents, and the clocks of the law that each of them starts. */
import { linkButton } from '../../components/button.js';
import { classMark, pill } from '../../components/marks.js';
import { listIncidents } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { day } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').IncidentView} IncidentView */
/** @typedef {import('../../ipc/types.js').ClockView} ClockView */

const TOPICS = ['incidents', 'inventory', 'organisation'];

/** @returns {Promise<import('../routes.js').View>} */
export async function incidentsView() {
  const incidents = await listIncidents();
  const enter = linkButton(t('incidents.add'), '#/add/incident', { look: 'primary', icon: 'plus' });
  return {
    rail: '#/incidents',
    topics: TOPICS,
    element: h('div', { class: 'view' },
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('incidents.title')), h('p', { class: 'quiet' }, t('incidents.lead'))), incidents.length > 0 ? h('div', { class: 'actions' }, enter) : null),
      incidents.length === 0
        ? h('div', { class: 'empty' }, h('h2', {}, t('incidents.none')), h('p', { class: 'prose' }, t('incidents.none-line')), h('div', { class: 'actions' }, enter))
        : h('ol', { class: 'incidents' }, incidents.map(entry))),
  };
}

/** @param {IncidentView} incident */
function entry(incident) {
  const { record, system, closedOn, clocks } = incident;
  const running = clocks.filter((clock) => clock.done === null);
  return h('li', { class: 'incident' },
    h('div', { class: 'incident-head' }, h('span', { class: 'ref' }, record.reference), h('a', { class: 'door-title', href: to('incidents', record.id) }, record.name),
      closedOn ? pill('check', t('incidents.closed', { day: day(closedOn) }), 'good') : pill('half', t('incidents.open'), 'here')),
    h('p', { class: 'quiet' }, system ? [h('span', { class: 'ref' }, system.reference), ' ', system.name] : t('incidents.no-system'), incident.awareOn ? ` · ${t('incidents.aware', { day: day(incident.awareOn) })}` : ''),
    closedOn ? null : h('p', {}, running.length === 0 ? t('incidents.no-clock') : [left(running[0]), ' ', running[0].title, running.length > 1 ? h('span', { class: 'quiet' }, ` ${tn('incidents.more-clocks', running.length - 1)}`) : null]));
}

/** @param {import('../../lib/router.js').Place} place @returns {Promise<import('../routes.js').View>} */
export async function incidentView(place) {
  const incident = (await listIncidents()).find((one) => one.record.id === place.params.id);
  if (!incident) return { rail: '#/incidents', element: h('div', { class: 'view' }, h('div', { class: 'empty' }, h('h1', {}, t('incidents.gone')), linkButton(t('incidents.title'), '#/incidents'))) };
  const { record, system, clocks, missing } = incident;
  return {
    rail: '#/incidents',
    list: '#/incidents',
    topics: [...TOPICS, `record:${record.id}`],
    element: h('div', { class: 'view' },
      h('p', { class: 'trail' }, h('a', { href: '#/incidents' }, t('incidents.title')), h('span', { 'aria-hidden': 'true' }, '/'), h('span', { class: 'ref' }, record.reference)),
      h('div', { class: 'titlebar' },
        h('div', { class: 'titles' }, h('h1', {}, record.name),
          h('p', { class: 'quiet' }, incident.closedOn ? t('incidents.closed', { day: day(incident.closedOn) }) : t('incidents.open'))),
        h('div', { class: 'actions' }, linkButton(t('incidents.record'), to('record', record.id)), linkButton(t('incidents.questions'), to('questions', record.id), { look: 'primary' }))),
      h('dl', { class: 'facts incident-facts' },
        fact(t('incidents.system'), system ? h('a', { href: to('record', system.id) }, h('span', { class: 'ref' }, system.reference), ' ', system.name) : t('incidents.no-system')),
        system ? fact(t('incidents.class'), classMark(incident.class)) : null,
        fact(t('incidents.happened'), incident.happenedOn ? day(incident.happenedOn) : t('incidents.not-said')),
        fact(t('incidents.aware-label'), incident.awareOn ? day(incident.awareOn) : t('incidents.not-said')),
        incident.what ? fact(t('incidents.what'), h('p', { class: 'prose' }, incident.what)) : null),
      missing.length > 0 ? h('div', { class: 'said warn' }, h('p', {}, tn('incidents.missing', missing.length)), h('ul', { class: 'plain-list' }, missing.map((one) => h('li', {}, answerLink(record.id, one))))) : null,
      h('section', { 'aria-labelledby': 'clocks-title' },
        h('h2', { id: 'clocks-title' }, t('incidents.clocks')),
        h('p', { class: 'quiet prose' }, t('incidents.clocks-line')),
        clocks.length === 0 ? h('p', { class: 'said' }, t(system ? 'incidents.no-clock-why' : 'incidents.no-clock-system')) : h('ol', { class: 'clocks' }, clocks.map((clock) => clockCard(record.id, clock))))),
  };
}

/** @param {string} words @param {import('../../lib/dom.js').Child} value */
const fact = (words, value) => [h('dt', {}, words), h('dd', {}, value)];
/** @param {string} record @param {import('../../ipc/types.js').Missing} one */
const answerLink = (record, one) => h('a', { href: `${to('questions', record, one.section)}?at=${encodeURIComponent(one.question)}` }, one.label);

/** @param {string} record @param {ClockView} clock */
function clockCard(record, clock) {
  return h('li', { class: `clock ${clock.late ? 'is-late' : ''} ${clock.inForce ? '' : 'not-yet'}`.trim() },
    h('div', { class: 'clock-when' },
      left(clock),
      h('span', { class: 'clock-day' }, clock.deadline ? day(clock.deadline) : t('incidents.no-deadline')),
      h('span', { class: 'quiet' }, clock.from ? (clock.days === 0 ? t('incidents.at-once-from', { day: day(clock.from) }) : tn('incidents.days-from', clock.days, { day: day(clock.from) })) : t('incidents.from-missing', { label: clock.fromLabel }))),
    h('div', { class: 'clock-words' },
      h('h3', {}, clock.title),
      h('p', {}, clock.plain),
      h('p', {}, h('b', {}, t('incidents.to')), ' ', clock.to),
      clock.certain ? null : h('p', {}, pill('dashed', t('incidents.may-run'), 'open'), ' ', clock.open.length > 0 ? [t('incidents.depends'), ' ', clock.open.map((one, index) => [index > 0 ? ', ' : '', answerLink(record, one)])] : t('incidents.depends-class')),
      h('p', {}, clock.inForce ? pill('check', t('incidents.in-force'), 'good') : pill('clock', t('incidents.not-in-force'), 'open'), ' ',
        h('span', { class: 'ref' }, clock.duty), ' ', t('incidents.as', { role: clock.role }), ' · ', clock.effective ? t('incidents.starts', { day: day(clock.effective) }) : t('incidents.starts-open'),
        clock.formal ? h('span', { class: 'quiet' }, ` · ${t('duties.formally', { day: day(clock.formal) })}`) : null),
      clock.suspended ? h('p', { class: 'quiet' }, clock.suspended) : null,
      clock.unsettled.length > 0 ? h('p', {}, pill('question', t('duties.unsettled'), 'warn'), ' ', clock.unsettled.join('; ')) : null,
      h('p', { class: 'cite' }, clock.cite)));
}

/** What is left of a clock, by shape and word. Nobody is late with what does not bind yet. @param {ClockView} clock */
function left(clock) {
  const late = clock.late && clock.inForce;
  if (clock.done) return pill(late ? 'triangle' : 'check', t(late ? 'incidents.done-late' : 'incidents.done', { day: day(clock.done) }), late ? 'warn' : 'good');
  if (clock.daysLeft === null) return pill('dashed', t('incidents.day-missing'), 'open');
  if (clock.daysLeft < 0) return clock.inForce ? pill('octagon', tn('date.overdue', -clock.daysLeft), 'bad') : pill('dashed', t('incidents.would-be-over'), 'open');
  return pill('clock', clock.daysLeft === 0 ? t('date.today') : tn('date.in-days', clock.daysLeft), clock.inForce ? 'warn' : 'note');
}
