import type { Catalog } from '../graph/catalog';
import type { PipelineDocument, PipelineEdge } from '../graph/document';
import { downstreamOf } from '../graph/reachability';
import { nodesById, sourceOf, targetOf } from '../graph/wire';
import { boxOf, GAP, NODE_WIDTH, overlaps, type Point, snap } from './geometry';

/**
 * Positions that give a node spliced into `edge` a place of its own: between the wire's ends, with
 * everything that follows pushed on as far as needed. Empty where the node covers nothing already.
 */
export function makeRoom(
  document: PipelineDocument,
  catalog: Catalog,
  nodeId: string,
  edge: PipelineEdge,
): Readonly<Record<string, Point>> {
  const nodes = nodesById(document);
  const node = nodes.get(nodeId);
  const source = nodes.get(sourceOf(edge));
  const target = nodes.get(targetOf(edge));
  if (node === undefined || source === undefined || target === undefined) return {};
  const covers = document.nodes.some(
    (other) => other.id !== nodeId && overlaps(boxOf(other.position), boxOf(node.position), 8),
  );
  const step = NODE_WIDTH + GAP.x;
  const ahead = target.position.x >= source.position.x + NODE_WIDTH;
  if (!covers || !ahead) return {};
  const place = snap({ x: source.position.x + step, y: (source.position.y + target.position.y) / 2 });
  const push = place.x + step - target.position.x;
  const moved: Record<string, Point> = { [nodeId]: place };
  if (push <= 0) return moved;
  const following = downstreamOf(document, catalog, [target.id]);
  for (const other of document.nodes) {
    if (!following.has(other.id) || other.position.x < target.position.x) continue;
    moved[other.id] = { x: other.position.x + push, y: other.position.y };
  }
  return moved;
}
