// @ts-check
/** Links to records: type to find one, or enter a new one without leaving the question. */
import { fill, h } from '../../lib/dom.js';
import { to } from '../../lib/router.js';
import { t } from '../../lib/texts.js';
import { icon } from '../icon.js';
import { recordPicker } from '../record-picker.js';

/** @type {import('./kinds.js').MakeControl} */
export function record(options) {
  return links(options, true);
}

/** @type {import('./kinds.js').MakeControl} */
export function records(options) {
  return links(options, false);
}

/** @param {import('./kinds.js').ControlOptions} options @param {boolean} onlyOne @returns {import('./kinds.js').Control} */
function links({ id, describedBy, labelledBy, question, value, edit }, onlyOne) {
  /** @type {import('../../ipc/types.js').RecordLink[]} */
  let chosen = [];
  const kind = question.linksTo ?? 'system';
  const list = h('ul', { class: 'tags', tabindex: '-1', 'aria-labelledby': labelledBy });
  const tell = () => edit(chosen.length === 0 ? null : { kind: 'records', records: chosen.map((link) => link.id) }, { now: true });
  const picker = recordPicker({
    id, kind, labelledBy, describedBy,
    taken: (link) => chosen.some((other) => other.id === link.id),
    choose(link) {
      chosen = onlyOne ? [link] : [...chosen, link];
      draw();
      tell();
      // The one that was chosen stands in place of the field: the focus stays in the question.
      if (onlyOne) list.focus();
      else picker.focus();
    },
  });
  const draw = () => {
    fill(list, chosen.map((link) => h('li', { class: 'tag' },
      h('a', { href: to('record', link.id) }, link.name), h('span', { class: 'ref' }, link.reference),
      h('button', { type: 'button', class: 'tag-remove', 'aria-label': t('question.remove', { name: link.name }), onclick: () => { chosen = chosen.filter((other) => other !== link); draw(); tell(); picker.focus(); } }, icon('close')))));
    picker.element.hidden = onlyOne && chosen.length > 0;
  };
  const show = (/** @type {import('../../ipc/types.js').ValueView | null} */ shown) => {
    chosen = shown?.kind === 'records' ? [...shown.records] : [];
    draw();
  };
  show(value);
  return {
    element: h('div', { class: 'words' }, list, picker.element),
    focus: () => (picker.element.hidden ? list.focus() : picker.focus()),
    show,
  };
}
