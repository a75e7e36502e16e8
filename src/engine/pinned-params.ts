import type { PipelineNode } from '../graph/document';
import type { JsonObject } from '../lib/json';
import type { SpecPipeline } from '../nodes/catalog';
import type { Host } from './host';
import type { Kinds } from './kinds';

/** Params in the place of those that nodes have, by node id. */
export type ParamsByNode = Readonly<Record<string, JsonObject>>;

/**
 * The params that name what nodes really read (`Runner.pin`): a node that takes the newest version of a data set names
 * that version. Nothing of nodes that read nothing of the kind, nor where there is no lake.
 */
export async function pinnedParams(
  pipeline: SpecPipeline,
  kinds: Kinds,
  { lake }: Pick<Host, 'lake'>,
): Promise<ParamsByNode> {
  const pinned: Record<string, JsonObject> = {};
  if (lake === undefined) return pinned;
  for (const { id, node, parsed } of pipeline.nodes) {
    const pin = kinds.runners.get(node.kind)?.pin;
    if (pin === undefined || !parsed.ok) continue;
    // What is wrong (no such set) is said by the node itself when it runs.
    try {
      pinned[id] = await pin(parsed.params, lake);
    } catch {}
  }
  return pinned;
}

/** The pipeline with other params of some nodes. */
export function withParams({ document }: SpecPipeline, { catalog }: Kinds, params: ParamsByNode): SpecPipeline {
  if (Object.keys(params).length === 0) return catalog.compile(document);
  const nodes = document.nodes.map((node): PipelineNode => {
    const own = Object.hasOwn(params, node.id) ? params[node.id] : undefined;
    return own === undefined ? node : { ...node, params: own };
  });
  return catalog.compile({ ...document, nodes });
}
