// @ts-check
/** What the law says of one system on one day: class, reasons, duties, what would change it, what is unsettled. */
import { linkButton } from '../../components/button.js';
import { icon } from '../../components/icon.js';
import { classMark, pill } from '../../components/marks.js';
import { menu } from '../../components/menu.js';
import { date } from '../../components/question/date.js';
import { classificationResult, listReports } from '../../ipc/commands.js';
import { h } from '../../lib/dom.js';
import { day } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { dutiesPart } from './duties.js';
import { part } from './part.js';
import { reasonsPart } from './reasons.js';
import { reopenedLine, revisionsPart, signedWords, signingAct, versionDetails } from './signing.js';
import { stripParts, stripTone, turnWords } from './strip.js';
import { questionAt } from './tree.js';

/** @typedef {import('../../ipc/types.js').ClassificationResult} Result */

/** @param {import('../../lib/router.js').Place} place @param {import('../../desk.js').Desk} desk @returns {Promise<import('../routes.js').View>} */
export async function resultView(place, desk) {
  const record = place.params.id;
  const [result, offers] = await Promise.all([classificationResult({ record, on: place.query.get('on') }), listReports()]);
  // The system's own record is printed from its page.
  const printed = offers.filter((offer) => offer.about === 'system' && offer.kind !== 'system');
  return {
    rail: '#/classification',
    list: '#/classification',
    topics: [`record:${record}`, 'organisation'],
    element: h('div', { class: 'view law-result' },
      h('p', { class: 'trail' }, h('a', { href: '#/classification' }, t('classification.title')), h('span', { 'aria-hidden': 'true' }, '/'), h('a', { href: to('record', record) }, h('span', { class: 'ref' }, result.record.reference))),
      h('div', { class: 'titlebar' },
        h('div', { class: 'titles' }, h('h1', {}, result.record.name), h('p', { class: 'quiet' }, t('classification.result-on', { day: day(result.on), checked: day(result.asOf) }))),
        h('div', { class: 'actions' }, menu(t('classification.print'), printed.map((offer) => ({ words: offer.title, icon: 'sheet', run: () => desk.go(`#/reports/${offer.kind}?record=${encodeURIComponent(record)}`) })), { align: 'end' }), actions(result),
          // What is signed is how it stands today.
          result.on === result.today ? signingAct(result) : null)),
      h('div', { class: `strip ${stripTone(result.strip)}` }, stripParts(result.strip)),
      result.on === result.today ? null : h('p', { class: 'said warn' }, t('classification.other-day', { day: day(result.on) }), ' ', h('a', { href: to('classification', record, 'result') }, t('classification.back-to-today'))),
      result.signed ? h('p', { class: 'said law-signed' }, icon('check', 'inline'), signedWords(result.signed)) : null,
      reopenedLine(result), openPart(result), warningsPart(result),
      part('classes', [h('dl', { class: 'facts law-classes' }, result.classes.map((one) => [h('dt', {}, classMark(one.mark)), h('dd', {}, one.plain, ' ', h('span', { class: 'ref' }, one.cite))]),
        result.roles.map((one) => [h('dt', {}, pill('person', one.mark.title, 'open')), h('dd', {}, one.plain, ' ', h('span', { class: 'ref' }, one.cite))])),
      result.classes.length === 0 ? h('p', {}, t('classification.no-class-yet')) : null,
      result.openClasses.length > 0 ? h('p', { class: 'law-marks' }, h('span', { class: 'quiet' }, t('classification.may-come')), result.openClasses.map((one) => classMark(one))) : null,
      result.confidence === 'high' ? null : h('p', { class: 'quiet' }, t(`classification.confidence-${result.confidence}`))]),
      reasonsPart(result), dutiesPart(result), advicePart(result), turnsPart(result), unsettledPart(result), draftsPart(result), revisionsPart(result), dayPart(result),
      h('p', { class: 'quiet prose law-caveat' }, t('classification.checked', { day: day(result.asOf) }), ' ', result.caveat), versionDetails(result.contentVersion)),
  };
}

/** @param {Result} result */
function actions({ record, open, first }) {
  if (open.length > 0) return linkButton(t('classification.go-on'), to('classification', record.id), { look: 'primary' });
  return first ? linkButton(t('classification.see-questions'), questionAt(record.id, first)) : null;
}

/** @param {Result} result */
function openPart({ record, open, toFindOut, optional }) {
  const links = (/** @type {import('../../ipc/types.js').QuestionLink[]} */ all) => h('ul', { class: 'law-links' }, all.map((one) => h('li', {}, h('a', { href: questionAt(record.id, one.question) }, one.label))));
  if (open.length + toFindOut.length + optional.length === 0) return null;
  return part('open', [
    open.length > 0 ? h('details', { open: open.length <= 12 }, h('summary', {}, tn('classification.open-questions', open.length)), links(open)) : null,
    toFindOut.length > 0 ? [h('p', { class: 'late' }, icon('question', 'inline'), tn('classification.open-to-find-out', toFindOut.length)), links(toFindOut)] : null,
    optional.length > 0 ? h('details', {}, h('summary', {}, tn('classification.open-optional', optional.length)), links(optional)) : null,
  ]);
}

