import type { Host, ResultStore } from '../engine/host';
import { assetMissing, fileVanished } from '../engine/host';
import type { StoredResult } from '../engine/result-cache';
import type { FileLake } from '../storage/file-lake';
import { openResultStore } from '../storage/result-store';

const MB = 2 ** 20;

/** The engine's host in a browser worker. `base` is the page's own folder: nothing is asked of any other origin. */
export function createBrowserHost(lake: Promise<FileLake>, base: URL): Host {
  return {
    async readFile(hash, name) {
      const bytes = await (await lake).read(hash);
      if (bytes === undefined) throw fileVanished(name);
      return bytes;
    },
    async readAsset(path) {
      const url = new URL(path, base);
      if (url.origin !== base.origin) throw assetMissing(path, 'it lies elsewhere');
      let response: Response;
      try {
        response = await fetch(url);
      } catch (cause) {
        throw assetMissing(path, cause instanceof Error ? cause.message : String(cause));
      }
      // A server may answer an unknown path with the page itself.
      const isPage = response.headers.get('content-type')?.startsWith('text/html') === true && !path.endsWith('.html');
      if (!response.ok || isPage) throw assetMissing(path, isPage ? 'not found' : `status ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    now: () => performance.now(),
    results: createResults(),
  };
}

function createResults(): ResultStore {
  const store = openResultStore(isStoredResult, { total: 512 * MB, each: 64 * MB });
  // Reported where it is used: without IndexedDB the engine only forgets sooner.
  store.catch(() => undefined);
  return {
    read: async (key) => (await store).read(key),
    write: async (key, result, bytes) => (await store).write(key, result, bytes),
  };
}

/** Written by this engine alone, under keys that change with its version: the shape is enough. */
function isStoredResult(value: unknown): value is StoredResult {
  return typeof value === 'object' && value !== null && 'outputs' in value && typeof value.outputs === 'object';
}
