import type { PipelineDocument } from '../graph/document';
import { flattenGroups } from '../graph/flatten-groups';
import { withPartsOf } from '../graph/parts-in-common';
import type { SpecPipeline } from '../nodes/catalog';
import { createChecker } from '../nodes/check-pipeline';
import type { BackendChoice } from '../nodes/contract/runner';
import { executeRun, type RunOptions } from './execute-run';
import type { Host } from './host';
import type { Kinds } from './kinds';
import { pinnedParams, withParams } from './pinned-params';
import { planKeys, planRun } from './plan';
import type { RunReport } from './report';
import type { StoredResult } from './result-cache';
import { createResultCache } from './result-cache';

export interface EngineOptions {
  readonly kinds: Kinds;
  readonly host: Host;
  /** Results kept in memory, in bytes. */
  readonly cacheBytes?: number;
  /** Of results in memory that the document just run does not have, 64 MB unless told. */
  readonly spareBytes?: number;
}

/** A document to be run. */
interface EngineRun extends RunOptions {
  readonly document: PipelineDocument;
}

export interface Engine {
  /** Runs a document to its end. Never rejects for what a document, a kind or a person does. */
  run(run: EngineRun): Promise<RunReport>;
  /** Cache keys of the nodes that can run as the document, and the lake, stand. */
  keys(document: PipelineDocument, backend: BackendChoice): Promise<Readonly<Record<string, string>>>;
  /** What a node completed with, from memory or the store; undefined where it has been forgotten. */
  result(key: string): Promise<StoredResult | undefined>;
  /** Bytes of a file that documents name, as {@link Host.readFile} gives them. */
  readFile: Host['readFile'];
}

const DEFAULT_CACHE_BYTES = 512 * 2 ** 20;
/** Results that the document no longer has are kept up to so many bytes, for who undoes an edit: a replaced file is let go. */
const SPARE_BYTES = 64 * 2 ** 20;

/** An engine with an empty memory. It holds no timers and no handles. */
export function createEngine({
  kinds,
  host,
  cacheBytes = DEFAULT_CACHE_BYTES,
  spareBytes = SPARE_BYTES,
}: EngineOptions): Engine {
  const cache = createResultCache(cacheBytes);
  const result = async (key: string): Promise<StoredResult | undefined> => {
    const held = cache.get(key);
    if (held !== undefined || host.results === undefined) return held;
    // A store that cannot be read is as good as an empty one.
    const stored = await host.results.read(key).catch(() => undefined);
    if (stored !== undefined) cache.set(key, stored);
    return stored;
  };
  let running = 0;
  const check = createChecker();
  let lastGiven: PipelineDocument | undefined;
  let lastPinned: PipelineDocument | undefined;
  // Documents come as copies, one after each edit: what they have in common is parsed, checked and ordered once.
  const take = async (document: PipelineDocument): Promise<SpecPipeline> => {
    const given = kinds.catalog.compile(withPartsOf(flattenGroups(document), lastGiven));
    lastGiven = given.document;
    const pinned = withParams(given, kinds, await pinnedParams(given, kinds, host));
    lastPinned = withPartsOf(pinned.document, lastPinned);
    return kinds.catalog.compile(lastPinned);
  };
  return {
    run: async ({ document, ...run }) => {
      const pipeline = await take(document);
      running++;
      try {
        return await executeRun({ ...run, pipeline, check: check(pipeline), kinds, host, cache, result });
      } finally {
        running--;
        // What another run is about to read is not let go.
        if (running === 0) {
          const keys = planKeys(planRun(pipeline, kinds, { backend: run.backend }));
          cache.trim(new Set(Object.values(keys)), spareBytes);
        }
      }
    },
    keys: async (document, backend) => planKeys(planRun(await take(document), kinds, { backend })),
    result,
    readFile: (hash, name) => host.readFile(hash, name),
  };
}
