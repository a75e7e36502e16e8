import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

/** The built page alone: the development server needs inline styles and scripts. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' },
  ],
};

/** The built page and its workers make no JSON Schema (the command line does), and zod's schemas all hold on to it. */
const withoutJsonSchema = (): Plugin => ({
  name: 'without-json-schema',
  apply: 'build',
  transform: {
    filter: { id: /zod[\\/]v4[\\/]core[\\/](?:json-schema-processors|to-json-schema)\.js$/ },
    handler(code) {
      const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
      const aliases = [...code.matchAll(/^export \{ (\w+) as (\w+) \};/gm)].map(([, , name]) => name);
      const leftOut = "function leftOut() {\n  throw new Error('JSON Schema is left out of the page');\n}";
      return {
        code: `${leftOut}\nconst make = () => leftOut;\nexport { ${[...names, ...aliases].map((name) => `make as ${name}`)} };`,
        map: null,
      };
    },
  },
});

export default defineConfig({
  plugins: [react(), tailwindcss(), contentSecurityPolicy, withoutJsonSchema()],
  worker: { format: 'es', plugins: () => [withoutJsonSchema()] },
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
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    testTimeout: 30_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
