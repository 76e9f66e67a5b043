const waiting: Array<() => void> = [];
let going = false;

/** Between turns, in milliseconds, where nothing is drawn that could be waited for: a page in the background. */
const withoutFrames = 100;

/**
 * Does what draws much when its turn comes: at once where nothing else was done since the last frame, else after that frame. So a slow device
 * draws one thing at a time and answers a thumb in between. What is given back takes it out again.
 */
export function inTurn(work: () => void): () => void {
  if (going) waiting.push(work);
  else turn(work);
  return () => {
    const at = waiting.indexOf(work);
    if (at >= 0) waiting.splice(at, 1);
  };
}

function turn(work: () => void): void {
  going = true;
  afterFrame(() => {
    going = false;
    const next = waiting.shift();
    if (next) turn(next);
  });
  work();
}

function afterFrame(then: () => void): void {
  let done = false;
  const end = () => {
    if (!done) then();
    done = true;
  };
  requestAnimationFrame(() => setTimeout(end));
  setTimeout(end, withoutFrames);
}
