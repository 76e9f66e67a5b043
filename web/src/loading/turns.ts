const waiting: Array<() => void> = [];
let going = false;

/** Time between turns in milliseconds if no frames are drawn, as in a background tab. */
const withoutFrames = 100;

/**
 * Runs costly drawing in turns: at once if no other work ran since the last frame, else after a frame of its own. So a slow device draws
 * one piece at a time and responds to input in between. The returned function removes work that still waits.
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
