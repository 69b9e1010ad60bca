// Reads the real content of the repository, so that the screens are looked at with what they will show.
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'smol-toml';

const assets = new URL('../../../assets/', import.meta.url);
const read = (path) => parse(readFileSync(new URL(path, assets), 'utf8'));

function flat(table, prefix, into = {}) {
  for (const [key, value] of Object.entries(table)) {
    if (typeof value === 'string') into[`${prefix}${key}`] = value;
    else flat(value, `${prefix}${key}.`, into);
  }
  return into;
}

/** The texts of the interface by full key. */
export function uiTexts() {
  return flat(read('text/en/ui.toml'), 'ui.');
}

/** Questionnaires and the sample organisation, as plain values. */
export function content() {
  const files = readdirSync(new URL('questionnaires/', assets)).filter((name) => name.endsWith('.toml'));
  const questionnaires = JSON.parse(JSON.stringify(files.map((name) => read(`questionnaires/${name}`))));
  const sample = JSON.parse(JSON.stringify(read('sample/veldkamp.toml').record));
  return { questionnaires, sample, texts: uiTexts() };
}
