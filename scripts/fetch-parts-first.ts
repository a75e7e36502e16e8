import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';
const OURS = fileURLToPath(new URL('../src/lib/fetch-first.ts', import.meta.url));

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

const IMPORT = /\bimport\(\s*(["'`])\.\/([^"'`]+)\1\s*\)/g;

/**
 * The same for a worker, where Vite has no helper: its program puts `fetchFirst` where all its files find it. The
 * first file fetches that program by itself; where it cannot, the worker breaks and another is started.
 */
export const fetchWorkerPartsFirst = (): Plugin => ({
  name: 'fetch-worker-parts-first',
  apply: 'build',
  generateBundle(_, bundle) {
    const filesOf = (file: string, found: Set<string>): Set<string> => {
      const chunk = bundle[file];
      if (chunk?.type !== 'chunk' || found.has(file)) return found;
      found.add(file);
      for (const imported of chunk.imports) filesOf(imported, found);
      return found;
    };
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const started = new Set<string>();
    for (const first of chunks.filter((chunk) => chunk.isEntry))
      for (const file of [first.fileName, ...first.dynamicImports]) filesOf(file, started);
    for (const chunk of chunks) {
      if (chunk.isEntry) continue;
      const folder = chunk.fileName.slice(0, chunk.fileName.lastIndexOf('/') + 1);
      chunk.code = chunk.code.replace(IMPORT, (whole: string, _quote: string, name: string) => {
        const files = [...filesOf(folder + name, new Set())].filter((file) => !started.has(file));
        return `self.fetchFirst(()=>${whole},${JSON.stringify(files)},import.meta.url)`;
      });
    }
  },
});
