import type { ErrorBody } from './types';

/** Why a call gave nothing: no way to the server, no answer in time, or an answer that says no. */
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

  static async of(answer: Response): Promise<ApiError> {
    const body = (await answer.json().catch(() => ({}))) as Partial<ErrorBody>;
    return new ApiError('refused', body.error ?? '', answer.status, body.code ?? '', (body.details ?? {}) as Record<string, string>);
  }
}

/** Whether it is the caller that ended it, which nobody needs to be told. */
export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
