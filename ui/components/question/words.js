// @ts-check
/** Free words, several: each becomes a tag. Enter or a comma ends a word. */
import { fill, h } from '../../lib/dom.js';
import { t } from '../../lib/texts.js';
import { icon } from '../icon.js';

/** @type {import('./kinds.js').MakeControl} */
export function words({ id, describedBy, value, edit }) {
  /** @type {string[]} */
  let list = value?.kind === 'words' ? [...value.words] : [];
  const tags = h('ul', { class: 'tags' });
  const input = h('input', { id, class: 'text-input', 'aria-describedby': describedBy, autocomplete: 'off', placeholder: t('question.words-hint') });

  /** What is typed and not ended yet counts too: nobody loses the last word. */
  const all = () => {
    const typed = input.value.trim();
    return typed && !list.includes(typed) ? [...list, typed] : list;
  };
  const tell = (now = false) => edit(all().length === 0 ? null : { kind: 'words', words: all() }, { now });
  const draw = () => fill(tags, list.map((word) => h('li', { class: 'tag' }, word,
    h('button', { type: 'button', class: 'tag-remove', 'aria-label': t('question.remove', { name: word }), onclick: () => { list = list.filter((other) => other !== word); draw(); tell(true); input.focus(); } }, icon('close')))));
  const end = () => {
    if (input.value.trim() === '') return false;
    list = all();
    input.value = '';
    draw();
    tell(true);
    return true;
  };
  input.addEventListener('input', () => {
    if (/[,;]/.test(input.value)) {
      const parts = input.value.split(/[,;]/).map((part) => part.trim());
      input.value = parts.pop() ?? '';
      for (const part of parts) if (part && !list.includes(part)) list.push(part);
      draw();
    }
    tell();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && end()) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Backspace' && input.value === '' && list.length > 0) {
      list = list.slice(0, -1);
      draw();
      tell(true);
    }
  });
  input.addEventListener('blur', end);
  draw();
  return {
    element: h('div', { class: 'words' }, tags, input),
    focus: () => input.focus(),
    show: (shown) => { list = shown?.kind === 'words' ? [...shown.words] : []; input.value = ''; draw(); },
  };
}
