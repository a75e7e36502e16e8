import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { fetchPartsFirst, fetchWorkerPartsFirst } from './scripts/fetch-parts-first.ts';
import { HEADERS, headersFile, PAGE_POLICY } from './scripts/policy.ts';
import { withoutJsonSchema } from './scripts/without-json-schema.ts';

/** The built page alone: the development server needs inline styles and scripts. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY }, injectTo: 'head-prepend' },
  ],
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
  },
};

export default defineConfig(({ mode }) => ({
  plugins: [react(), tailwindcss(), contentSecurityPolicy, withoutJsonSchema(), fetchPartsFirst()],
  worker: { format: 'es', plugins: () => [withoutJsonSchema(), fetchWorkerPartsFirst()] },
  preview: { headers: HEADERS },
  build: {
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      checks: { pluginTimings: false },
      // What the page starts with in one piece: cut up by who else imports it, it compresses worse and asks more requests.
      output: { codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] } },
    },
  },
  test: {
    // What is too slow for every change: `npm run test:long`.
    ...(mode === 'long'
      ? { include: ['src/**/*.long.test.ts'], testTimeout: 600_000 }
      : {
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/*.long.test.ts'],
          testTimeout: 30_000,
        }),
    pool: 'forks',
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      reporter: ['text-summary'],
      reportsDirectory: '.cache/coverage',
    },
  },
}));
