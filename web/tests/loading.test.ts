import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Cache } from '../src/loading/cache';
import { debounce } from '../src/loading/useDebounced';

describe('debounce', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('calls with the last of a burst', () => {
    const run = vi.fn();
    const later = debounce(run, 180);
    for (const text of ['a', 'al', 'ali']) {
      later.call(text);
      vi.advanceTimersByTime(100);
    }
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(180);
    expect(run.mock.calls).toEqual([['ali']]);
  });

  it('does not call once called off', () => {
    const run = vi.fn();
    const later = debounce(run, 180);
    later.call('a');
    later.cancel();
    vi.advanceTimersByTime(1000);
    expect(run).not.toHaveBeenCalled();
  });
});

describe('Cache', () => {
  const clock = { now: 0 };
  const filled = () => {
    const cache = new Cache(() => clock.now);
    cache.put('recommendations for you', 1);
    cache.put('media popular', 2);
    return cache;
  };

  it('forgets nothing when going back, and asks anew otherwise', () => {
    const cache = filled();
    clock.now += 6 * 60_000;
    expect(cache.get('media popular', false)).toBeUndefined();
    expect(cache.get('media popular', true)).toBe(2);
  });

  it('outdates what depends on what was changed', () => {
    const cache = filled();
    cache.outdate('recommendations');
    expect(cache.get('recommendations for you', false)).toBeUndefined();
    expect(cache.get('recommendations for you', true)).toBe(1);
    expect(cache.get('media popular', false)).toBe(2);
  });
});
