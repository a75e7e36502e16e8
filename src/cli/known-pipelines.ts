import '../lib/zod-without-eval';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256Hex } from '../lib/hash';
import { isMissing } from './errno';
import { createFolderBlobs } from './folder-blobs';

const knownPipeline = z.object({
  format: z.literal('millrace/known-pipeline'),
  version: z.literal(1),
  path: z.string(),
});

/** The pipeline files that ran here, by their paths: their files are in use as long as they name them. */
export interface KnownPipelines {
  /** Only a convenience: a cache that cannot be written is no reason to stop. Never rejects. */
  remember(path: string): Promise<void>;
  list(): Promise<readonly string[]>;
}

/** The known pipelines of a cache folder. */
export function openKnownPipelines(cache: string): KnownPipelines {
  const blobs = createFolderBlobs(join(cache, 'pipelines'));
  return {
    async remember(path) {
      const name = `${sha256Hex(path).slice(0, 32)}.json`;
      const content = { format: 'millrace/known-pipeline', version: 1, path };
      try {
        if ((await blobs.stat(name)) === undefined) {
          await blobs.write(name, new TextEncoder().encode(`${JSON.stringify(content)}\n`));
        }
      } catch {
        // Its files then look unused to `disk`, which says so before it frees them.
      }
    },
    async list() {
      const paths: string[] = [];
      for (const name of await blobs.list('')) {
        const path = pathIn((await blobs.read(name)) ?? new Uint8Array());
        if (path !== undefined) paths.push(path);
      }
      return paths.sort();
    },
  };
}

function pathIn(bytes: Uint8Array): string | undefined {
  try {
    return knownPipeline.parse(JSON.parse(new TextDecoder().decode(bytes))).path;
  } catch {
    return undefined;
  }
}

/** The text of a pipeline file; undefined where it is no longer there. Rejects where it cannot be read. */
export async function readPipelineText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
}
