// @ts-check
/** What is known already to a question, where it stands, and the way there. */
import { icon } from '../../components/icon.js';
import { h } from '../../lib/dom.js';
import { to } from '../../lib/router.js';
import { t } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').KnownFact} KnownFact */
/** @typedef {import('../../ipc/types.js').KnownSource} KnownSource */

/** Where an answer that is known is changed. @param {KnownSource} source */
export function sourceAt({ record, questionnaire, section, question }) {
  if (questionnaire === 'eu-ai-act') return `${to('classification', record)}?at=${encodeURIComponent(question)}`;
  return `${to('questions', record, section)}?at=${encodeURIComponent(question)}`;
}

/**
 * @param {KnownFact} known @param {boolean} own whether something was said here
 * @param {import('../../lib/dom.js').Child} [act] what a person can do with it
 */
export function knownLine(known, own, act = null) {
  return h('div', { class: 'law-known' },
    h('p', {}, icon(own ? 'ring' : known.counts ? 'check' : 'question', 'inline'), t(own ? 'classification.known-beside' : known.counts ? 'classification.known-counts' : 'classification.known-suggested')),
    h('ul', { class: 'plain-list' }, known.sources.map((source) => h('li', {}, own ? t('classification.known-source', { label: source.label, words: source.words }) : source.label, ' ',
      h('a', { href: sourceAt(source), 'aria-label': t('classification.change-there-of', { label: source.label }) }, t('classification.change-there'))))),
    own ? null : known.reasons.map((reason) => h('p', {}, reason)),
    act);
}
