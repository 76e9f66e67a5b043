import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, isAbort } from '../api/apiError';
import { wentBack } from '../routing/router';
import { cache } from './cache';
import { inTurn } from './turns';
import { slowAfter } from './useSlow';

export type Load<T> =
  | { readonly status: 'loading'; readonly slow: boolean }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: ApiError };

/** First and longest pause between attempts in milliseconds, if the service is unreachable although the browser is on line. */
const firstPause = 1_000;
const longestPause = 60_000;

/** Loads the value of the key, and again when the key changes; null loads nothing yet. A load is aborted when its component goes. */
export function useLoad<T>(key: string | null, load: (signal: AbortSignal) => Promise<T>): { readonly state: Load<T>; readonly retry: () => void } {
  const [attempt, setAttempt] = useState(0);
  const quietly = useRef(false);
  const [held, setHeld] = useState<{ key: string | null; state: Load<T> }>(() => ({ key, state: known(key) }));
  // The state of another key is never shown for this one, not even for one frame.
  const state = held.key === key ? held.state : known<T>(key);

  useEffect(() => {
    if (key === null) return;
    const cached = known<T>(key);
    // An automatic retry does not replace the content that the user is reading meanwhile.
    const quiet = quietly.current;
    quietly.current = false;
    if (!quiet || cached.status === 'ready') setHeld({ key, state: cached });
    if (cached.status === 'ready') return;
    const abort = new AbortController();
    let turn: (() => void) | undefined;
    const slow = quiet ? undefined : setTimeout(() => setHeld({ key, state: { status: 'loading', slow: true } }), slowAfter);
    load(abort.signal).then(
      value => {
        clearTimeout(slow);
        // A response after a sign-out belongs to no user.
        if (abort.signal.aborted) return;
        cache.put(key, value);
        turn = inTurn(() => setHeld({ key, state: { status: 'ready', value } }));
      },
      (error: unknown) => {
        clearTimeout(slow);
        if (abort.signal.aborted || isAbort(error)) return;
        setHeld({ key, state: { status: 'failed', error: error instanceof ApiError ? error : new ApiError('refused', String(error)) } });
      },
    );
    return () => {
      clearTimeout(slow);
      turn?.();
      abort.abort();
    };
    // The key identifies the load. The function is a new object at every rendering, so it is no dependency.
  }, [key, attempt]);

  const retry = useCallback(() => setAttempt(now => now + 1), []);

  // Back on line, the page retries without a click.
  const offline = state.status === 'failed' && state.error.kind === 'network';
  useEffect(() => {
    if (!offline) return;
    const byItself = () => {
      quietly.current = true;
      retry();
    };
    addEventListener('online', byItself);
    // Browsers report a network before it is usable: retry with growing pauses.
    const later = navigator.onLine ? setTimeout(byItself, Math.min(firstPause * 2 ** attempt, longestPause)) : undefined;
    return () => {
      removeEventListener('online', byItself);
      clearTimeout(later);
    };
    // The state is a new object after each failure, so the effect runs after each.
  }, [offline ? state : null]);

  return { state, retry };
}

function known<T>(key: string | null): Load<T> {
  const value = key === null ? undefined : cache.get<T>(key, wentBack());
  return value === undefined ? { status: 'loading', slow: false } : { status: 'ready', value };
}
