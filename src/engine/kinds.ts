import { createCatalog } from '../graph/catalog';
import type { SpecCatalog } from '../nodes/catalog';
import type { AnySpec } from '../nodes/contract/kind';
import type { LiveRunner } from '../nodes/contract/live';
import type { Runner } from '../nodes/contract/runner';

/** The kinds an engine can run. */
export interface Kinds {
  readonly catalog: SpecCatalog;
  readonly runners: ReadonlyMap<string, Runner>;
  /** The live halves, of the kinds that take part in the loop. */
  readonly live: ReadonlyMap<string, LiveRunner>;
}

/** Indexes the registries. */
export function indexKinds(
  specs: readonly AnySpec[],
  runners: readonly Runner[],
  live: readonly LiveRunner[] = [],
): Kinds {
  return {
    catalog: createCatalog(specs),
    runners: new Map(runners.map((runner) => [runner.kind, runner])),
    live: new Map(live.map((runner) => [runner.kind, runner])),
  };
}

/** The kinds with live halves that were loaded after them. */
export function withLive(kinds: Kinds, live: readonly LiveRunner[]): Kinds {
  return { ...kinds, live: new Map(live.map((runner) => [runner.kind, runner])) };
}