/** @param {Result} result */
function warningsPart({ warnings }) {
  return warnings.map((one) => h('div', { class: 'said warn law-warning' },
    h('p', {}, icon('triangle', 'inline'), h('b', {}, t('classification.from-then', { day: day(one.from), title: one.title })), ' ', one.class ? classMark(one.class) : null),
    h('p', {}, one.plain, ' ', h('span', { class: 'ref' }, one.cite))));
}

/** @param {Result} result */
function advicePart({ advice, split }) {
  if (advice.length === 0 && !split) return null;
  return part('advice', [
    advice.length === 0 ? null : h('ul', { class: 'law-list' }, advice.map((one) => h('li', {}, h('b', {}, one.title), h('p', {}, one.words, ' ', h('span', { class: 'ref' }, one.cite)))),),
    split ? h('div', { class: 'card next-card' }, h('div', {}, h('h3', {}, t('classification.split')), h('p', {}, t('classification.split-line'))), linkButton(t('classification.split-act'), '#/add/system', { icon: 'plus' })) : null,
  ]);
}

/** Other answers, gathered by the class they would lead to. @param {Result} result */
function turnsPart({ record, turns }) {
  if (turns.length === 0) return null;
  /** @type {Map<string, import('../../ipc/types.js').Turn[]>} */
  const groups = new Map();
  for (const turn of turns) {
    const key = `${turn.class?.id ?? ''} ${turn.settled}`;
    groups.set(key, [...(groups.get(key) ?? []), turn]);
  }
  return part('turns', [...groups.values()].map((group) => {
    const [{ class: leading, settled }] = group;
    return h('details', { class: 'law-turns', open: groups.size === 1 && group.length <= 6 },
      h('summary', {}, classMark(leading, leading && !settled ? t('classification.at-least', { class: leading.title }) : undefined), ' ', h('span', { class: 'quiet' }, tn('classification.turns', group.length))),
      h('ul', { class: 'plain-list' }, group.map((turn) => h('li', {}, h('a', { href: questionAt(record.id, turn.question) }, turnWords(turn))))));
  }));
}

/** @param {Result} result */
function unsettledPart({ unsettled }) {
  const applies = unsettled.filter((one) => one.applies);
  const perhaps = unsettled.filter((one) => !one.applies);
  if (unsettled.length === 0) return null;
  return part('unsettled', [applies.map(point), perhaps.length === 0 ? null : h('details', {}, h('summary', {}, tn('classification.unsettled-perhaps', perhaps.length)), perhaps.map(point))]);
}

/** @param {import('../../ipc/types.js').UnsettledPoint} one */
function point({ title, readings, ours, why, confidence, cite, draft }) {
  return h('div', { class: 'law-point' },
    h('h3', {}, title, ' ', draft ? pill('half', t('classification.draft'), 'warn') : null),
    h('ul', { class: 'law-readings' }, readings.map((reading, index) => h('li', { class: index === ours ? 'ours' : null },
      index === ours ? pill('check', t('classification.followed'), 'here') : pill('ring', t('classification.other-reading'), 'open'), h('span', {}, reading)))),
    h('p', { class: 'quiet' }, why, ' ', t(`classification.sure-${confidence}`), ' ', h('span', { class: 'ref' }, cite)));
}

/** @param {Result} result */
function draftsPart({ drafts }) {
  if (drafts.length === 0) return null;
  return part('drafts', h('ul', { class: 'law-list' }, drafts.map((one) => h('li', {},
    h('b', {}, one.title), ' ', pill('half', t('classification.draft'), 'warn'),
    h('p', {}, t(one.holds ? 'classification.draft-opens' : 'classification.draft-closes'), ' ', one.note, ' ', h('span', { class: 'ref' }, one.cite))))));
}

/** Another reference date. @param {Result} result */
function dayPart({ record, on }) {
  const control = date({
    id: 'law-day', describedBy: 'law-day-hint', labelledBy: 'law-day-label', value: { kind: 'date', date: on }, refuse: () => {},
    question: /** @type {any} */ ({}),
    edit(value, { now = false } = {}) {
      if (now && value?.kind === 'date' && value.date !== on) location.hash = `${to('classification', record.id, 'result')}?on=${value.date}`;
    },
  });
  return part('day', [h('label', { class: 'label', for: 'law-day', id: 'law-day-label' }, t('classification.day-label')), h('p', { class: 'quiet', id: 'law-day-hint' }, t('classification.day-hint')), control.element]);
}
