import { ApiError } from '../api/apiError';
import type { AccessTokens } from '../api/client';
import type { Kept, RefreshTokenStore } from './refreshTokenStore';

export interface FreshTokens {
  readonly accessToken: string;
  /** Lifetime in seconds. */
  readonly expiresIn: number;
  /** Replaces the refresh token that was used, if the user pool rotates them. */
  readonly refreshToken?: string | undefined;
}

/** Time in milliseconds before its expiry from which an access token is not sent: a request takes time, and clocks differ. */
const margin = 30_000;

/**
 * The access token, in memory alone, and its refresh. Concurrent calls share one refresh (single flight). A refresh that is rejected ends
 * the session; one that did not reach the server does not.
 */
export class Tokens implements AccessTokens {
  #access: { readonly token: string; readonly until: number } | null = null;
  #kept: Kept | null;
  #refreshing: Promise<string> | null = null;

  constructor(
    private readonly store: RefreshTokenStore,
    private readonly refresh: (refreshToken: string) => Promise<FreshTokens>,
    private readonly onLost: () => void,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.#kept = store.read();
  }

  begin(fresh: FreshTokens, refreshToken: string, email: string, staySignedIn: boolean): void {
    this.#kept = { refreshToken, email };
    this.store.write(this.#kept, staySignedIn);
    this.#refreshing = null;
    this.#take(fresh);
  }

  end(): void {
    if (this.#kept) this.store.clear(this.#kept.refreshToken);
    this.#kept = null;
    this.#access = null;
    this.#refreshing = null;
  }

  /** Continues with the refresh token that another tab has stored. */
  follow(kept: Kept): void {
    this.#kept = kept;
  }

  access(): Promise<string> {
    return this.#access && this.#access.until > this.now() ? Promise.resolve(this.#access.token) : this.#refreshed();
  }

  instead(refused: string): Promise<string> {
    // Another call may have refreshed the token already.
    if (this.#access && this.#access.token !== refused) return Promise.resolve(this.#access.token);
    this.#access = null;
    return this.#refreshed();
  }

  lost(): void {
    if (this.#kept === null) return;
    this.end();
    this.onLost();
  }

  #refreshed(): Promise<string> {
    if (this.#refreshing) return this.#refreshing;
    const kept = this.#kept;
    if (kept === null) return Promise.reject(new ApiError('refused', '', 401, 'Unauthorized'));
    const refreshing = this.#fetch(kept).finally(() => {
      if (this.#refreshing === refreshing) this.#refreshing = null;
    });
    this.#refreshing = refreshing;
    return refreshing;
  }

  async #fetch(kept: Kept): Promise<string> {
    try {
      const fresh = await this.refresh(kept.refreshToken);
      // The user signed out, or in as another user, meanwhile: these tokens belong to no session.
      if (this.#kept?.email !== kept.email) throw new ApiError('refused', '', 401, 'Unauthorized');
      if (fresh.refreshToken !== undefined) {
        this.#kept = { ...kept, refreshToken: fresh.refreshToken };
        this.store.replace(kept.refreshToken, this.#kept);
      }
      return this.#take(fresh);
    } catch (error) {
      if (!(error instanceof ApiError && (error.status === 401 || error.status === 400) && this.#kept?.email === kept.email)) throw error;
      // Another tab of this user may have stored a newer token than the rejected one.
      const stored = this.store.read();
      if (stored?.email === kept.email && stored.refreshToken !== kept.refreshToken) {
        this.#kept = stored;
        return this.#fetch(stored);
      }
      this.lost();
      throw error;
    }
  }

  #take(fresh: FreshTokens): string {
    this.#access = { token: fresh.accessToken, until: this.now() + fresh.expiresIn * 1000 - margin };
    return fresh.accessToken;
  }
}
