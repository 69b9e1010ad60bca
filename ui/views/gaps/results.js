// @ts-check
/** What a run comes to: figures with how they are made, pictures, what moved, what is to be done, and signing. */
import { linkButton } from '../../components/button.js';
import { drawing } from '../../components/drawing.js';
import { icon } from '../../components/icon.js';
import { pill } from '../../components/marks.js';
import { giveAnswer } from '../../ipc/answers.js';
import { gapResults } from '../../ipc/commands.js';
import { fill, h, refill } from '../../lib/dom.js';
import { day } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { conformityPill, made, percent, tenths } from './looks.js';
import { planPart } from './plan.js';
import { signingAct } from './signing.js';
import { gapTabs, gapTrail, signedLine } from './tabs.js';

/** @typedef {import('../../ipc/types.js').GapResults} Results */
/** @typedef {import('../../ipc/types.js').GapScore} Score */
/** @typedef {import('../../ipc/types.js').GapMovement} Movement */

/** @type {Record<Movement, [string, import('../../components/marks.js').Tone]>} */
const movementLooks = { worse: ['down', 'bad'], better: ['up', 'good'], new: ['plus', 'note'], gone: ['dash', 'open'], same: ['ring', 'open'] };

/** @param {import('../../lib/router.js').Place} place @returns {Promise<import('../routes.js').View>} */
export async function gapResultsView(place) {
  const record = place.params.id;
  let results = await gapResults(record);
  const body = h('div', { class: 'gap-results' });
  const acts = h('div', { class: 'actions' });

  function draw() {
    refill(body, signedLine(results.run), figures(results), pictures(results), topicsPart(results), comparePart(results), creditPart(results), planPart(results));
    fill(acts, linkButton(t('gaps.report'), `${to('reports', 'gaps')}?record=${encodeURIComponent(record)}`, { icon: 'sheet' }), signingAct(results));
  }

  draw();
  return {
    rail: '#/gaps',
    list: '#/gaps',
    topics: ['gaps', 'actions', 'inventory', 'duties', 'organisation', 'records', `record:${record}`],
    async refresh() {
      results = await gapResults(record);
      draw();
    },
    element: h('div', { class: 'view' }, gapTrail(results.run),
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('gaps.results-of', { name: results.run.record.name })), h('p', { class: 'quiet' }, results.run.on ? t('gaps.as-of', { day: day(results.run.on) }) : t('gaps.no-day'))), acts),
      gapTabs(results.run, 'results'), body),
  };
}

/** @param {string} name @param {...import('../../lib/dom.js').Child} content */
function part(name, ...content) {
  return h('section', { class: 'gap-part', 'aria-labelledby': `gaps-${name}` }, h('h2', { id: `gaps-${name}` }, t(`gaps.part-${name}`)), content);
}

/** @param {Results} results */
function figures({ run, earlier, earlierOn }) {
  const { score } = run;
  const before = (/** @type {(score: Score) => string} */ words) => (earlier ? h('p', { class: 'quiet' }, t('gaps.before', { day: earlierOn ? day(earlierOn) : '–', value: words(earlier) })) : null);
  const figure = (/** @type {string} */ name, /** @type {string} */ value, /** @type {string} */ how, /** @type {(score: Score) => string} */ words) => h('div', { class: 'card gap-figure' }, h('h3', {}, t(`gaps.figure-${name}`)), h('p', { class: 'gap-value' }, value), h('p', { class: 'quiet' }, how), before(words));
  const tally = (/** @type {'exists' | 'works'} */ name) => {
    const { yes, partly, no } = score[name];
    return yes + partly + no === 0 ? t('gaps.made-none') : t('gaps.made-seen', { yes, partly, no });
  };
  return part('figures',
    h('div', { class: 'gap-figures' },
      figure('conformity', percent(score.percent), made(score), (one) => percent(one.percent)),
      figure('exists', percent(score.exists.percent), tally('exists'), (one) => percent(one.exists.percent)),
      figure('works', percent(score.works.percent), tally('works'), (one) => percent(one.works.percent)),
      figure('maturity', tenths(score.maturityTenths), tn('gaps.made-maturity', score.maturityJudged), (one) => tenths(one.maturityTenths))),
    h('p', { class: 'quiet' }, t('gaps.how-made', { unseen: score.unseen, aside: score.notApplicable })));
}

