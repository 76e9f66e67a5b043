import { effect, signal } from '@preact/signals';

export type Theme = 'system' | 'light' | 'dark';

const storageKey = 'movierec.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

/** The chosen theme; `public/theme.js` reads it too, before the first paint. */
export const theme = signal<Theme>(read());
const systemIsDark = signal(dark.matches);
dark.addEventListener('change', () => (systemIsDark.value = dark.matches));

export const isDark = (): boolean => theme.value === 'dark' || (theme.value === 'system' && systemIsDark.value);

export function chooseTheme(chosen: Theme): void {
  theme.value = chosen;
  try {
    if (chosen === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, chosen);
  } catch {
    // Without storage, the choice lasts until the page is closed.
  }
}

export function startTheme(): void {
  effect(() => {
    const { dataset } = document.documentElement;
    if (theme.value === 'system') delete dataset['theme'];
    else dataset['theme'] = theme.value;
    const bar = isDark() ? '#14110f' : '#faf7f2';
    for (const tag of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) tag.content = bar;
  });
}

function read(): Theme {
  try {
    const kept = localStorage.getItem(storageKey);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}
