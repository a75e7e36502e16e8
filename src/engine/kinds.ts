import type { SpecCatalog } from '../nodes/catalog';
import { createCatalog } from '../nodes/catalog';
import type { AnySpec } from '../nodes/kind';
import type { Runner } from '../nodes/runner';

/** The kinds an engine can run. */
export interface Kinds {
  readonly catalog: SpecCatalog;
  readonly runners: ReadonlyMap<string, Runner>;
}

/** Indexes the two registries. */
export function indexKinds(specs: readonly AnySpec[], runners: readonly Runner[]): Kinds {
  return { catalog: createCatalog(specs), runners: new Map(runners.map((runner) => [runner.kind, runner])) };
}
