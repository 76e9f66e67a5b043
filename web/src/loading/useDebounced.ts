import { useEffect, useState } from 'preact/hooks';

/** Calls with the last of a burst of values, once nothing new came for so many milliseconds. */
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

/** The value as it was when it last stood still for so long. */
export function useDebounced<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const later = debounce(setSettled, milliseconds);
    later.call(value);
    return later.cancel;
  }, [value, milliseconds]);
  return settled;
}
