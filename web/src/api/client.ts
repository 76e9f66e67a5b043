import { ApiError, isAbort } from './apiError';

export interface Call {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** The entity tag that the resource must still have. */
  readonly ifMatch?: string | undefined;
  /** Called with the entity tag of the response, also of an error. */
  readonly onTag?: (tag: string | undefined) => void;
}

/** Source of the access tokens of calls. */
export interface AccessTokens {
  /** Returns a token that is valid for a while yet; refreshes it first if needed. */
  access(): Promise<string>;
  /** Returns another token than this one, which the server rejected. */
  instead(refused: string): Promise<string>;
  /** Ends the session, because the server rejected a fresh token. */
  lost(): void;
}

export interface Client {
  /** Sends a call without an access token. */
  open<T>(method: string, path: string, call?: Call): Promise<T>;
  /** Sends a call with the user's access token. If the token is rejected, it is refreshed once and the call is sent again. */
  own<T>(method: string, path: string, call?: Call): Promise<T>;
}

const requestTimeout = 30_000;

export function createClient(base: () => Promise<string>, tokens: AccessTokens, send: typeof fetch = (...request) => fetch(...request)): Client {
  async function attempt(method: string, path: string, call: Call, token?: string): Promise<Response> {
    const address = (await base()) + path + queryText(call.query);
    const timeout = AbortSignal.timeout(requestTimeout);
    const headers: Record<string, string> = {};
    if (call.body !== undefined) headers['Content-Type'] = 'application/json';
    if (call.ifMatch !== undefined) headers['If-Match'] = call.ifMatch;
    if (token !== undefined) headers['Authorization'] = `Bearer ${token}`;
    try {
      return await send(address, {
        method,
        headers,
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
        credentials: 'omit',
      });
    } catch (error) {
      if (isAbort(error)) throw error;
      throw timeout.aborted ? new ApiError('timeout', '') : new ApiError('network', '');
    }
  }

  async function read<T>(response: Response): Promise<T> {
    if (!response.ok) throw await ApiError.of(response);
    return (await response.json()) as T;
  }

  return {
    open: async <T>(method: string, path: string, call: Call = {}) => read<T>(await attempt(method, path, call)),
    own: async <T>(method: string, path: string, call: Call = {}) => {
      const token = await tokens.access();
      let response = await attempt(method, path, call, token);
      if (response.status === 401) response = await attempt(method, path, call, await tokens.instead(token));
      if (response.status === 401) tokens.lost();
      call.onTag?.(response.headers.get('ETag') ?? undefined);
      return read<T>(response);
    },
  };
}

export function queryText(query: Call['query']): string {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]]));
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}
