// @ts-check
/**
 * Edits on their way into the file: the newest edit of a key waits for a pause in typing, but never long, at
 * most one per key is in flight, and an edit that could not be saved is kept until it is or is withdrawn.
 */

/** @typedef {'waiting' | 'saving' | 'saved' | 'failed' | 'withdrawn'} SaveState */
/**
 * @template E
 * @typedef {object} Entry
 * @property {E | undefined} pending newest edit that is not in flight
 * @property {Promise<void> | null} flight
 * @property {ReturnType<typeof setTimeout> | null} timer ends with the pause
 * @property {ReturnType<typeof setTimeout> | null} limit ends however long the typing goes on
 * @property {boolean} withdrawn what is in flight is not to be kept if it fails
 * @property {SaveState} state
 * @property {unknown} error
 */

/**
 * @template E
 * @param {object} options
 * @param {(key: string, edit: E) => Promise<unknown>} options.save
 * @param {(key: string, state: SaveState, error: unknown) => void} [options.onState]
 * @param {number} [options.pause] milliseconds after the last edit
 * @param {number} [options.longest] milliseconds that an edit waits at most
 */
export function saveQueue({ save, onState = () => {}, pause = 500, longest = 5000 }) {
  /** @type {Map<string, Entry<E>>} */
  const entries = new Map();

  /** @param {string} key @param {Entry<E>} entry @param {SaveState} state @param {unknown} [error] */
  function tell(key, entry, state, error = null) {
    entry.state = state;
    entry.error = error;
    onState(key, state, error);
  }

  /** @param {Entry<E>} entry */
  function stopTimer(entry) {
    if (entry.timer !== null) clearTimeout(entry.timer);
    if (entry.limit !== null) clearTimeout(entry.limit);
    entry.timer = null;
    entry.limit = null;
  }

  /** Sends what is pending, one flight after the other, until nothing is or one fails. @param {string} key @returns {Promise<void>} */
  function send(key) {
    const entry = entries.get(key);
    if (!entry) return Promise.resolve();
    stopTimer(entry);
    if (entry.flight) return entry.flight;
    if (entry.pending === undefined) return Promise.resolve();
    const flight = (async () => {
      while (entry.pending !== undefined) {
        const edit = entry.pending;
        entry.pending = undefined;
        tell(key, entry, 'saving');
        try {
          await save(key, edit);
        } catch (error) {
          entry.flight = null;
          // Typing went on while it failed: the newer edit stands in for the failed one.
          if (!entry.withdrawn) entry.pending ??= edit;
          stopTimer(entry);
          if (entry.pending !== undefined) return tell(key, entry, 'failed', error);
          entries.delete(key);
          return tell(key, entry, 'withdrawn');
        }
      }
      entry.flight = null;
      tell(key, entry, 'saved');
    })().finally(() => {
      // Whoever was told may have sent the next one already: that one is not over.
      if (entry.flight === flight) entry.flight = null;
    });
    entry.flight = flight;
    return flight;
  }

  return {
    /**
     * Takes an edit. With `now` it is sent at once, otherwise after the pause.
     * @param {string} key @param {E} edit @param {{ now?: boolean }} [options]
     */
    edit(key, edit, { now = false } = {}) {
      const entry = entries.get(key) ?? { pending: undefined, flight: null, timer: null, limit: null, withdrawn: false, state: /** @type {SaveState} */ ('waiting'), error: null };
      entries.set(key, entry);
      entry.pending = edit;
      entry.withdrawn = false;
      if (now) return void send(key);
      if (entry.timer !== null) clearTimeout(entry.timer);
      tell(key, entry, 'waiting');
      entry.timer = setTimeout(() => void send(key), pause);
      entry.limit ??= setTimeout(() => void send(key), longest);
    },

    /**
     * Sends everything that waits or failed and answers the keys that still could not be saved.
     * @param {string} [only] just this key
     * @returns {Promise<string[]>}
     */
    async flush(only) {
      const keys = only === undefined ? [...entries.keys()] : [only];
      await Promise.all(keys.map(send));
      // An edit may have come in while its predecessor was in flight and failed.
      return keys.filter((key) => entries.get(key)?.pending !== undefined);
    },

    /** Lets go of an edit that is not to be saved after all. @param {string} key */
    withdraw(key) {
      const entry = entries.get(key);
      if (!entry) return;
      stopTimer(entry);
      entry.pending = undefined;
      entry.withdrawn = true;
      if (entry.flight) return;
      entries.delete(key);
      tell(key, entry, 'withdrawn');
    },

    /** Whether an edit of this key is not safely in the file. @param {string} key */
    isOpen(key) {
      const entry = entries.get(key);
      return entry !== undefined && (entry.pending !== undefined || entry.flight !== null);
    },

    /** How all of them stand: the worst counts. @returns {'failed' | 'saving' | 'saved'} */
    standing() {
      const open = [...entries.values()].filter((entry) => entry.pending !== undefined || entry.flight !== null);
      if (open.some((entry) => entry.state === 'failed')) return 'failed';
      return open.length > 0 ? 'saving' : 'saved';
    },

    /** The keys that could not be saved. @returns {string[]} */
    failed() {
      return [...entries].filter(([, entry]) => entry.state === 'failed').map(([key]) => key);
    },
  };
}
