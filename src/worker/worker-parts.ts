import { indexKinds } from '../engine/kinds';
import { createFileStore } from '../files/file-store';
import { createLake } from '../lake/create-lake';
import { configureLearning } from '../models/network/backend/backends';
import { wasmFiles } from '../models/network/backend/wasm-files';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import { createRegistry } from '../registry/create-registry';
import { openSlots, openTabs } from '../storage/autosave';
import { createBrowserBlobs } from '../storage/browser-blobs';
import { openSessions } from '../storage/sessions';
import { createBrowserHost, openResults } from './browser-host';

/** What every worker of the page is made of: all kinds but for their live halves, and this browser's disk. */
export function openWorkerParts() {
  configureLearning({ wasmPaths: wasmFiles });
  // The folder and the store had their names before the data lake had its own: files that lie there must be found.
  const files = createFileStore(createBrowserBlobs('lake', { writtenOnce: true, store: 'files' }));
  const registry = createRegistry(createBrowserBlobs('registry'), { now: () => new Date().toISOString() });
  const lake = createLake(createBrowserBlobs('data-sets'));
  const results = openResults();
  const browser = createBrowserHost({ files, results }, new URL(import.meta.env.BASE_URL, self.location.href));
  const host = { ...browser, registry, lake };
  const slots = openSlots();
  const sessions = openSessions();
  const disk = {
    files,
    lake,
    registry,
    results: () => results,
    slots: async () => slots,
    sessions: async () => sessions,
    openTabs,
    room,
  };
  return { kinds: indexKinds(specs, runners), lake, registry, host, disk };
}

async function room(): Promise<{ readonly used: number; readonly allowed: number } | null> {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  return usage === undefined || quota === undefined ? null : { used: usage, allowed: quota };
}
