// @ts-check
/** A list comes in: how it is read, what each column becomes, what would happen, then the act. */
import { notify } from '../../components/announce.js';
import { button } from '../../components/button.js';
import { icon } from '../../components/icon.js';
import { adjustImport, chooseList, CommandError, runImport, tryImport } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { number } from '../../lib/format.js';
import { t, tn } from '../../lib/texts.js';
import { messageOf } from '../../desk.js';
import { widenQuery } from '../inventory/query.js';
import { mappingTable } from './mapping.js';
import { doneWords, dryRunWords, withProgress } from './outcome.js';

/** @typedef {import('../../ipc/types.js').ImportScreen} ImportScreen */
/** @typedef {'choose' | 'map' | 'check' | 'done'} Stage */
const STAGES = /** @type {const} */ (['choose', 'map', 'check', 'done']);

/** @param {import('../../lib/router.js').Place} _place @param {import('../../desk.js').Desk} _desk @returns {Promise<import('../routes.js').View>} */
export async function importView(_place, _desk) {
  /** @type {ImportScreen | null} */
  let screen = null;
  /** How its columns are matched: kept while one looks at what would happen. @type {ReturnType<typeof mappingTable> | null} */
  let mapping = null;
  const track = h('ol', { class: 'stages', 'aria-label': t('import.stages') });
  const body = h('div', { class: 'stack import-body' });
  const heading = h('h1', { tabindex: '-1' }, t('import.title'));

  /** @param {Stage} stage @param {...import('../../lib/dom.js').Child} content */
  function show(stage, ...content) {
    const at = STAGES.indexOf(stage);
    fill(track, STAGES.map((one, index) => h('li', { class: 'stage', 'aria-current': index === at ? 'step' : null }, icon(index < at || stage === 'done' ? 'check' : index === at ? 'half' : 'ring', 'small'), t(`import.stage-${one}`))));
    fill(body, content);
  }

  function showChoose() {
    show('choose', h('div', { class: 'empty' }, h('h2', {}, t('import.choose-title')), h('p', { class: 'prose' }, t('import.choose-line')),
      h('ul', {}, ['forms', 'names', 'safe'].map((line) => h('li', {}, t(`import.choose-${line}`)))),
      button(t('import.choose'), choose, { look: 'primary', icon: 'folder' })));
  }

  async function choose() {
    try {
      const chosen = await chooseList();
      if (!chosen) return;
      take(chosen);
      heading.focus();
    } catch (error) {
      notify(messageOf(error), { failed: true });
    }
  }

  /** @param {import('../../ipc/types.js').ReadOptions} options @param {string | null} follow */
  async function adjust(options, follow) {
    if (!screen) return;
    const at = document.activeElement?.id;
    try {
      take(await adjustImport({ token: screen.token, options, mapping: follow }));
    } catch (error) {
      // What could not be read so is shown as it was read before.
      take(screen);
      notify(messageOf(error), { failed: true });
    }
    (document.getElementById(at || 'import-mapping') ?? heading).focus();
  }

  /** @param {ImportScreen} next */
  function take(next) {
    screen = next;
    mapping = mappingTable(next, { read: (options) => adjust(options, next.mapping), follow: (name) => adjust(next.options, name) });
    showMap();
  }

  function showMap() {
    if (!screen || !mapping) return showChoose();
    const list = screen;
    const matched = mapping;
    const check = async () => {
      const columns = matched.columns();
      if (!columns.some((column) => column.target === 'name')) return matched.refuse(t('import.name-missing'));
      try {
        const outcome = await withProgress(body, t('import.checking'), () => tryImport({ token: list.token, columns, onDuplicate: matched.onDuplicate() }));
        showCheck({ token: list.token, columns, onDuplicate: matched.onDuplicate() }, outcome);
        heading.focus();
      } catch (error) {
        showMap();
        heading.focus();
        if (!(error instanceof CommandError && error.code === 'cancelled')) notify(messageOf(error), { failed: true });
      }
    };
    show('map',
      h('p', {}, h('b', {}, list.file), ` · ${tn('import.rows', list.rows)} · ${tn('import.columns', list.columns.length)}`),
      list.remarks.map((remark) => h('p', { class: 'said warn' }, remark)),
      matched.element,
      h('div', { class: 'step-buttons' }, button(t('import.other'), choose), button(t('import.check'), check, { look: 'primary' })));
  }

  /** @param {import('../../ipc/types.js').MappedImport} mapped @param {import('../../ipc/types.js').DryRun} outcome */
  function showCheck(mapped, outcome) {
    const run = async () => {
      try {
        const imported = await withProgress(body, t('import.running'), () => runImport(mapped));
        widenQuery();
        show('done', doneWords(imported));
        heading.focus();
      } catch (error) {
        showCheck(mapped, outcome);
        heading.focus();
        const cancelled = error instanceof CommandError && error.code === 'cancelled';
        notify(cancelled ? t('import.cancelled') : messageOf(error), { failed: !cancelled });
      }
    };
    const coming = outcome.new + outcome.updated;
    show('check', dryRunWords(outcome),
      h('div', { class: 'step-buttons' }, button(t('import.back'), () => { showMap(); heading.focus(); }),
        coming > 0 ? button(tn('import.run', coming, { count: number(coming) }), run, { look: 'primary' }) : null));
  }

  showChoose();
  return {
    element: h('div', { class: 'view' },
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, heading, h('p', { class: 'quiet' }, t('import.lead')))),
      track, body),
  };
}
