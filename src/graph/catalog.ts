import { createCompiler } from './compile';
import type { PipelineDocument, PipelineNode } from './document';
import type { KindShape } from './kind-shape';
import type { CompiledNode, Pipeline } from './pipeline';

/** The kinds this build knows. Given to the graph, so that the graph does not depend on them. */
export interface Catalog<K extends KindShape = KindShape> {
  kind(id: string): K | undefined;
  /** Every kind, in the palette's order. */
  readonly all: readonly K[];
  /** A document as a pipeline of these kinds: the same one for the same document. */
  compile(document: PipelineDocument): Pipeline<K>;
  /** One node, as {@link compile} gives it. */
  compileNode(node: PipelineNode): CompiledNode<K>;
}

export function createCatalog<K extends KindShape>(all: readonly K[]): Catalog<K> {
  const byId = new Map<string, K>(all.map((spec) => [spec.id, spec]));
  const kind = (id: string): K | undefined => byId.get(id);
  return { all, kind, ...createCompiler(kind) };
}
