// @ts-check
/** Duties of each role as a calendar: what binds from which day. */
import { pill } from '../../components/marks.js';
import { h } from '../../lib/dom.js';
import { day } from '../../lib/format.js';
import { t, tn } from '../../lib/texts.js';
import { part } from './part.js';

/** @typedef {import('../../ipc/types.js').ClassificationResult} Result */
/** @typedef {import('../../ipc/types.js').DutyView} Duty */

/** @param {Result} result */
export function dutiesPart({ duties, openDuties, on }) {
  return part('duties', [
    duties.length === 0 ? h('p', {}, t(openDuties > 0 ? 'classification.no-duty-yet' : 'classification.no-duty')) : null,
    duties.map(({ role, duties: own }) => h('div', { class: 'table-frame plain', tabindex: '0', role: 'region', 'aria-label': role },
      h('table', { class: 'table law-duties' },
        h('caption', {}, tn('classification.duties-of', own.length, { role })),
        h('thead', {}, h('tr', {}, ['duty', 'article', 'binds'].map((column) => h('th', { scope: 'col' }, t(`classification.column-${column}`))))),
        byDay(own).map(([from, group]) => h('tbody', {},
          h('tr', { class: 'group' }, h('th', { colspan: '3', scope: 'rowgroup' }, from ? h('span', {}, t('classification.from-day', { day: day(from) }), ' ', pill(from <= on ? 'check' : 'clock', t(from <= on ? 'classification.in-force' : 'classification.not-yet'), from <= on ? 'here' : 'open')) : t('classification.no-day'))),
          group.map(row)))))),
    openDuties > 0 ? h('p', { class: 'quiet' }, tn('classification.open-duties', openDuties)) : null,
  ]);
}

/** @param {Duty[]} all they stand in the order of their days @returns {[string | null, Duty[]][]} */
function byDay(all) {
  /** @type {Map<string | null, Duty[]>} */
  const days = new Map();
  for (const one of all) days.set(one.effective, [...(days.get(one.effective) ?? []), one]);
  return [...days];
}

/** @param {Duty} duty */
function row({ id, title, plain, trigger, article, effective, effectiveWhy, effectiveOpen, formal, legacy, legacyOpen, legacyBy, unsettled, penalty, routes }) {
  return h('tr', {},
    h('th', { scope: 'row' }, h('details', {}, h('summary', {}, title),
      h('p', {}, plain), h('p', { class: 'quiet' }, trigger),
      routes.map((way) => h('p', {}, h('b', {}, way.title), ' ', way.plain, ' ', h('span', { class: 'ref' }, way.cite))),
      penalty ? h('p', { class: 'quiet' }, t('classification.penalty', { penalty })) : null,
      unsettled.map((one) => h('p', { class: 'quiet' }, t('classification.unsettled-here', { point: one }))))),
    h('td', { class: 'ref' }, article, h('span', { class: 'duty-id' }, id)),
    h('td', {}, effective ? h('span', { title: effectiveWhy }, day(effective)) : '',
      h('span', { class: 'law-flags' },
        formal ? h('span', { class: 'quiet' }, t('classification.formally', { day: day(formal) })) : null,
        effectiveOpen ? pill('ring', t('classification.day-open'), 'open') : null,
        legacy ? h('span', { class: 'quiet' }, legacyOpen ? `${t('classification.perhaps')} ` : '', legacy, legacyBy ? ` ${t('classification.legacy-by', { day: day(legacyBy) })}` : '') : null,
        unsettled.length > 0 ? pill('half', t('classification.unsettled'), 'warn') : null)));
}
