// @ts-check
/** Why: rules that hold with what decided them, and those that were considered and do not. */
import { icon } from '../../components/icon.js';
import { classMark, pill } from '../../components/marks.js';
import { h } from '../../lib/dom.js';
import { day } from '../../lib/format.js';
import { t, tn } from '../../lib/texts.js';
import { part } from './part.js';
import { questionAt } from './tree.js';

/** @typedef {import('../../ipc/types.js').ClassificationResult} Result */
/** @typedef {import('../../ipc/types.js').Reason} Reason */

/** @param {Result} result */
export function reasonsPart({ record, reasons, notMet }) {
  const concluding = reasons.filter((one) => one.class || one.point || one.role);
  const resting = reasons.filter((one) => !concluding.includes(one));
  const aside = saidAside([...reasons, ...notMet]);
  return part('why', [
    aside.length === 0 ? null : h('div', { class: 'stack' }, h('p', {}, icon('dash', 'inline'), tn('classification.aside', aside.length)), h('ul', { class: 'law-reasons' }, aside.map((one) => h('li', {}, decided(record.id, [one]))))),
    concluding.length === 0 ? h('p', {}, t('classification.nothing-holds')) : h('ul', { class: 'law-reasons' }, concluding.map((one) => reason(record.id, one))),
    resting.length === 0 ? null : h('details', {}, h('summary', {}, tn('classification.rests-on', resting.length)), h('ul', { class: 'law-reasons' }, resting.map((one) => reason(record.id, one)))),
    notMet.length === 0 ? null : h('details', {}, h('summary', {}, tn('classification.not-met', notMet.length)), byStage(notMet).map(([stage, own]) =>
      [h('h3', { class: 'law-stage' }, stage), h('ul', { class: 'law-reasons' }, own.map((one) => reason(record.id, one)))])),
  ]);
}

/** Questions that somebody says do not apply, once each. No rule checks such a statement, so it stands before what rests on it. @param {Reason[]} all */
function saidAside(all) {
  const said = all.flatMap((one) => one.decidedBy).filter((one) => one.said === 'not-applicable');
  return [...new Map(said.map((one) => [one.question, one])).values()];
}

/** @param {Reason[]} all @returns {[string, Reason[]][]} */
function byStage(all) {
  /** @type {Map<string, Reason[]>} */
  const stages = new Map();
  for (const one of all) stages.set(one.stage, [...(stages.get(one.stage) ?? []), one]);
  return [...stages];
}

/** @param {string} record @param {Reason} one */
function reason(record, { title, plain, cite, class: leading, role, point, open, counts, decidedBy }) {
  return h('li', {},
    h('div', { class: 'law-reason-head' }, h('b', {}, title), point ? h('span', { class: 'ref' }, t('classification.point', { point })) : null,
      open ? pill('ring', t('classification.still-open'), 'open') : counts ? (leading ? classMark(leading) : role ? pill('person', role, 'open') : null) : pill('clock', t('classification.later'), 'warn')),
    h('p', {}, plain, ' ', h('span', { class: 'ref' }, cite)),
    decidedBy.length === 0 ? null : h('p', { class: 'quiet law-decided' }, t('classification.because'), ' ', together(decidedBy).map((own, index) => [index > 0 ? '; ' : '', decided(record, own)])));
}

/** Parts of one answer stand together. @param {import('../../ipc/types.js').DecidedBy[]} all */
function together(all) {
  /** @type {import('../../ipc/types.js').DecidedBy[][]} */
  const groups = [];
  for (const one of all) {
    const last = groups.at(-1);
    if (one.question && last?.[0].question === one.question) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** @param {string} record @param {import('../../ipc/types.js').DecidedBy[]} own of one question, or one date */
function decided(record, own) {
  const [{ question, label, said, words }] = own;
  if (!question) return h('span', {}, t(`classification.by-${said}`, { label, day: day(words) }));
  return [h('a', { href: questionAt(record, question) }, label), ': ', own.map((one, index) => [index > 0 ? ', ' : '',
    one.said === 'not-chosen' ? [icon('close', 'inline'), t('classification.by-not-chosen', { words: one.words })] : one.words])];
}
