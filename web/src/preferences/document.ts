import { signal } from '@preact/signals';
import { ApiError } from '../api/apiError';
import type { Client } from '../api/client';
import type { Preferences } from '../api/types';

export type Change = (now: Preferences) => Preferences;

/**
 * The preferences document. It is replaced as a whole, so changes are sent one after another, each on top of what the server last took;
 * one that fails is taken back without the others.
 */
export class PreferencesDocument {
  #saved: Preferences = {};
  #read: Promise<void> | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #pending: Change[] = [];

  readonly current = signal<Preferences>({});
  readonly state = signal<'unread' | 'ready' | ApiError>('unread');
  readonly saving = signal(false);

  constructor(private readonly client: Client, private readonly onChange: () => void) {}

  /** Reads the document, once; again where it failed. Somebody without one has an empty one. */
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
    this.#read = null;
    this.#pending.length = 0;
    this.current.value = {};
    this.state.value = 'unread';
  }

  async #load(): Promise<void> {
    try {
      const { preferences } = await this.client.own<{ preferences: Preferences }>('GET', '/user/preferences');
      const { userId: _, updatedAt: __, ...document } = preferences;
      this.#saved = document;
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
      this.#saved = {};
    }
    this.current.value = this.#saved;
    this.state.value = 'ready';
  }

  async #send(change: Change): Promise<void> {
    try {
      const next = change(this.#saved);
      await this.client.own('POST', '/user/preferences', { body: next });
      this.#saved = next;
    } finally {
      const index = this.#pending.indexOf(change);
      if (index >= 0) {
        this.#pending.splice(index, 1);
        this.current.value = this.#pending.reduce((document, waiting) => waiting(document), this.#saved);
      }
      this.saving.value = this.#pending.length > 0;
    }
  }
}
