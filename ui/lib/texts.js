// @ts-check
/** Wording comes from `assets/text/<language>`; the views only name keys. */

/** @type {{ texts: Record<string, string>, language: string, plural: Intl.PluralRules }} */
const state = { texts: {}, language: 'en', plural: new Intl.PluralRules('en') };

/**
 * Takes the texts of one language into use.
 * @param {string} language a BCP 47 tag @param {Record<string, string>} texts flat, by dotted key
 */
export function useTexts(language, texts) {
  state.texts = texts;
  state.language = language;
  state.plural = new Intl.PluralRules(language);
}

/** The language in use. */
export function language() {
  return state.language;
}

/**
 * The text `ui.<key>` with its placeholders `{name}` filled in. A missing text shows as its key, so that
 * it is seen; a test holds that none is missing.
 * @param {string} key @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const text = state.texts[`ui.${key}`] ?? key;
  return text.replace(/\{([a-z]+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/**
 * The text for a count: `ui.<key>.one`, `ui.<key>.other`, whatever forms the language has. `{n}` is
 * the number as the language writes it.
 * @param {string} key @param {number} count @param {Record<string, string | number>} [values]
 */
export function tn(key, count, values = {}) {
  const form = `ui.${key}.${state.plural.select(count)}` in state.texts ? state.plural.select(count) : 'other';
  return t(`${key}.${form}`, { n: new Intl.NumberFormat(state.language).format(count), ...values });
}

/** Whether there is a text for this key. @param {string} key */
export function hasText(key) {
  return `ui.${key}` in state.texts;
}
