import { computed, signal } from '@preact/signals';
import { ApiError } from '../api/apiError';
import type { Client } from '../api/client';
import type { ListName, MediaListItem } from '../api/types';
import { fromListItem, type Title, type TitleKey } from '../titles/title';
import { InOrder, optimistic } from './optimistic';

export interface Entry {
  readonly title: Title;
  readonly addedAt: string;
}

type Entries = ReadonlyMap<TitleKey, Entry>;
export type ListState = 'unread' | 'loading' | 'ready' | ApiError;

/** One list of the user: read once, then updated with every change on this page. */
export class MediaList {
  readonly #entries = signal<Entries>(new Map());
  readonly #order = new InOrder();
  #reading: Promise<void> | null = null;

  readonly state = signal<ListState>('unread');
  /** Newest first. */
  readonly entries = computed(() => [...this.#entries.value.values()].sort((one, two) => two.addedAt.localeCompare(one.addedAt)));
  readonly titles = computed(() => this.entries.value.map(entry => entry.title));

  constructor(readonly name: ListName, private readonly client: Client, private readonly onChange: () => void) {}

  has(key: TitleKey): boolean {
    return this.#entries.value.has(key);
  }

  entry(key: TitleKey): Entry | undefined {
    return this.#entries.value.get(key);
  }

  /** Reads the list once, and again if that failed. */
  load(): Promise<void> {
    if (this.state.peek() === 'ready') return Promise.resolve();
    return (this.#reading ??= this.#read().finally(() => (this.#reading = null)));
  }

  async add(title: Title, addedAt = new Date().toISOString()): Promise<void> {
    const had = this.#entries.value.get(title.key);
    await optimistic(
      this.#entries,
      now => including(now, title.key, had ?? { title, addedAt }),
      now => (had ? now : without(now, title.key)),
      () => this.#order.run(title.key, () => this.client.own('POST', `/user/${this.name}`, { body: bodyOf(title) })),
    );
    this.onChange();
  }

  async remove(key: TitleKey): Promise<void> {
    const had = this.#entries.value.get(key);
    const [mediaType, mediaId] = key.split('#');
    await optimistic(
      this.#entries,
      now => without(now, key),
      now => (had ? including(now, key, had) : now),
      () => this.#order.run(key, () => this.client.own('DELETE', `/user/${this.name}`, { query: { mediaId, mediaType } })),
    );
    this.onChange();
  }

  clear(): void {
    this.#entries.value = new Map();
    this.state.value = 'unread';
  }

  async #read(): Promise<void> {
    this.state.value = 'loading';
    try {
      const items: MediaListItem[] = [];
      let nextToken: string | undefined;
      do {
        const page = await this.client.own<{ items: MediaListItem[]; nextToken?: string }>('GET', `/user/${this.name}`, { query: { nextToken } });
        items.push(...page.items);
        ({ nextToken } = page);
      } while (nextToken !== undefined);
      this.#entries.value = new Map(items.map(item => [fromListItem(item).key, { title: fromListItem(item), addedAt: item.addedAt }]));
      this.state.value = 'ready';
    } catch (error) {
      this.state.value = error instanceof ApiError ? error : new ApiError('refused', String(error));
    }
  }
}

const including = (now: Entries, key: TitleKey, entry: Entry): Entries => new Map(now).set(key, entry);

function without(now: Entries, key: TitleKey): Entries {
  const next = new Map(now);
  next.delete(key);
  return next;
}

/** Returns the fields of a title that the API takes; unknown ones are left out. */
function bodyOf(title: Title): Record<string, unknown> {
  const body = {
    mediaId: title.id,
    mediaType: title.kind,
    title: title.name,
    posterPath: title.poster,
    backdropPath: title.backdrop,
    releaseDate: title.date,
    voteAverage: title.vote,
    popularity: title.popularity,
    genreIds: title.genres.slice(0, 32),
    overview: title.overview?.slice(0, 4000),
  };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== undefined));
}
