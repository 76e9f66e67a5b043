import type { Signal } from '@preact/signals';

/**
 * Shows a change at once and sends it. If sending fails, only this change is undone, not the later ones, and the error is thrown to the
 * calling code.
 */
export async function optimistic<T>(target: Signal<T>, change: (now: T) => T, takeBack: (now: T) => T, send: () => Promise<unknown>): Promise<void> {
  target.value = change(target.value);
  try {
    await send();
  } catch (error) {
    target.value = takeBack(target.value);
    throw error;
  }
}

/** Runs the operations of one key in the order of their calls: adding and then removing must arrive in that order. */
export class InOrder {
  readonly #last = new Map<string, Promise<unknown>>();

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const running = (this.#last.get(key) ?? Promise.resolve()).then(work, work);
    this.#last.set(key, running);
    const tidy = () => {
      if (this.#last.get(key) === running) this.#last.delete(key);
    };
    running.then(tidy, tidy);
    return running;
  }
}
