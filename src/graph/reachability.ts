import type { Catalog } from './catalog';
import type { PipelineDocument } from './document';
import { isOrdering } from './order-nodes';
import { nodesById, sourceOf, targetOf } from './wire';

/** The given nodes and everything they need, feedback wires aside. */
export function upstreamOf(document: PipelineDocument, catalog: Catalog, nodeIds: Iterable<string>): Set<string> {
  return reach(document, catalog, nodeIds, 'up');
}

/** The given nodes and everything that needs them, feedback wires aside. */
export function downstreamOf(document: PipelineDocument, catalog: Catalog, nodeIds: Iterable<string>): Set<string> {
  return reach(document, catalog, nodeIds, 'down');
}

function reach(
  document: PipelineDocument,
  catalog: Catalog,
  nodeIds: Iterable<string>,
  direction: 'up' | 'down',
): Set<string> {
  const nodes = nodesById(document);
  const next = new Map<string, string[]>();
  for (const edge of document.edges) {
    if (!isOrdering(edge, nodes, catalog)) continue;
    const [here, there] = direction === 'down' ? [sourceOf(edge), targetOf(edge)] : [targetOf(edge), sourceOf(edge)];
    const list = next.get(here);
    if (list === undefined) next.set(here, [there]);
    else list.push(there);
  }
  const reached = new Set<string>();
  const queue = [...nodeIds].filter((id) => nodes.has(id));
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    queue.push(...(next.get(id) ?? []));
  }
  return reached;
}
