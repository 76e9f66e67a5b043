import { defineConfig } from 'vitest/config';
import { finish } from './build/finish.ts';

export default defineConfig({
  plugins: [finish()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // The page's address bar is no place for a second copy of its code.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/prod': 'http://localhost:8080', '/dev': 'http://localhost:8080' } },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'] },
});
