// @ts-check
/** Who must read again when something changed. Views subscribe to topics, commands publish them. */

/** @type {Set<{ topics: string[], run: (topics: string[]) => void }>} */
const subscribers = new Set();

/**
 * Runs `run` whenever one of `topics` changed. Answers the function that ends the subscription.
 * @param {string[]} topics @param {(topics: string[]) => void} run
 * @returns {() => void}
 */
export function subscribe(topics, run) {
  const entry = { topics, run };
  subscribers.add(entry);
  return () => void subscribers.delete(entry);
}

/** Tells everyone concerned. @param {string[]} changed */
export function publish(changed) {
  for (const entry of [...subscribers]) {
    const shared = changed.filter((topic) => entry.topics.includes(topic));
    if (shared.length > 0 && subscribers.has(entry)) entry.run(shared);
  }
}
