/** What outlives a page load: as little as will do. */
export interface Kept {
  readonly refreshToken: string;
  readonly email: string;
}

/**
 * Keeps the refresh token for as long as the tab is open, or, where somebody asked to stay signed in, until they sign out. Where the browser
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
    for (const storage of [this.tab, this.device]) {
      try {
        const kept = JSON.parse(storage?.getItem(RefreshTokenStore.key) ?? 'null') as Partial<Kept> | null;
        if (typeof kept?.refreshToken === 'string' && typeof kept.email === 'string') return { refreshToken: kept.refreshToken, email: kept.email };
      } catch {
        // Not ours; as good as nothing.
      }
    }
    return null;
  }

  write(kept: Kept, staySignedIn: boolean): void {
    this.clear();
    try {
      (staySignedIn ? this.device : this.tab)?.setItem(RefreshTokenStore.key, JSON.stringify(kept));
    } catch {
      // Full or forbidden: the session ends with the page.
    }
  }

  clear(): void {
    this.tab?.removeItem(RefreshTokenStore.key);
    this.device?.removeItem(RefreshTokenStore.key);
  }
}
