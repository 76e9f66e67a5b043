/** Data of the session that outlives a page load; no more than is needed. */
export interface Kept {
  readonly refreshToken: string;
  readonly email: string;
}

/**
 * Stores the refresh token while the tab is open, or until sign-out if the user chose to stay signed in. If the browser's storage is turned
 * off, the session ends with the page.
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

  /** Stores a new sign-in. Another user's session on the device stays there, unless this one replaces it. */
  write(kept: Kept, staySignedIn: boolean): void {
    this.tab?.removeItem(RefreshTokenStore.key);
    put(staySignedIn ? this.device : this.tab, kept);
  }

  /** Replaces this token by a newer one, in the tab, on the device or both. */
  replace(refreshToken: string, newer: Kept): void {
    for (const storage of this.#with(refreshToken)) put(storage, newer);
  }

  /** Removes this token and no other from tab and device, since these may belong to different users. */
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
    // Text of another form counts as no session.
  }
  return null;
}

function put(storage: Storage | null, kept: Kept): void {
  try {
    storage?.setItem(RefreshTokenStore.key, JSON.stringify(kept));
  } catch {
    // Storage is full or forbidden: the session ends with the page.
  }
}
