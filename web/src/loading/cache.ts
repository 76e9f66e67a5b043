interface Entry {
  readonly value: unknown;
  readonly at: number;
  stale: boolean;
}

/** Time during which a cached value is shown without a new request, in milliseconds. */
const freshFor = 5 * 60_000;

/** In-memory cache of the values read in this session, so that going back shows the same content. */
export class Cache {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly now: () => number = () => Date.now()) {}

  put(key: string, value: unknown): void {
    this.#entries.set(key, { value, at: this.now(), stale: false });
  }

  /** Returns the cached value; with `anyAge` also an outdated one, as when going back. */
  get<T>(key: string, anyAge: boolean): T | undefined {
    const entry = this.#entries.get(key);
    return entry && (anyAge || (!entry.stale && this.now() - entry.at < freshFor)) ? (entry.value as T) : undefined;
  }

  /** Marks all values whose keys begin so as outdated: they are read anew next time. */
  outdate(prefix: string): void {
    for (const [key, entry] of this.#entries) if (key.startsWith(prefix)) entry.stale = true;
  }

  clear(prefix = ''): void {
    for (const key of [...this.#entries.keys()]) if (key.startsWith(prefix)) this.#entries.delete(key);
  }
}

export const cache = new Cache();
