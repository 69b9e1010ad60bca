// Takes a picture of every screen in both themes and several sizes, and runs axe-core over each.
// npm run look [-- name-of-screen]; the pictures go to look/shots/.
import { createServer } from 'node:http';
import { mkdirSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { content } from '../fake-ipc/content.js';
import { screens } from './screens.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const ui = fileURLToPath(new URL('../../../ui/', import.meta.url));
const shots = join(here, 'shots');
mkdirSync(shots, { recursive: true });
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
const csp = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";
const server = createServer((request, response) => {
  const path = normalize(new URL(request.url ?? '/', 'http://x').pathname).replace(/^\/$/, '/index.html');
  try {
    const body = readFileSync(join(ui, path));
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'content-security-policy': csp });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(0);
const base = `http://localhost:${server.address().port}/`;
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const fake = readFileSync(new URL('../fake-ipc/window.js', import.meta.url), 'utf8');
const fixture = content();
const sizes = { wide: [1180, 760, 1], small: [1024, 640, 1], slim: [720, 900, 1], zoomed: [590, 380, 2] };
const [only, onlySize] = process.argv.slice(2);

const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--force-prefers-reduced-motion'] });
let failures = 0;
for (const [name, screen] of Object.entries(screens)) {
  if (only && !name.startsWith(only)) continue;
  for (const [size, [width, height, scale]] of Object.entries(sizes)) {
    for (const theme of ['light', 'dark']) {
      if (onlySize && onlySize !== size) continue;
      if (theme === 'dark' && size !== 'wide') continue;
      const page = await browser.newPage();
      const told = [];
      page.on('console', (message) => { if (['error', 'warn'].includes(message.type())) told.push(message.text()); });
      page.on('pageerror', (error) => told.push(String(error)));
      await page.setViewport({ width, height, deviceScaleFactor: scale });
      await page.evaluateOnNewDocument(`const FIXTURE = ${JSON.stringify({ ...fixture, options: { theme, ...screen.options } })};\n${fake}`);
      await page.goto(`${base}#${screen.at}`);
      const ready = () => page.waitForFunction(() => document.body?.dataset.ready === 'true', { timeout: 10_000 });
      try {
        await ready();
        if (screen.act) { await page.evaluate(screen.act); await new Promise((resolve) => setTimeout(resolve, 250)); await ready(); }
      } catch (error) {
        told.push(String(error));
      }
      await page.evaluate(() => document.fonts.ready.then(() => null));
      await page.screenshot({ path: join(shots, `${name}-${size}-${theme}.png`) });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (sideways > 0) told.push(`the page is ${sideways} px too wide`);
      for (const line of [...told, ...violations.map((one) => `axe ${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary?.split('\n')[1] ?? ''}`).join(' | ')}`)]) {
        failures += 1;
        console.log(`${name} ${size} ${theme}: ${line}`);
      }
      await page.close();
    }
  }
}
await browser.close();
server.close();
console.log(failures === 0 ? 'nothing to mend' : `${failures} to mend`);
process.exitCode = failures === 0 ? 0 : 1;
