// @ts-check
/** A report page by page, from the same layout as the file that is saved. */
import { notify } from '../../components/announce.js';
import { button, iconButton } from '../../components/button.js';
import { icon } from '../../components/icon.js';
import { cancelTask, listen, listReports, previewPage, previewReport, saveReport } from '../../ipc/commands.js';
import { fill, h } from '../../lib/dom.js';
import { number, size } from '../../lib/format.js';
import { addShortcuts } from '../../lib/keyboard.js';
import { to } from '../../lib/router.js';
import { t, tn } from '../../lib/texts.js';
import { paint } from './page.js';

/** @typedef {import('../../ipc/types.js').OneReport} OneReport */

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

/** @param {import('../../lib/router.js').Place} place @returns {Promise<import('../routes.js').View>} */
export async function previewView(place) {
  const offers = await listReports();
  const offer = offers.find((one) => one.kind === place.params.kind) ?? offers[0];
  /** @type {OneReport} */
  const report = { kind: offer.kind, record: place.query.get('record'), from: numbered(place.query.get('from')), to: numbered(place.query.get('to')) };
  const preview = await previewReport(report);
  const pages = preview.sizes.length;
  let page = 0;
  /** @type {number | null} null: as wide as there is room */
  let zoom = null;

  const sheets = h('div', { class: 'sheets', tabindex: '0', role: 'region', 'aria-label': t('preview.pages') });
  const position = h('span', { class: 'page-position', 'aria-live': 'polite' });
  const pageInput = h('input', { id: 'page-number', class: 'text-input page-number', inputmode: 'numeric', value: '1', onchange: () => { const wanted = Number.parseInt(pageInput.value, 10); if (Number.isFinite(wanted)) goTo(wanted - 1); else pageInput.value = String(page + 1); } });
  const zoomSelect = h('select', { id: 'page-zoom', class: 'select', onchange: () => { zoom = zoomSelect.value === '' ? null : Number(zoomSelect.value); layOut(); } },
    h('option', { value: '' }, t('preview.fit')), ZOOMS.map((factor) => h('option', { value: factor }, `${number(factor * 100)} %`)));
  const previous = iconButton('back', t('preview.previous'), () => goTo(page - 1));
  const next = iconButton('next', t('preview.next'), () => goTo(page + 1));

  /** @type {{ frame: HTMLElement, canvas: HTMLCanvasElement, words: HTMLElement, links: HTMLElement, drawn: number }[]} */
  const leaves = preview.sizes.map((_size, index) => {
    const canvas = h('canvas', { role: 'img', 'aria-label': t('preview.page', { page: index + 1, pages }) });
    const words = h('div', { class: 'spoken' });
    const links = h('div', {});
    return { frame: h('div', { class: 'sheet', 'data-page': index }, canvas, words, links), canvas, words, links, drawn: 0 };
  });
  fill(sheets, leaves.map((leaf) => leaf.frame));

  /** CSS pixels per point. @param {number} index */
  function scaleOf(index) {
    const room = sheets.clientWidth - 2 * Number.parseFloat(getComputedStyle(sheets).paddingInlineStart || '0');
    return zoom === null ? Math.min(room / preview.sizes[index][0], 2) : zoom * (96 / 72);
  }

  function layOut() {
    leaves.forEach((leaf, index) => {
      const [width, height] = preview.sizes[index];
      const scale = scaleOf(index);
      leaf.frame.style.inlineSize = `${width * scale}px`;
      leaf.frame.style.blockSize = `${height * scale}px`;
      leaf.drawn = 0;
    });
    goTo(page);
    drawSeen();
  }

  /** Draws the pages in sight and the next one; the others stand as white sheets of their size. */
  function drawSeen() {
    const box = sheets.getBoundingClientRect();
    leaves.forEach((leaf, index) => {
      const at = leaf.frame.getBoundingClientRect();
      const near = at.bottom > box.top - box.height && at.top < box.bottom + box.height;
      if (near) void draw(index);
      else if (leaf.drawn > 0) {
        leaf.drawn = 0;
        leaf.canvas.width = 0;
      }
    });
    const middle = box.top + box.height / 3;
    const seen = leaves.findIndex((leaf) => leaf.frame.getBoundingClientRect().bottom > middle);
    if (seen >= 0) tellPage(seen);
  }

  /** @param {number} index */
  async function draw(index) {
    const leaf = leaves[index];
    const scale = scaleOf(index);
    if (leaf.drawn === scale) return;
    leaf.drawn = scale;
    const drawing = await previewPage({ token: preview.token, page: index });
    if (leaf.drawn !== scale || !leaf.canvas.isConnected) return;
    paint(leaf.canvas, drawing, scale);
    // Those who hear the page get its words in reading order, those who see it can follow its links.
    fill(leaf.words, drawing.text.map((words) => h('p', {}, words)));
    const [width, height] = preview.sizes[index];
    fill(leaf.links, drawing.links.map(({ area: [left, top, right, bottom], page: target, y, label }) => {
      const link = h('button', { type: 'button', class: 'page-link', 'aria-label': label, tabindex: '-1', onclick: () => goTo(target, y) });
      Object.assign(link.style, { insetInlineStart: `${(100 * left) / width}%`, insetBlockStart: `${(100 * top) / height}%`, inlineSize: `${(100 * (right - left)) / width}%`, blockSize: `${(100 * (bottom - top)) / height}%` });
      return link;
    }));
  }

  /** @param {number} index */
  function tellPage(index) {
    page = index;
    pageInput.value = String(index + 1);
    position.textContent = t('preview.of', { pages });
    previous.disabled = index === 0;
    next.disabled = index === pages - 1;
  }

  /** @param {number} index @param {number} [y] points from the top of the page */
  function goTo(index, y = 0) {
    const leaf = leaves[Math.min(Math.max(index, 0), pages - 1)];
    if (!leaf) return;
    sheets.scrollTop = leaf.frame.offsetTop + y * scaleOf(index) - Number.parseFloat(getComputedStyle(sheets).paddingBlockStart || '0');
    tellPage(leaves.indexOf(leaf));
  }

  const progress = h('div', { class: 'task', hidden: true });
  const save = async () => {
    const endProgress = listen('progress', ({ task, done, total }) => {
      if (task !== 'report') return;
      progress.hidden = false;
      fill(progress, h('progress', { class: 'meter', ...(total > 0 ? { value: done, max: total } : {}), 'aria-label': t('preview.saving') }), h('span', { class: 'quiet' }, t('preview.saving')), button(t('dialog.cancel'), () => cancelTask('report'), { look: 'quiet' }));
    });
    try {
      const saved = await saveReport(report);
      if (saved) notify(tn('preview.saved', saved.pages, { name: saved.file, size: size(saved.bytes) }));
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { failed: true });
    } finally {
      endProgress();
      progress.hidden = true;
    }
  };

  let frameAsked = 0;
  sheets.addEventListener('scroll', () => {
    cancelAnimationFrame(frameAsked);
    frameAsked = requestAnimationFrame(drawSeen);
  }, { passive: true });
  const resized = new ResizeObserver(() => { if (zoom === null && sheets.isConnected) layOut(); });
  const endShortcuts = addShortcuts([
    { keys: 'PageDown', does: 'shortcut.next-page', run: () => goTo(page + 1) },
    { keys: 'PageUp', does: 'shortcut.previous-page', run: () => goTo(page - 1) },
    { keys: 'mod+s', does: 'shortcut.save-report', run: () => void save(), typing: true },
  ]);
  return {
    rail: '#/reports',
    list: '#/reports',
    shown: () => { layOut(); resized.observe(sheets); },
    dispose: () => { resized.disconnect(); endShortcuts(); },
    element: h('div', { class: 'view list preview' },
      h('p', { class: 'trail' }, h('a', { href: '#/reports' }, t('reports.title')), report.record ? [h('span', { 'aria-hidden': 'true' }, '/'), h('a', { href: to('record', report.record) }, t('preview.record'))] : null),
      h('div', { class: 'titlebar' }, h('div', { class: 'titles' }, h('h1', {}, preview.title)),
        h('div', { class: 'actions' }, h('div', { class: 'page-nav' }, previous, h('label', { class: 'spoken', for: 'page-number' }, t('preview.number')), pageInput, position, next),
          h('label', { class: 'spoken', for: 'page-zoom' }, t('preview.zoom')), zoomSelect,
          button(t('preview.save'), save, { look: 'primary', icon: 'sheet' }))),
      progress,
      preview.unprintable.length > 0 ? h('p', { class: 'said warn' }, icon('triangle', 'inline'), tn('preview.unprintable', preview.unprintable.length, { characters: preview.unprintable.slice(0, 20).join(' ') })) : null,
      h('div', { class: 'preview-columns' },
        preview.outline.length > 1 ? h('nav', { class: 'outline', 'aria-label': t('preview.outline') }, h('ol', {}, preview.outline.map((entry) => h('li', { 'data-depth': Math.min(entry.depth, 3) }, h('button', { type: 'button', class: 'outline-entry', onclick: () => { goTo(entry.page); sheets.focus({ preventScroll: true }); } }, h('span', {}, entry.title), h('span', { class: 'quiet' }, entry.page + 1)))))) : null,
        sheets)),
  };
}

/** The number of a version in an address. @param {string | null} word */
function numbered(word) {
  const number = Number.parseInt(word ?? '', 10);
  return Number.isFinite(number) ? number : null;
}
