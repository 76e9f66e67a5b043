import { config } from './config';

const key = 'movierec.inbox';

/** Keeps the token of the inbox for this tab: the address that ./run prints has it behind the #, where it goes to no server. */
export function keepInboxToken(): void {
  const token = /^#inbox=(\w+)$/.exec(location.hash)?.[1];
  if (!token) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  try {
    sessionStorage.setItem(key, token);
  } catch {
    // Storage is switched off: the page says where the address of the inbox is.
  }
}

/** Address of the inbox with the mail to this email; null where this tab does not have the token. */
export function inboxAddress(email: string): string | null {
  try {
    const token = sessionStorage.getItem(key);
    return config.inbox && token ? `${config.inbox}?${new URLSearchParams(email ? { token, email } : { token })}` : null;
  } catch {
    return null;
  }
}
