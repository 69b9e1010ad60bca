// @ts-check
/** `data-ready` on the body says that what is asked for stands on the screen and nothing is under way. */

let underWay = 0;
let shown = false;

function tell() {
  if (shown && underWay === 0) document.body.dataset.ready = 'true';
  else delete document.body.dataset.ready;
}

/** Counts a piece of work until it ends, either way. @template T @param {Promise<T>} work @returns {Promise<T>} */
export function during(work) {
  underWay += 1;
  tell();
  const end = () => {
    underWay -= 1;
    // What the answer leads to on the screen happens before the next turn of the event loop.
    setTimeout(tell);
  };
  work.then(end, end);
  return work;
}

/** A change of place began or ended. @param {boolean} done */
export function arrived(done) {
  shown = done;
  tell();
}
