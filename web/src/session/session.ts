import { computed, signal } from '@preact/signals';
import { createClient } from '../api/client';
import type { RefreshResponse, SigninResponse } from '../api/types';
import { configured } from '../config';
import { RefreshTokenStore } from './refreshTokenStore';
import { Tokens } from './tokens';

const store = RefreshTokenStore.ofBrowser();
const others = 'BroadcastChannel' in globalThis ? new BroadcastChannel('movierec.session') : null;
const endings: (() => void)[] = [];

/** The email of whoever is signed in, or null. A token that turns out to be refused ends the session later. */
export const email = signal<string | null>(store.read()?.email ?? null);
export const signedIn = computed(() => email.value !== null);

/** Whether the session ended without being asked to, until somebody signs in again. */
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

/** Has this run when a session ends: whatever holds something of the person's drops it. */
export function onSessionEnd(run: () => void): void {
  endings.push(run);
}

export async function signIn(address: string, password: string, staySignedIn: boolean): Promise<void> {
  const answer = await client.open<SigninResponse>('POST', '/auth/signin', { body: { email: address, password } });
  tokens.begin({ accessToken: answer.AccessToken, expiresIn: answer.ExpiresIn }, answer.RefreshToken, answer.email, staySignedIn);
  sessionLost.value = false;
  email.value = answer.email;
}

export function signOut(): void {
  tokens.end();
  forget();
  others?.postMessage('signed-out');
}

function forget(): void {
  email.value = null;
  for (const run of endings) run();
}

// Signing out here is signing out in every tab that shares the session.
others?.addEventListener('message', () => {
  if (store.read() !== null) return;
  tokens.end();
  forget();
});
