/** Settings of this deployment, from `config.json` beside the page. */
export interface Config {
  /** The API's address without a slash at the end: a path of this origin, or another origin. */
  readonly api: string;
  /** Address of posters; a size and a path are appended to it. */
  readonly images: string;
  /** The page that shows verification mail, on a machine that sends none. */
  readonly inbox: string | null;
}

export let config: Config = { api: '/prod', images: 'https://image.tmdb.org/t/p', inbox: null };

let begun: Promise<Config> | null = null;

/** Returns the configuration when it has been read. The page is drawn before that; only calls of the API wait for it. */
export const configured = (): Promise<Config> => (begun ??= loadConfig());

/** Reads the file; fields that are missing or not valid get their defaults. Fails if there is no file. */
async function loadConfig(): Promise<Config> {
  const response = await fetch('/config.json', { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  config = readConfig((await response.json()) as unknown);
  return config;
}

export function readConfig(given: unknown): Config {
  const fields = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  const address = (name: string, otherwise: string) => {
    const value = fields[name];
    return typeof value === 'string' && /^(https?:\/\/|\/)/.test(value) ? value.replace(/\/+$/, '') : otherwise;
  };
  return {
    api: address('api', '/prod'),
    images: address('images', 'https://image.tmdb.org/t/p'),
    inbox: address('inbox', '') || null,
  };
}
