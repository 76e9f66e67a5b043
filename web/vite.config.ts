import { defineConfig } from 'vitest/config';
import { finish } from './build/finish.ts';

export default defineConfig({
  plugins: [finish()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // Every supported browser preloads modules itself.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Few chunks: one per page and three shared ones, instead of a request for every module that two pages share.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'core', priority: 3, test: /src\/(strings|config|errorText|api|session|routing|notices|loading|ui\/(Page|Icon|Mark))|node_modules/ },
            { name: 'titles', priority: 2, test: /src\/(titles|covers|lists|preferences)\/|src\/pages\/home\/(MediaRow|RecommendedRow)|src\/ui\/(States|Choices)/ },
            { name: 'forms', priority: 1, test: /src\/pages\/auth\// },
          ],
        },
      },
    },
  },
  server: { proxy: { '/prod': 'http://localhost:8080', '/dev': 'http://localhost:8080' } },
  test: { environment: 'happy-dom', include: ['tests/**/*.test.ts'] },
});
