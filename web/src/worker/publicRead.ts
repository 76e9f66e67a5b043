/** Returns true for a read of the catalogue without a token: no other response of the API is ever cached. */
export const isPublicRead = (url: URL, request: Pick<Request, 'headers'>): boolean =>
  /\/media$/.test(url.pathname) && !request.headers.has('Authorization');