/** @param {Results} results */
function pictures({ pictures: drawn }) {
  return part('pictures', h('div', { class: 'gap-pictures' }, drawn.map((one) => drawing(one))));
}

/** @param {Results} results */
function topicsPart({ topics, earlier }) {
  const columns = ['topic', 'share', 'met', 'partly', 'not-met', 'aside', 'unseen', 'maturity', ...(earlier ? ['earlier'] : [])];
  return part('topics', h('div', { class: 'table-frame plain', tabindex: '0', role: 'region', 'aria-label': t('gaps.table-topics') }, h('table', { class: 'table' },
    h('thead', {}, h('tr', {}, columns.map((column) => h('th', { scope: 'col' }, t(`gaps.topic-${column}`))))),
    h('tbody', {}, topics.map(({ reference, title, score, earlier: before }) => h('tr', {},
      h('th', { scope: 'row' }, h('span', { class: 'ref' }, reference), ' ', title),
      h('td', {}, percent(score.percent), h('span', { class: 'quiet' }, ` ${t('gaps.of-judged', { judged: score.judged, asked: score.asked })}`)),
      [score.met, score.partly, score.notMet, score.notApplicable, score.unseen].map((count) => h('td', {}, count)),
      h('td', {}, tenths(score.maturityTenths)),
      earlier ? h('td', {}, before ? `${percent(before.percent)} · ${tenths(before.maturityTenths)}` : t('gaps.not-then')) : null))))));
}

/** @param {Results} results */
function comparePart({ run, comparable, moved }) {
  if (comparable.length === 0) return part('compare', h('p', { class: 'quiet' }, t('gaps.nothing-to-compare')));
  const select = h('select', { class: 'select', 'aria-label': t('gaps.compare-with'), 'data-key': 'compare' }, h('option', { value: '' }, t('gaps.compare-none')), comparable.map((one) => h('option', { value: one.id, ...(one.id === run.earlier?.id ? { selected: true } : {}) }, `${one.reference} ${one.name}`)));
  select.disabled = run.signed !== null;
  select.addEventListener('change', () => giveAnswer({ record: run.record.id, question: 'gap-analysis-earlier', answer: select.value === '' ? null : { state: 'given', value: { kind: 'records', records: [select.value] }, note: '' } }, { now: true }));
  const kinds = /** @type {Movement[]} */ (['worse', 'better', 'new', 'gone']);
  return part('compare', h('p', { class: 'filter' }, h('span', {}, t('gaps.compare-with')), select),
    !run.earlier ? null : moved.length === 0 ? h('p', {}, t('gaps.nothing-moved')) : kinds.map((kind) => {
      const own = moved.filter((one) => one.movement === kind);
      const [shape, tone] = movementLooks[kind];
      return own.length === 0 ? null : h('div', { class: 'gap-moved' }, h('h3', {}, pill(shape, tn(`gaps.moved-${kind}`, own.length), tone)),
        h('ul', { class: 'plain-list' }, own.map((one) => h('li', {}, h('a', { href: to('gaps', run.record.id, 'interview', one.id) }, h('span', { class: 'ref' }, one.reference), ' ', one.title), ' ', conformityPill(one.before), one.maturityBefore === null ? null : h('span', { class: 'quiet' }, ` ${one.maturityBefore}`), icon('next', 'inline'), conformityPill(one.now), one.maturityNow === null ? null : h('span', { class: 'quiet' }, ` ${one.maturityNow}`)))));
    }));
}

/** @param {Results} results */
function creditPart({ credit }) {
  if (credit.proposed === 0) return part('credit', h('p', { class: 'quiet' }, t('gaps.credit-no-certificate')));
  return part('credit', h('p', {}, t('gaps.credit-count', { proposed: credit.proposed, confirmed: credit.confirmed, declined: credit.declined, open: Math.max(0, credit.proposed - credit.confirmed - credit.declined) })), h('p', { class: 'quiet' }, t('gaps.credit-line')));
}
