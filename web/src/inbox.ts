import { config } from './config';

const key = 'movierec.inbox';

/** Stores the inbox's token for this tab. The address that ./run prints has it behind the #, which is sent to no server. */
export function keepInboxToken(): void {
  const token = /^#inbox=(\w+)$/.exec(location.hash)?.[1];
  if (!token) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  try {
    sessionStorage.setItem(key, token);
  } catch {
    // Storage is turned off. The page then tells the user where to find the address of the inbox.
  }
}

/** Returns the address of the inbox with the mail to this email; null if this tab does not have the token. */
export function inboxAddress(email: string): string | null {
  try {
    const token = sessionStorage.getItem(key);
    return config.inbox && token ? `${config.inbox}?${new URLSearchParams(email ? { token, email } : { token })}` : null;
  } catch {
    return null;
  }
}
