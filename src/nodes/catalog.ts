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

/** The kind whose nodes are made of what a person hands to the page. */
export function kindTaking(what: NonNullable<AnySpec['takes']>): AnySpec<KindId> {
  const spec = specs.find((each: AnySpec<KindId>) => each.takes === what);
  if (spec === undefined) throw new Error(`no kind takes a ${what}`);
  return spec;
}
