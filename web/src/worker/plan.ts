declare const __SHELL__: readonly string[];
declare const __VERSION__: string;

/** Put in by the build: what the page is made of, and a name for exactly that. */
export const shellFiles: string[] = [...__SHELL__];
export const version: string = __VERSION__;
