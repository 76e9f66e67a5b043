import { useEffect, useState } from 'preact/hooks';

/** Calls `run` with the last of a burst of values, after no new value came for so many milliseconds. */
export function debounce<T>(run: (value: T) => void, milliseconds: number): { readonly call: (value: T) => void; readonly cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => clearTimeout(timer);
  return {
    call: value => {
      cancel();
      timer = setTimeout(() => run(value), milliseconds);
    },
    cancel,
  };
}

/** Returns the last value that did not change for so many milliseconds. */
export function useDebounced<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const later = debounce(setSettled, milliseconds);
    later.call(value);
    return later.cancel;
  }, [value, milliseconds]);
  return settled;
}
