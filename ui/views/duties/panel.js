// @ts-check
/** Beside the calendar: one duty in full, with its provision, its days and what is unsettled about it. */
import { openDialog } from '../../components/dialog.js';
import { icon } from '../../components/icon.js';
import { pill } from '../../components/marks.js';
import { explainDuty } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { day } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').DutyLine} DutyLine */
/** @typedef {import('../../ipc/types.js').DutyDetail} DutyDetail */

export function dutyPanel() {
  const element = h('div', { class: 'panel-body duty-panel' }, h('h2', {}, t('duties.details')), h('p', { class: 'quiet' }, t('duties.details-none')));
  let shown = '';
  let turn = 0;

  /** @param {DutyLine} line */
  const read = (line) => explainDuty({ system: line.system.id, duty: line.duty, role: line.role.id });

  return {
    element,
    /** @param {DutyLine} line */
    async show(line) {
      const key = `${line.system.id} ${line.duty} ${line.role.id}`;
      if (key === shown || !visible(element)) return;
      turn += 1;
      const mine = turn;
      const detail = await read(line);
      if (mine !== turn) return;
      shown = key;
      fill(element, h('h2', {}, detail.duty.title), dutyParts(line, detail));
    },
    /** Read anew with the next row. */
    forget() {
      shown = '';
    },
    /** In a window without room for a panel, the same over the page. @param {DutyLine} line */
    async open(line) {
      if (visible(element)) return this.show(line);
      const detail = await read(line);
      await openDialog(detail.duty.title, () => [h('div', { class: 'duty-panel' }, dutyParts(line, detail))], { wide: true });
    },
  };
}

/** @param {HTMLElement} element */
const visible = (element) => element.getClientRects().length > 0;

/** @param {DutyLine} line @param {DutyDetail} detail */
export function dutyParts(line, { duty, role, unsettled }) {
  const part = (/** @type {string} */ name, /** @type {import('../../lib/dom.js').Child[]} */ ...content) => [h('dt', {}, t(`duties.part-${name}`)), h('dd', {}, content)];
  const ref = (/** @type {string} */ words) => h('span', { class: 'ref' }, words);
  return [
    h('p', { class: 'ref cite' }, `${duty.id} · ${duty.article}`),
    h('p', {}, duty.plain),
    h('dl', { class: 'follows' }, [
      part('who', h('b', {}, role.mark.title), ' ', role.plain, ' ', ref(role.cite), h('p', {}, h('a', { href: to('classification', line.system.id, 'result') }, ref(line.system.reference), ' ', line.system.name))),
      duty.trigger ? part('trigger', duty.trigger) : null,
      part('binds', duty.effective ? [h('b', {}, day(duty.effective)), duty.effectiveWhy ? ` · ${duty.effectiveWhy}` : ''] : t('duties.no-day'),
        duty.effectiveOpen ? h('p', {}, icon('ring', 'inline'), t('duties.day-open')) : null),
      duty.formal ? part('formal', day(duty.formal)) : null,
      duty.legacy ? part('legacy', duty.legacyOpen ? `${t('classification.perhaps')} ` : '', duty.legacy, duty.legacyBy ? ` ${t('classification.legacy-by', { day: day(duty.legacyBy) })}` : '') : null,
      duty.routes.length > 0 ? part('routes', duty.routes.map((way) => h('p', {}, h('b', {}, way.title), ' ', way.plain, ' ', ref(way.cite)))) : null,
      duty.penalty ? part('penalty', duty.penalty) : null,
      unsettled.length > 0 ? part('unsettled', unsettled.map((point) => h('div', { class: 'duty-point' },
        h('p', {}, h('b', {}, point.title), ' ', point.draft ? pill('half', t('classification.draft'), 'warn') : null),
        h('ul', {}, point.readings.map((reading, index) => h('li', {}, index === point.ours ? h('b', {}, `${t('classification.followed')}: `) : `${t('classification.other-reading')}: `, reading))),
        h('p', {}, point.why, ' ', ref(point.cite))))) : null,
    ].filter(Boolean).map((pair) => h('div', {}, pair))),
  ];
}
