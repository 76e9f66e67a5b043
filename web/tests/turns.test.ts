import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inTurn } from '../src/loading/turns';
import { once } from '../src/once';

describe('inTurn', () => {
  let frames: Array<() => void>;

  /** Draws a frame, and runs the work that waits for it. */
  const frame = () => {
    frames.splice(0).forEach(draw => draw());
    vi.advanceTimersByTime(1);
  };

  beforeEach(() => {
    frames = [];
    vi.useFakeTimers();
    vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
  });

  afterEach(() => {
    vi.advanceTimersByTime(10_000);
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('does the first at once and each further one after a frame of its own, in their order', () => {
    const done: number[] = [];
    for (const piece of [1, 2, 3]) inTurn(() => done.push(piece));
    expect(done).toEqual([1]);
    frame();
    expect(done).toEqual([1, 2]);
    frame();
    expect(done).toEqual([1, 2, 3]);
  });

  it('does at once again when the last frame is over', () => {
    const done: number[] = [];
    inTurn(() => done.push(1));
    frame();
    inTurn(() => done.push(2));
    expect(done).toEqual([1, 2]);
  });

  it('leaves out what was taken back, and goes on with the next', () => {
    const done: number[] = [];
    inTurn(() => done.push(1));
    const back = inTurn(() => done.push(2));
    inTurn(() => done.push(3));
    back();
    frame();
    expect(done).toEqual([1, 3]);
  });

  it('goes on where no frame is drawn, as in a tab behind others', () => {
    const done: number[] = [];
    inTurn(() => done.push(1));
    inTurn(() => done.push(2));
    vi.advanceTimersByTime(150);
    expect(done).toEqual([1, 2]);
  });

  it('goes on after a piece that fails', () => {
    const done: number[] = [];
    expect(() => inTurn(() => { throw new Error('broken'); })).toThrow('broken');
    inTurn(() => done.push(2));
    frame();
    expect(done).toEqual([2]);
  });
});

describe('once', () => {
  it('makes nothing before it is asked for, and one thing for all who ask', () => {
    const make = vi.fn(() => ({}));
    const made = once(make);
    expect(make).not.toHaveBeenCalled();
    expect(made()).toBe(made());
    expect(make).toHaveBeenCalledOnce();
  });
});
