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

/** Between attempts while there seems to be a network and there is no way to the service, in milliseconds. */
const firstPause = 1_000;
const longestPause = 60_000;

/** Loads what the key names, once, and again when the key changes; null loads nothing yet. What goes out of sight is aborted. */
export function useLoad<T>(key: string | null, load: (signal: AbortSignal) => Promise<T>): { readonly state: Load<T>; readonly retry: () => void } {
  const [attempt, setAttempt] = useState(0);
  const quietly = useRef(false);
  const [held, setHeld] = useState<{ key: string | null; state: Load<T> }>(() => ({ key, state: known(key) }));
  // The state of another key is never shown for this one, not even for one frame.
  const state = held.key === key ? held.state : known<T>(key);

  useEffect(() => {
    if (key === null) return;
    const cached = known<T>(key);
    // What is tried again by itself does not take away what is read meanwhile.
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
    // What loads is told by the key; the function is a new one at every rendering.
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
    // A network is said to be there before it carries anything: tried again, ever less often.
    const later = navigator.onLine ? setTimeout(byItself, Math.min(firstPause * 2 ** attempt, longestPause)) : undefined;
    return () => {
      removeEventListener('online', byItself);
      clearTimeout(later);
    };
    // After each failure, which is another state each time.
  }, [offline ? state : null]);

  return { state, retry };
}

function known<T>(key: string | null): Load<T> {
  const value = key === null ? undefined : cache.get<T>(key, wentBack());
  return value === undefined ? { status: 'loading', slow: false } : { status: 'ready', value };
}
