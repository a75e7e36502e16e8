import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { type Served, serveFolder } from './servers';

/** Puts the kinds of `src/testing/nodes/port-specs.ts` before those of the product. */
const withTestKinds: Plugin = {
  name: 'test-kinds',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/src/nodes/specs.ts')) return null;
    const opening = 'export const specs = [';
    if (!code.includes(opening)) throw new Error('specs.ts no longer lists its kinds as it did');
    return code.replace(
      opening,
      `import { portSpecs } from '../testing/nodes/port-specs';\n${opening}\n  ...portSpecs,`,
    );
  },
};

/** The page built with kinds for tests, which the product does not have, and served from a folder of its own. */
export async function serveWithTestKinds(): Promise<Served> {
  const outDir = await mkdtemp(join(tmpdir(), 'millrace-kinds-'));
  await build({ logLevel: 'error', plugins: [withTestKinds], build: { outDir, emptyOutDir: true } });
  const served = await serveFolder(outDir);
  return {
    ...served,
    close: async () => {
      await served.close();
      await rm(outDir, { recursive: true });
    },
  };
}
