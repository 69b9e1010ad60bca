// @ts-check
/** The place one is at is the fragment of the address: `#/systems/<id>/questions/<section>?from=list`. */

/**
 * @typedef {object} Place
 * @property {string} name the matched route
 * @property {Record<string, string>} params decoded
 * @property {URLSearchParams} query
 */

/**
 * Finds the route for a fragment. A pattern is words and `:names` between slashes.
 * @param {string} fragment with or without `#` @param {Record<string, string>} patterns name to pattern
 * @returns {Place | null}
 */
export function match(fragment, patterns) {
  const [path, query = ''] = fragment.replace(/^#/, '').split('?');
  const parts = path.split('/').filter(Boolean);
  for (const [name, pattern] of Object.entries(patterns)) {
    const wanted = pattern.split('/').filter(Boolean);
    if (wanted.length !== parts.length) continue;
    /** @type {Record<string, string>} */
    const params = {};
    const fits = wanted.every((word, index) => {
      if (!word.startsWith(':')) return word === parts[index];
      const value = decoded(parts[index]);
      params[word.slice(1)] = value ?? '';
      return value !== null;
    });
    if (fits) return { name, params, query: new URLSearchParams(query) };
  }
  return null;
}

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** The fragment for path parts, encoded. @param {...string} parts */
export function to(...parts) {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

/**
 * Follows the address. Before leaving, `mayLeave` is asked; a refusal puts the address back.
 * @param {object} options
 * @param {Record<string, string>} options.patterns
 * @param {() => Promise<boolean>} options.mayLeave
 * @param {(place: Place) => Promise<void>} options.show
 * @param {string} options.home fragment shown for an unknown address
 */
export function router({ patterns, mayLeave, show, home }) {
  /** @type {string | null} null: nothing yet, or to be shown anew */
  let shown = null;
  let turn = 0;

  async function follow() {
    const wanted = location.hash;
    if (wanted === shown) return;
    turn += 1;
    const mine = turn;
    if (shown !== null && !(await mayLeave())) {
      if (mine === turn) history.replaceState(null, '', shown);
      return;
    }
    if (mine !== turn) return;
    const place = match(wanted, patterns);
    if (!place) {
      history.replaceState(null, '', home);
      return follow();
    }
    shown = wanted;
    await show(place);
  }

  return {
    /** Begins to listen and shows where the address points. */
    start() {
      window.addEventListener('hashchange', () => void follow());
      return follow();
    },
    /** Goes to a fragment, even the present one. @param {string} fragment */
    go(fragment) {
      if (location.hash === fragment) {
        shown = null;
        return follow();
      }
      location.hash = fragment;
      return Promise.resolve();
    },
    /**
     * Puts another fragment in place of the one that is shown, without showing anything anew. Whoever has gone on
     * meanwhile is not called back by a view that was still being made.
     * @param {string} fragment
     */
    rename(fragment) {
      if (location.hash !== shown) return;
      history.replaceState(null, '', fragment);
      shown = fragment;
    },
  };
}
