import type { Catalog } from '../graph/catalog';
import type { AnySpec } from './kind';
import { specs } from './specs';

/** The kinds of this build, looked up by id. */
export interface SpecCatalog extends Catalog {
  kind(id: string): AnySpec | undefined;
  /** Every kind, in the palette's order. */
  readonly all: readonly AnySpec[];
}

export function createCatalog(all: readonly AnySpec[]): SpecCatalog {
  const byId = new Map(all.map((spec) => [spec.id, spec]));
  return { all, kind: (id) => byId.get(id) };
}

/** The catalog of every kind in `specs.ts`. */
export const catalog: SpecCatalog = createCatalog(specs);
