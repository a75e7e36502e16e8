import { type Catalog, createCatalog } from '../graph/catalog';
import type { Pipeline } from '../graph/pipeline';
import type { AnySpec } from './contract/kind';
import { type KindId, specs } from './specs';

/** Kinds with their specs, looked up by id. */
export type SpecCatalog<Id extends string = string> = Catalog<AnySpec<Id>>;

/** A pipeline of such kinds. */
export type SpecPipeline = Pipeline<AnySpec>;

/** The catalog of every kind in `specs.ts`. */
export const catalog: SpecCatalog<KindId> = createCatalog<AnySpec<KindId>>(specs);

/** A kind that this build surely has. */
export function specOf(id: KindId): AnySpec<KindId> {
  const spec = catalog.kind(id);
  if (spec === undefined) throw new Error(`no kind ${id}`);
  return spec;
}
