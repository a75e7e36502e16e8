import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';
const OURS = fileURLToPath(new URL('../src/ui/parts/fetch-first.ts', import.meta.url));

/** Has each `import()` of the built page go through `fetchFirst`, with the files that it needs, its own among them. */
export const fetchPartsFirst = (): Plugin => ({
  name: 'fetch-parts-first',
  apply: 'build',
  enforce: 'pre',
  config: () => ({
    build: { modulePreload: { polyfill: false, resolveDependencies: (file, files) => [...new Set([file, ...files])] } },
  }),
  load: (id) => (id === HELPER ? `export { fetchFirst as __vitePreload } from ${JSON.stringify(OURS)};` : null),
});
