// @ts-check
/** Signed systems whose outcome is another one today: what moved, and why. */
import { pill } from '../../components/marks.js';
import { changedClassifications } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { day } from '../../lib/format.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { differenceWords } from './differences.js';

/** Differences of one system told at once. */
const TOLD = 4;

/** The part above the list; it fills itself, because working it out may take longest. */
export function changedPart() {
  const element = h('div', {});
  return {
    element,
    async load() {
      const changed = await changedClassifications().catch(() => []);
      if (changed.length === 0) return fill(element);
      fill(element, h('section', { class: 'said warn law-changed', 'aria-labelledby': 'law-changed' },
        h('h2', { id: 'law-changed' }, t('classification.changed')), h('p', {}, tn('classification.changed-line', changed.length)),
        h('ul', { class: 'law-list' }, changed.map(({ record, revision, on, byContent, byDay, byFacts, differences }) => h('li', {},
          h('div', { class: 'law-reason-head' }, h('span', { class: 'ref' }, record.reference), h('a', { href: to('classification', record.id, 'result') }, record.name),
            h('span', { class: 'quiet' }, t('classification.since-revision', { number: revision, day: day(on) })),
            byContent ? pill('half', t('classification.by-content'), 'here') : null, byFacts ? pill('half', t('classification.by-facts'), 'here') : null, byDay ? pill('clock', t('classification.by-day'), 'here') : null),
          h('ul', { class: 'plain-list' }, differences.slice(0, TOLD).map((one) => h('li', {}, differenceWords(one)))),
          differences.length > TOLD ? h('p', { class: 'quiet' }, tn('classification.more-differences', differences.length - TOLD)) : null)))));
    },
  };
}
