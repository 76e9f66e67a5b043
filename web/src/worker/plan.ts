declare const __SHELL__: readonly string[];
declare const __VERSION__: string;

/** Files of the page, inserted by the build. */
export const shellFiles: string[] = [...__SHELL__];
/** Version of exactly these files, inserted by the build. */
export const version: string = __VERSION__;
