import { signal } from '@preact/signals';
import { client } from './session';

/** Who is half signed up; in memory alone, so that the code can be followed by signing in without asking for the password twice. */
export const pending = signal<{ readonly email: string; readonly password: string; readonly staySignedIn: boolean } | null>(null);

export const signUp = (email: string, password: string): Promise<unknown> => client.open('POST', '/auth/signup', { body: { email, password } });

export const verify = (email: string, code: string): Promise<unknown> => client.open('POST', '/auth/signup', { body: { email, code } });

export const resendCode = (email: string): Promise<unknown> => client.open('POST', '/auth/signup', { body: { email, resend: true } });
