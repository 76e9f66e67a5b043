declare const __SHELL__: readonly string[];
declare const __VERSION__: string;

/** Put in by the build: what the page is made of, and a name for exactly that. */
export const shellFiles: string[] = [...__SHELL__];
export const version: string = __VERSION__;

/** Whether it is the catalogue that is read, by nobody in particular: nothing else of the API is ever kept. */
export const isPublicRead = (url: URL, request: Pick<Request, 'headers'>): boolean =>
  /\/media$/.test(url.pathname) && !request.headers.has('Authorization');
