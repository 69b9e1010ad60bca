// @ts-check
/** Time spent on each requirement. It stands still while the window is not seen. */

/** @param {(requirement: string) => number} stored seconds the file knows of @param {() => number} [now] milliseconds */
export function interviewClock(stored, now = () => performance.now()) {
  /** Seconds this sitting knows of, where that is more. @type {Map<string, number>} */
  const known = new Map();
  /** @type {string | null} */
  let at = null;
  let since = 0;
  let going = false;

  /** @param {string} requirement */
  const before = (requirement) => Math.max(known.get(requirement) ?? 0, stored(requirement));
  /** @param {string} requirement */
  const of = (requirement) => before(requirement) + (requirement === at && going ? Math.floor((now() - since) / 1000) : 0);
  const settle = () => {
    if (at !== null) known.set(at, of(at));
    since = now();
  };
  return {
    /** Goes to a requirement. @param {string} requirement */
    to(requirement) {
      settle();
      at = requirement;
      going = true;
    },
    /** Stands still, or goes on. @param {boolean} on */
    run(on) {
      settle();
      going = on;
    },
    of,
    /** All of these together. @param {string[]} requirements */
    total: (requirements) => requirements.reduce((sum, requirement) => sum + of(requirement), 0),
  };
}
