import type { Host } from '../engine/host';
import { assetMissing, fileVanished } from '../engine/host';
import type { StoredResult } from '../engine/result-cache';
import type { FileStore } from '../files/file-store';
import { type DiskResults, openResultStore } from '../storage/result-store';

const MB = 2 ** 20;

/** What of the browser's disk the engine reads and writes itself. */
export interface BrowserDisk {
  readonly files: Pick<FileStore, 'read'>;
  readonly results: Promise<DiskResults<StoredResult>>;
}

/** The engine's host in a browser worker. `base` is the page's own folder: nothing is asked of any other origin. */
export function createBrowserHost({ files, results }: BrowserDisk, base: URL): Host {
  return {
    async readFile(hash, name) {
      const bytes = await files.read(hash);
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
    results: {
      read: async (key) => (await results).read(key),
      write: async (key, result, bytes) => (await results).write(key, result, bytes),
    },
  };
}

/** The browser's results; rejects without IndexedDB. */
export function openResults(): Promise<DiskResults<StoredResult>> {
  const store = openResultStore(isStoredResult, { total: 512 * MB, each: 64 * MB });
  // Reported where it is used: without it the engine only forgets sooner.
  store.catch(() => undefined);
  return store;
}

/** Written by this engine alone, under keys that change with its version: the shape is enough. */
function isStoredResult(value: unknown): value is StoredResult {
  return typeof value === 'object' && value !== null && 'outputs' in value && typeof value.outputs === 'object';
}
