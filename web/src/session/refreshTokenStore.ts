/** What outlives a page load: as little as will do. */
export interface Kept {
  readonly refreshToken: string;
  readonly email: string;
}

/**
 * Keeps the refresh token for as long as the tab is open, or, if the user chose to stay signed in, until they sign out. Where the browser
 * keeps nothing (storage switched off), the session ends with the page.
 */
export class RefreshTokenStore {
  static readonly key = 'movierec.session';

  constructor(private readonly tab: Storage | null, private readonly device: Storage | null) {}

  static ofBrowser(): RefreshTokenStore {
    const storage = (name: 'sessionStorage' | 'localStorage') => {
      try {
        return window[name];
      } catch {
        return null;
      }
    };
    return new RefreshTokenStore(storage('sessionStorage'), storage('localStorage'));
  }

  read(): Kept | null {
    return readFrom(this.tab) ?? readFrom(this.device);
  }

  /** Keeps a new sign-in. What another user has on the device stays there, unless this one takes its place. */
  write(kept: Kept, staySignedIn: boolean): void {
    this.tab?.removeItem(RefreshTokenStore.key);
    put(staySignedIn ? this.device : this.tab, kept);
  }

  /** Puts a newer token in the place of this one, wherever that is kept. */
  replace(refreshToken: string, newer: Kept): void {
    for (const storage of this.#with(refreshToken)) put(storage, newer);
  }

  /** Clears this token wherever it is kept, and no other: the tab and the device may belong to different users. */
  clear(refreshToken: string): void {
    for (const storage of this.#with(refreshToken)) storage.removeItem(RefreshTokenStore.key);
  }

  #with(refreshToken: string): Storage[] {
    return [this.tab, this.device].filter(storage => storage !== null && readFrom(storage)?.refreshToken === refreshToken) as Storage[];
  }
}

function readFrom(storage: Storage | null): Kept | null {
  try {
    const kept = JSON.parse(storage?.getItem(RefreshTokenStore.key) ?? 'null') as Partial<Kept> | null;
    if (typeof kept?.refreshToken === 'string' && typeof kept.email === 'string') return { refreshToken: kept.refreshToken, email: kept.email };
  } catch {
    // Not ours; as good as nothing.
  }
  return null;
}

function put(storage: Storage | null, kept: Kept): void {
  try {
    storage?.setItem(RefreshTokenStore.key, JSON.stringify(kept));
  } catch {
    // Full or forbidden: the session ends with the page.
  }
}
