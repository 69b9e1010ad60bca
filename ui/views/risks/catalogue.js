// @ts-check
/** The catalogue of risks to begin with: several at once, for the systems they concern. */
import { notify, say } from '../../components/announce.js';
import { button, linkButton } from '../../components/button.js';
import { pill } from '../../components/marks.js';
import { recordPicker } from '../../components/record-picker.js';
import { icon } from '../../components/icon.js';
import { searchField } from '../../components/search.js';
import { pickRisks, riskCatalogue } from '../../ipc/commands.js';
import { fill, freshId, h } from '../../lib/dom.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';

/** @typedef {import('../../ipc/types.js').CatalogueLine} CatalogueLine */

/** @returns {Promise<import('../routes.js').View>} */
export async function catalogueView() {
  let entries = await riskCatalogue();
  let search = '';
  /** @type {Set<string>} */
  const chosen = new Set();
  /** @type {import('../../ipc/types.js').RecordLink[]} */
  let systems = [];

  const list = h('div', { class: 'stack' });
  const tags = h('ul', { class: 'tags', tabindex: '-1', 'aria-label': t('risks.for-systems') });
  const picker = recordPicker({
    id: 'catalogue-systems', kind: 'system', mayEnter: false, labelledBy: 'catalogue-systems-label', describedBy: 'catalogue-systems-hint',
    taken: (link) => systems.some((one) => one.id === link.id),
    choose(link) { systems = [...systems, link]; drawTags(); picker.focus(); },
  });
  const act = button('', take, { look: 'primary', icon: 'plus' });

  function drawTags() {
    fill(tags, systems.map((link) => h('li', { class: 'tag' }, link.name, h('span', { class: 'ref' }, link.reference),
      h('button', { type: 'button', class: 'tag-remove', 'aria-label': t('question.remove', { name: link.name }), onclick: () => { systems = systems.filter((one) => one !== link); drawTags(); picker.focus(); } }, icon('close')))));
  }

  function drawAct() {
    const words = act.querySelector('span');
    if (words) words.textContent = chosen.size === 0 ? t('risks.take-none') : tn('risks.take', chosen.size);
  }

  function draw() {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = entries.filter((entry) => words.every((word) => `${entry.name} ${entry.event} ${entry.sourceWords} ${entry.suggests.join(' ')}`.toLowerCase().includes(word)));
    /** @type {Map<string, CatalogueLine[]>} */
    const groups = new Map();
    for (const entry of shown) groups.set(entry.sourceWords, [...(groups.get(entry.sourceWords) ?? []), entry]);
    fill(list, shown.length === 0 ? h('p', { class: 'quiet' }, t('risks.none-found'))
      : [...groups].map(([source, of]) => h('section', { class: 'stack', 'aria-label': source }, h('h2', {}, source), h('div', { class: 'options catalogue' }, of.map(card)))));
    drawAct();
  }

  /** @param {CatalogueLine} entry */
  function card(entry) {
    const id = freshId('entry');
    const box = h('input', { type: 'checkbox', id, checked: chosen.has(entry.id), 'aria-describedby': `${id}-then` });
    box.addEventListener('change', () => { if (box.checked) chosen.add(entry.id); else chosen.delete(entry.id); drawAct(); });
    return h('label', { class: 'option', for: id }, box,
      h('span', { class: 'option-words' }, entry.name,
        h('span', { class: 'then', id: `${id}-then` }, entry.event),
        h('span', { class: 'then cite' }, entry.cite, ' · ', t('risks.suggests', { controls: entry.suggests.join(', ') })),
        entry.picked.length > 0 ? pill('check', t('risks.picked', { list: entry.picked.map((one) => one.reference).join(', ') }), 'good') : null));
  }

  async function take() {
    if (chosen.size === 0) return notify(t('risks.take-none'), { failed: true });
    try {
      const made = await pickRisks({ entries: [...chosen], systems: systems.map((one) => one.id) });
      say(tn('risks.taken', made.length));
      location.hash = made.length === 1 ? to('risks', made[0].id) : '#/risks';
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { failed: true });
    }
  }

  drawTags();
  draw();
  return {
    rail: '#/risks',
    list: '#/risks',
    topics: ['risks'],
    async refresh() { entries = await riskCatalogue(); draw(); },
    element: h('div', { class: 'view' },
      h('p', { class: 'trail' }, h('a', { href: '#/risks' }, t('risks.title'))),
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, t('risks.catalogue')), h('p', { class: 'quiet' }, t('risks.catalogue-line'))),
        h('div', { class: 'actions' }, linkButton(t('risks.own'), '#/add/risk', {}), act)),
      h('div', { class: 'field catalogue-systems' }, h('span', { class: 'label', id: 'catalogue-systems-label' }, t('risks.for-systems')), h('p', { class: 'quiet', id: 'catalogue-systems-hint' }, t('risks.for-systems-hint')), tags, picker.element),
      h('div', { class: 'tools' }, searchField({ id: 'catalogue-search', label: t('risks.catalogue-search'), change: (words) => { search = words; draw(); } }).element),
      list),
  };
}
