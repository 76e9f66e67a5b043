interface Entry {
  readonly value: unknown;
  readonly at: number;
  stale: boolean;
}

/** How long an answer is shown again without asking, in milliseconds. */
const freshFor = 5 * 60_000;

/** What was read in this session, in memory, so that going back shows what was there. */
export class Cache {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly now: () => number = () => Date.now()) {}

  put(key: string, value: unknown): void {
    this.#entries.set(key, { value, at: this.now(), stale: false });
  }

  /** What is known of it; `anyAge` takes what is out of date as well, as when going back. */
  get<T>(key: string, anyAge: boolean): T | undefined {
    const entry = this.#entries.get(key);
    return entry && (anyAge || (!entry.stale && this.now() - entry.at < freshFor)) ? (entry.value as T) : undefined;
  }

  /** Has everything under such keys read anew next time. */
  outdate(prefix: string): void {
    for (const [key, entry] of this.#entries) if (key.startsWith(prefix)) entry.stale = true;
  }

  clear(prefix = ''): void {
    for (const key of [...this.#entries.keys()]) if (key.startsWith(prefix)) this.#entries.delete(key);
  }
}

export const cache = new Cache();
