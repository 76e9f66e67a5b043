/** Whether it is the catalogue that is read, by nobody in particular: nothing else of the API is ever kept. */
export const isPublicRead = (url: URL, request: Pick<Request, 'headers'>): boolean =>
  /\/media$/.test(url.pathname) && !request.headers.has('Authorization');
