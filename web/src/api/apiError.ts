import type { ErrorBody } from './types';

/** Failure of a call: no connection to the server, no response in time, or a response with an error. */
export class ApiError extends Error {
  constructor(
    readonly kind: 'network' | 'timeout' | 'refused',
    message: string,
    readonly status = 0,
    readonly code: string = '',
    readonly details: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }

  static async of(response: Response): Promise<ApiError> {
    const body = (await response.json().catch(() => ({}))) as Partial<ErrorBody>;
    return new ApiError('refused', body.error ?? '', response.status, body.code ?? '', (body.details ?? {}) as Record<string, string>);
  }
}

/** True if the calling code cancelled the call itself, which is not reported to the user. */
export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
