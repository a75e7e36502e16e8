import type { PipelineDocument, PipelineEdge } from '../graph/document';
import { spliceWires } from '../graph/splice';
import { nodesById, parseEnd } from '../graph/wire';
import { catalog } from '../nodes/catalog';
import { boxOf, NODE_WIDTH, type Point, portTop, wireNearness } from './geometry';

/** The wire that a node lying at `position` covers, or nearly, and would fit into: of several the one nearest to its middle. */
export function spliceTarget(document: PipelineDocument, nodeId: string, position: Point): PipelineEdge | null {
  const nodes = nodesById(document);
  const box = boxOf(position);
  const end = (of: string, side: 'inputs' | 'outputs'): Point | null => {
    const { nodeId: id, port } = parseEnd(of);
    const node = nodes.get(id);
    const index = catalog.kind(node?.kind ?? '')?.[side].findIndex((candidate) => candidate.name === port) ?? -1;
    if (node === undefined || index < 0) return null;
    return { x: node.position.x + (side === 'outputs' ? NODE_WIDTH : 0), y: node.position.y + portTop(index) };
  };
  let best: { readonly edge: PipelineEdge; readonly nearness: number } | null = null;
  for (const edge of document.edges) {
    const from = end(edge.from, 'outputs');
    const to = end(edge.to, 'inputs');
    const nearness = from === null || to === null ? null : wireNearness(from, to, box);
    if (nearness === null || (best !== null && nearness >= best.nearness)) continue;
    if (spliceWires(document, catalog, nodeId, edge) !== null) best = { edge, nearness };
  }
  return best?.edge ?? null;
}
