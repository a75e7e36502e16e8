import type { Catalog } from '../graph/catalog';
import type { AnySpec } from './kind';
import { type KindId, specs } from './specs';

/** Kinds, looked up by id. */
export interface SpecCatalog<Id extends string = string> extends Catalog<AnySpec<Id>> {
  /** Every kind, in the palette's order. */
  readonly all: readonly AnySpec<Id>[];
}

export function createCatalog<Id extends string>(all: readonly AnySpec<Id>[]): SpecCatalog<Id> {
  const byId = new Map<string, AnySpec<Id>>(all.map((spec) => [spec.id, spec]));
  return { all, kind: (id) => byId.get(id) };
}

/** The catalog of every kind in `specs.ts`. */
export const catalog: SpecCatalog<KindId> = createCatalog<KindId>(specs);
