import { signal } from '@preact/signals';
import { ApiError } from '../api/apiError';
import type { Client } from '../api/client';
import type { Preferences } from '../api/types';

export type Change = (now: Preferences) => Preferences;

/** Maximum number of times that a change is repeated on top of another device's changes. */
const mostMerges = 5;

/**
 * The preferences document. It is replaced as a whole, so changes are sent one after another, each on top of the server's document: if
 * another device saved a newer one, the change is repeated on top of that. A change that fails is undone without the others.
 */
export class PreferencesDocument {
  #saved: Preferences = {};
  #tag: string | undefined;
  #read: Promise<void> | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #pending: Change[] = [];

  readonly current = signal<Preferences>({});
  readonly state = signal<'unread' | 'ready' | ApiError>('unread');
  readonly saving = signal(false);

  constructor(private readonly client: Client, private readonly onChange: () => void) {}

  /** Reads the document once, and again if that failed. A user without a document gets an empty one. */
  load(): Promise<void> {
    return (this.#read ??= this.#load().catch((error: unknown) => {
      this.#read = null;
      this.state.value = error instanceof ApiError ? error : new ApiError('refused', String(error));
      throw error;
    }));
  }

  async update(change: Change): Promise<void> {
    await this.load();
    this.#pending.push(change);
    this.current.value = change(this.current.value);
    this.saving.value = true;
    const sent = this.#queue.then(() => this.#send(change));
    this.#queue = sent.catch(() => undefined);
    await sent;
    this.onChange();
  }

  clear(): void {
    this.#saved = {};
    this.#tag = undefined;
    this.#read = null;
    this.#pending.length = 0;
    this.current.value = {};
    this.state.value = 'unread';
  }

  async #load(): Promise<void> {
    await this.#fetch();
    this.current.value = this.#saved;
    this.state.value = 'ready';
  }

  async #fetch(): Promise<void> {
    const onTag = (tag: string | undefined) => (this.#tag = tag);
    try {
      const { preferences } = await this.client.own<{ preferences: Preferences }>('GET', '/user/preferences', { onTag });
      const { userId: _, updatedAt: __, ...document } = preferences;
      this.#saved = document;
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
      this.#saved = {};
    }
  }

  async #send(change: Change): Promise<void> {
    // The document was cleared meanwhile: the session that made the change has ended, and the next may be another user's.
    if (!this.#pending.includes(change)) throw new ApiError('refused', '', 401, 'Unauthorized');
    try {
      this.#saved = await this.#post(change);
    } finally {
      const index = this.#pending.indexOf(change);
      if (index >= 0) {
        this.#pending.splice(index, 1);
        this.current.value = this.#pending.reduce((document, waiting) => waiting(document), this.#saved);
      }
      this.saving.value = this.#pending.length > 0;
    }
  }

  async #post(change: Change): Promise<Preferences> {
    for (let merges = 0; ; merges++) {
      const next = change(this.#saved);
      let saved: string | undefined;
      try {
        await this.client.own('POST', '/user/preferences', { body: next, ifMatch: this.#tag, onTag: tag => (saved = tag) });
        this.#tag = saved;
        return next;
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 412 && merges < mostMerges)) throw error;
        await this.#fetch();
      }
    }
  }
}
