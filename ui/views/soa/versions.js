// @ts-check
/** Signed versions of the statement, and what differs between any two of them. */
import { linkButton } from '../../components/button.js';
import { icon } from '../../components/icon.js';
import { pill } from '../../components/marks.js';
import { compareSoa, soaScreen } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { moment } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').SoaDifference} Difference */

/** @param {import('../../lib/router.js').Place} place @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function versionsView(place, desk) {
  const { versions } = await soaScreen();
  const numbers = versions.map((version) => version.number);
  const asked = (/** @type {string} */ name) => numbers.find((one) => String(one) === place.query.get(name));
  const last = numbers.at(-1);
  let before = asked('from') ?? numbers.at(-2) ?? last ?? 0;
  /** @type {number | null} null: today */
  let after = place.query.get('to') === 'today' ? null : asked('to') ?? (numbers.length > 1 ? last ?? null : null);
  const found = h('div', { 'aria-live': 'polite' });
  const acts = h('div', { class: 'actions' });

  /** @param {string} name @param {string} value @param {[string, string][]} options @param {(value: string) => void} run */
  function select(name, value, options, run) {
    const element = h('select', { id: `soa-${name}`, class: 'select' }, options.map(([id, words]) => h('option', { value: id, ...(id === value ? { selected: true } : {}) }, words)));
    element.addEventListener('change', () => { run(element.value); void compare(); });
    return h('span', { class: 'field-inline' }, h('label', { class: 'label', for: `soa-${name}` }, t(`soa.compare-${name}`)), element);
  }
  const named = numbers.map((one) => /** @type {[string, string]} */ ([String(one), t('soa.version', { n: one })]));
  const tools = h('div', { class: 'tools-row' },
    select('from', String(before), named, (value) => { before = Number(value); }),
    select('to', after === null ? 'today' : String(after), [...named, ['today', t('soa.today')]], (value) => { after = value === 'today' ? null : Number(value); }));

  async function compare() {
    desk.rename(`#/soa/versions?from=${before}&to=${after ?? 'today'}`);
    const all = await compareSoa({ before, after });
    fill(found, all.length === 0 ? h('p', {}, t('soa.no-difference')) : [h('p', { class: 'caption' }, tn('soa.differences', all.filter((one) => one.row !== '').length)), all.map(differenceOf)]);
    fill(acts, after === null || after === before ? null : linkButton(t('soa.print-difference'), `#/reports/soa-difference?from=${before}&to=${after}`));
  }
  if (versions.length > 0) await compare();

  return {
    rail: '#/soa',
    topics: ['organisation'],
    element: h('div', { class: 'view soa-versions' }, h('p', { class: 'trail' }, h('a', { href: '#/soa' }, t('soa.title'))),
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('soa.versions')), h('p', { class: 'quiet' }, t('soa.versions-line'))), acts),
      versions.length === 0 ? h('div', { class: 'empty' }, h('h2', {}, t('soa.no-version')), linkButton(t('soa.back-to-table'), '#/soa', { look: 'primary' })) : [
        h('div', { class: 'table-frame plain', tabindex: '0', role: 'region', 'aria-label': t('soa.versions') }, h('table', { class: 'table' },
          h('thead', {}, h('tr', {}, ['version', 'approved', 'counts', 'changes', 'proof'].map((column) => h('th', { scope: 'col' }, t(`soa.versions-${column}`))))),
          h('tbody', {}, [...versions].reverse().map((one) => h('tr', {},
            h('th', { scope: 'row' }, h('b', {}, t('soa.version', { n: one.number })), ' ', one.stands ? pill('check', t('soa.in-force'), 'good') : pill('half', t('soa.replaced'), 'open')),
            h('td', {}, h('p', {}, one.approver), h('p', { class: 'quiet' }, one.function), h('p', { class: 'quiet' }, moment(one.at))),
            h('td', {}, h('p', {}, t('soa.version-counts', { included: one.included, excluded: one.excluded })), one.contradicted === '0' ? null : h('p', { class: 'contradiction' }, icon('triangle', 'inline'), t('soa.version-contradicted', { n: one.contradicted }))),
            h('td', {}, one.changes),
            h('td', {}, h('p', {}, one.contentVersion), h('p', { class: 'ref' }, one.sha256.slice(0, 16)))))))),
        h('h2', {}, t('soa.difference')), tools, found]),
  };
}

/** @param {Difference} one */
function differenceOf({ row, reference, title, whole, changes }) {
  return h('section', { class: 'law-changes' },
    h('h3', {}, row === '' ? t('soa.version-itself') : h('a', { href: to('soa', 'control', row) }, h('span', { class: 'ref' }, reference), ' ', title)),
    whole ? h('p', {}, t(`soa.line-${whole}`)) : h('dl', { class: 'soa-changes' }, changes.map((change) => h('div', {}, h('dt', {}, change.label),
      h('dd', {}, h('p', { class: 'quiet' }, t('soa.before'), ' ', change.before || '–'), h('p', {}, t('soa.after'), ' ', change.after || '–'))))));
}
