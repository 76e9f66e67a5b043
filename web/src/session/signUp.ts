import { signal } from '@preact/signals';
import { client } from './session';

/** Sign-up that waits for its code. In memory alone: after the code, the user is signed in without typing the password again. */
export const pending = signal<{ readonly email: string; readonly password: string; readonly staySignedIn: boolean } | null>(null);

export const signUp = (email: string, password: string): Promise<unknown> => client.open('POST', '/auth/signup', { body: { email, password } });

export const verify = (email: string, code: string): Promise<unknown> => client.open('POST', '/auth/signup', { body: { email, code } });

export const resendCode = (email: string): Promise<unknown> => client.open('POST', '/auth/signup', { body: { email, resend: true } });
