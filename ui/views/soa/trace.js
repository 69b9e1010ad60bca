// @ts-check
/** Traceability: behind each control the path from the risk to the approval, with the broken links. */
import { button, linkButton } from '../../components/button.js';
import { pill } from '../../components/marks.js';
import { soaTraces } from '../../ipc/commands.js';
import { fill, h, refill } from '../../lib/dom.js';
import { number } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { trailList } from './trails.js';

/** @typedef {import('../../ipc/types.js').SoaTrace} Trace */

/** @param {import('../../lib/router.js').Place} place @returns {Promise<import('../routes.js').View>} */
export async function traceView(place) {
  let traces = await soaTraces();
  const only = place.query.get('row');
  let brokenOnly = only === null;
  const list = h('ul', { class: 'trace-list' });
  const tools = h('div', { class: 'tools-row' });
  const caption = h('p', { class: 'caption', 'aria-live': 'polite' });
  const broken = (/** @type {Trace} */ trace) => trace.trails.flatMap((trail) => trail.links).filter((link) => link.hold === 'broken').length;

  function draw() {
    const traced = traces.filter((trace) => trace.trails.length > 0);
    const torn = traced.filter((trace) => broken(trace) > 0);
    const shown = brokenOnly ? torn : traced;
    caption.textContent = traced.length === 0 ? t('soa.trace-none') : t('soa.trace-caption', { whole: number(traced.length - torn.length), traced: number(traced.length), untraced: number(traces.length - traced.length) });
    refill(tools,
      h('button', { type: 'button', class: `button chip ${brokenOnly ? 'on' : ''}`, 'aria-pressed': String(brokenOnly), 'data-key': 'broken', onclick: () => { brokenOnly = true; draw(); } }, t('soa.only-broken'), ' ', h('span', { class: 'count' }, number(torn.length))),
      h('button', { type: 'button', class: `button chip ${brokenOnly ? '' : 'on'}`, 'aria-pressed': String(!brokenOnly), 'data-key': 'all', onclick: () => { brokenOnly = false; draw(); } }, t('soa.trace-all'), ' ', h('span', { class: 'count' }, number(traced.length))));
    if (shown.length === 0) return void fill(list, h('li', { class: 'empty' }, h('h2', {}, t(traced.length === 0 ? 'soa.trace-empty' : 'soa.trace-sound')), traced.length === 0 ? null : button(t('soa.trace-all'), () => { brokenOnly = false; draw(); })));
    refill(list, shown.map((trace) => h('li', { class: 'trace', id: `trace-${trace.row}` },
      h('h2', {}, h('a', { href: to('soa', 'control', trace.row) }, h('span', { class: 'ref' }, trace.reference), ' ', trace.title),
        broken(trace) > 0 ? pill('triangle', tn('soa.broken-links', broken(trace)), 'bad') : pill('check', t('soa.sound'), 'good')),
      trailList(trace.trails))));
  }

  draw();
  return {
    rail: '#/soa',
    topics: ['controls', 'risks', 'inventory', 'organisation', 'records'],
    async refresh() {
      traces = await soaTraces();
      draw();
    },
    shown: () => { if (only) document.getElementById(`trace-${only}`)?.scrollIntoView({ block: 'start' }); },
    element: h('div', { class: 'view' }, h('p', { class: 'trail' }, h('a', { href: '#/soa' }, t('soa.title'))),
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('soa.trace')), h('p', { class: 'quiet' }, t('soa.trace-line'))), h('div', { class: 'actions' }, linkButton(t('soa.back-to-table'), '#/soa'))),
      tools, caption, list),
  };
}
