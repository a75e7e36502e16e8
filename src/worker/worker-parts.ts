import { indexKinds } from '../engine/kinds';
import { createLake } from '../lake/create-lake';
import { configureLearning } from '../models/network/backend/backends';
import { wasmFiles } from '../models/network/backend/wasm-files';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import { createRegistry } from '../registry/create-registry';
import { createBrowserBlobs } from '../storage/browser-blobs';
import { openFileLake } from '../storage/file-lake';
import { createBrowserHost } from './browser-host';

/** What every worker of the page is made of: all kinds but for their live halves, and this browser's disk. */
export function openWorkerParts() {
  configureLearning({ wasmPaths: wasmFiles });
  const lake = openFileLake();
  const registry = createRegistry(createBrowserBlobs('registry'), { now: () => new Date().toISOString() });
  const dataLake = createLake(createBrowserBlobs('data-sets'));
  const browser = createBrowserHost(lake, new URL(import.meta.env.BASE_URL, self.location.href));
  const host = { ...browser, registry, lake: dataLake };
  return { kinds: indexKinds(specs, runners), lake, dataLake, registry, host };
}
