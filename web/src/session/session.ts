import { computed, signal } from '@preact/signals';
import { createClient } from '../api/client';
import type { RefreshResponse, SigninResponse } from '../api/types';
import { configured } from '../config';
import { RefreshTokenStore } from './refreshTokenStore';
import { Tokens } from './tokens';

const store = RefreshTokenStore.ofBrowser();
const endings: (() => void)[] = [];

/** Email of the signed-in user, or null. If a stored token is rejected later, the session ends then. */
export const email = signal<string | null>(store.read()?.email ?? null);
export const signedIn = computed(() => email.value !== null);

/** True after the session ended without a sign-out, until the next sign-in. */
export const sessionLost = signal(false);

const tokens: Tokens = new Tokens(
  store,
  refreshToken => client.open<RefreshResponse>('POST', '/auth/refresh', { body: { refreshToken } }),
  () => {
    forget();
    sessionLost.value = true;
  },
);

export const client = createClient(async () => (await configured()).api, tokens);

/** Registers a callback for the end of a session; every holder of the user's data clears it there. */
export function onSessionEnd(run: () => void): void {
  endings.push(run);
}

export async function signIn(address: string, password: string, staySignedIn: boolean): Promise<void> {
  const response = await client.open<SigninResponse>('POST', '/auth/signin', { body: { email: address, password } });
  tokens.begin({ accessToken: response.AccessToken, expiresIn: response.ExpiresIn }, response.RefreshToken, response.email, staySignedIn);
  sessionLost.value = false;
  email.value = response.email;
}

export function signOut(): void {
  tokens.end();
  forget();
}

function forget(): void {
  email.value = null;
  for (const run of endings) run();
}

// All tabs share the device's storage: the browser notifies the others of a sign-in, a sign-out or a newer token in one of them.
window.addEventListener('storage', ({ key }) => {
  if (key !== null && key !== RefreshTokenStore.key) return;
  const kept = store.read();
  if (kept === null) {
    if (signedIn.value) signOut();
  } else if (!signedIn.value || kept.email === email.value) {
    tokens.follow(kept);
    sessionLost.value = false;
    email.value = kept.email;
  } else {
    // Another user: no data of the first may remain, nor be sent with the tokens of the second.
    location.reload();
  }
});
