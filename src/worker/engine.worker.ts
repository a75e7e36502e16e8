import { expose } from 'comlink';
import { createEngine } from '../engine/engine';
import type { EngineEvent } from '../engine/events';
import { indexKinds } from '../engine/kinds';
import { configureLearning } from '../learn/backends';
import { wasmFiles } from '../learn/wasm-files';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import { createRegistry } from '../registry/create-registry';
import { createBrowserBlobs } from '../storage/browser-blobs';
import { openFileLake } from '../storage/file-lake';
import { createBrowserHost } from './browser-host';
import { createWorkerApi } from './create-worker-api';
import type { EventMessage } from './worker-api';

configureLearning({ wasmPaths: wasmFiles });

const kinds = indexKinds(specs, runners);
const lake = openFileLake();
const registry = createRegistry(createBrowserBlobs('registry'), { now: () => new Date().toISOString() });
const host = { ...createBrowserHost(lake, new URL(import.meta.env.BASE_URL, self.location.href)), registry };
const send = (events: readonly EngineEvent[]): void => {
  self.postMessage({ millraceEvents: events } satisfies EventMessage);
};
expose(createWorkerApi({ engine: createEngine({ kinds, host }), kinds, lake, registry, send }));
