// @ts-check
/** The runs of the gap analysis: going on with one, beginning another, comparing. */
import { notify } from '../../components/announce.js';
import { button, linkButton } from '../../components/button.js';
import { askLine } from '../../components/dialog.js';
import { meter, pill } from '../../components/marks.js';
import { beginGapRun, listGapRuns } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { day, today } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { made, spent } from './looks.js';

/** @typedef {import('../../ipc/types.js').GapRun} GapRun */

/** @param {import('../../lib/router.js').Place} _ @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function gapRunsView(_, desk) {
  const { runs, requirements } = await listGapRuns();

  async function begin() {
    const name = await askLine({ title: t('gaps.begin-title'), label: t('gaps.begin-name'), hint: t('gaps.begin-hint', { requirements }), value: t('gaps.begin-value', { day: day(today()) }), act: t('gaps.begin') });
    if (name === null) return;
    try {
      const run = await beginGapRun(name);
      await desk.go(to('gaps', run.id, 'interview'));
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { failed: true });
    }
  }

  return {
    rail: '#/gaps',
    topics: ['gaps'],
    element: h('div', { class: 'view gap-runs' },
      h('div', { class: 'titlebar' },
        h('div', { class: 'titles' }, h('h1', {}, t('gaps.title')), h('p', { class: 'quiet' }, t('gaps.lead'))),
        runs.length > 0 ? button(t('gaps.begin'), begin, { look: runs.some((run) => !run.signed) ? 'plain' : 'primary', icon: 'plus' }) : null),
      runs.length === 0
        ? h('div', { class: 'empty' }, h('h2', {}, t('gaps.none')), h('p', { class: 'prose' }, t('gaps.none-line', { requirements })), button(t('gaps.begin'), begin, { look: 'primary' }))
        : h('ul', { class: 'gap-run-list' }, runs.map(runCard))),
  };
}

/** @param {GapRun} run */
function runCard(run) {
  const { record, score, signed } = run;
  const open = score.asked - score.notApplicable;
  const progress = tn('gaps.judged-of', score.judged, { all: open });
  return h('li', { class: 'card gap-run' },
    h('div', { class: 'gap-run-head' },
      h('h2', {}, h('a', { href: to('gaps', record.id) }, h('span', { class: 'ref' }, record.reference), ' ', record.name)),
      signed ? pill('check', t('gaps.signed-pill', { number: signed.number }), 'good') : pill('half', t('gaps.open-pill'), 'here')),
    h('p', { class: 'quiet' }, [run.on ? t('gaps.as-of', { day: day(run.on) }) : t('gaps.no-day'), run.assessor ? t('gaps.by', { who: run.assessor }) : '', run.earlier ? t('gaps.compared-with', { reference: run.earlier.reference }) : '', run.seconds > 0 ? t('gaps.spent', { time: spent(run.seconds) }) : ''].filter(Boolean).join(' · ')),
    h('div', { class: 'gap-run-figures' },
      h('div', { class: 'stack' }, meter(score.judged, open, progress), h('p', {}, progress)),
      h('p', {}, made(score)),
      h('p', {}, [tn('gaps.gaps', run.gaps), score.notApplicable > 0 ? tn('gaps.aside', score.notApplicable) : '', score.unseen > 0 ? tn('gaps.unseen', score.unseen) : '', run.askAgain > 0 ? tn('gaps.to-ask', run.askAgain) : ''].filter(Boolean).join(' · '))),
    h('div', { class: 'actions' },
      signed ? null : linkButton(t(score.judged > 0 ? 'gaps.go-on' : 'gaps.interview'), to('gaps', record.id, 'interview'), { look: 'primary', label: `${t(score.judged > 0 ? 'gaps.go-on' : 'gaps.interview')}, ${record.reference}` }),
      linkButton(t('gaps.table'), to('gaps', record.id), { label: `${t('gaps.table')}, ${record.reference}` }),
      linkButton(t('gaps.results'), to('gaps', record.id, 'results'), { label: `${t('gaps.results')}, ${record.reference}` }),
      linkButton(t('gaps.about-run'), to('questions', record.id), { look: 'quiet', label: `${t('gaps.about-run')}, ${record.reference}` })));
}
