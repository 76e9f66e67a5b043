/** Makes something when it is first asked for, and then no more: what is costly to make is not made for a page that does not need it. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
