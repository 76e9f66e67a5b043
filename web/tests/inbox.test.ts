import { beforeEach, describe, expect, it } from 'vitest';
import { inboxAddress, keepInboxToken } from '../src/inbox';
import { configured } from '../src/config';

describe('the inbox of the machine', () => {
  beforeEach(async () => {
    sessionStorage.clear();
    globalThis.fetch = () => Promise.resolve(new Response('{"inbox":"/dev/inbox"}'));
    await configured();
  });

  it('is opened by the address that was printed, for the tab alone, and leaves no token in the address bar', () => {
    history.replaceState(null, '', '/search?q=alien#inbox=0123abcd');
    keepInboxToken();
    expect(location.pathname + location.search + location.hash).toBe('/search?q=alien');
    expect(inboxAddress('me+you@example.com')).toBe('/dev/inbox?token=0123abcd&email=me%2Byou%40example.com');
    expect(inboxAddress('')).toBe('/dev/inbox?token=0123abcd');
    expect(localStorage.length).toBe(0);
  });

  it.each(['', '#inbox=', '#other=1', '#inbox=a/b'])('has no address with "%s"', hash => {
    history.replaceState(null, '', `/${hash}`);
    keepInboxToken();
    expect(inboxAddress('me@example.com')).toBeNull();
  });
});
