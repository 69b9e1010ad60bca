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

/** The texts of the interface by full key: of `ui.toml`, and of the files of the folder `ui`. */
export function uiTexts() {
  const areas = readdirSync(new URL('text/en/ui/', assets)).filter((name) => name.endsWith('.toml'));
  return areas.reduce((into, name) => flat(read(`text/en/ui/${name}`), `ui.${name.slice(0, -'.toml'.length)}.`, into), flat(read('text/en/ui.toml'), 'ui.'));
}

/** Questionnaires and the sample organisation with its parts, as plain values. */
export function content() {
  const files = readdirSync(new URL('questionnaires/', assets)).filter((name) => name.endsWith('.toml'));
  const questionnaires = JSON.parse(JSON.stringify(files.map((name) => read(`questionnaires/${name}`))));
  const parts = readdirSync(new URL('sample/veldkamp/', assets)).map((name) => read(`sample/veldkamp/${name}`));
  const sample = JSON.parse(JSON.stringify([read('sample/veldkamp.toml'), ...parts].flatMap((part) => part.record ?? [])));
  for (const more of parts.flatMap((part) => part.more ?? [])) {
    Object.assign(sample.find((record) => record.kind === more.kind && record.name === more.name).answers, JSON.parse(JSON.stringify(more.answers)));
  }
  return { questionnaires, sample, texts: uiTexts() };
}
