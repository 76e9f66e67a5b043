/** Creates an object on first use and then reuses it, so that pages that do not need a costly object do not create it. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
