// @ts-check
/** Choosing the controls that treat a risk, with every control of Annex A in view, so that none is forgotten. */
import { notify } from '../../components/announce.js';
import { button } from '../../components/button.js';
import { openDialog } from '../../components/dialog.js';
import { pill } from '../../components/marks.js';
import { chooseControls } from '../../ipc/commands.js';
import { freshId, h } from '../../lib/dom.js';
import { t, tn } from '../../lib/texts.js';

/** @param {string} risk @param {import('../../ipc/types.js').RiskScreen} screen */
export async function chooseControlsFor(risk, screen) {
  const own = screen.controls.filter((link) => !screen.comparison.some((one) => one.record?.id === link.id)).map((link) => link.id);
  const chosen = new Set(screen.comparison.filter((one) => one.chosen).map((one) => one.control));
  const done = await openDialog(t('risks.choose-title'), (close) => {
    const count = h('p', { class: 'quiet', 'aria-live': 'polite' }, tn('risks.chosen', chosen.size));
    const row = (/** @type {import('../../ipc/types.js').ComparedView} */ one) => {
      const id = freshId('control');
      const box = h('input', { type: 'checkbox', id, checked: chosen.has(one.control) });
      box.addEventListener('change', () => { if (box.checked) chosen.add(one.control); else chosen.delete(one.control); count.textContent = tn('risks.chosen', chosen.size); });
      return h('label', { class: 'option', for: id }, box, h('span', { class: 'option-words' }, h('span', {}, h('span', { class: 'ref' }, one.reference), ' ', one.title),
        h('span', { class: 'then' }, one.suggested ? pill('question', t('risks.suggested'), 'note') : null, one.inPlace ? pill('check', t('risks.in-place'), 'good') : null, one.excluded ? pill('triangle', t('risks.excluded'), 'warn') : null)));
    };
    return [
      h('p', { class: 'prose' }, t('risks.choose-line')), count,
      h('div', { class: 'options comparison' }, screen.comparison.map(row)),
      h('div', { class: 'dialog-foot' }, button(t('dialog.cancel'), () => close(null)), button(t('risks.choose-act'), () => close(true), { look: 'primary' })),
    ];
  }, { wide: true });
  if (done !== true) return;
  try {
    await chooseControls({ risk, controls: [...chosen], own });
  } catch (error) {
    notify(error instanceof Error ? error.message : String(error), { failed: true });
  }
}
