import type { PipelineEdge } from './document';
import { boxOf, GAP, NODE_WIDTH, overlaps, type Point, snap } from './geometry';
import type { Pipeline } from './pipeline';
import { sourceOf, targetOf } from './wire';

/**
 * Positions that give a node spliced into `edge` a place of its own: between the wire's ends, with
 * everything that follows pushed on as far as needed. Empty where the node covers nothing already.
 */
export function makeRoom(pipeline: Pipeline, nodeId: string, edge: PipelineEdge): Readonly<Record<string, Point>> {
  const { nodes } = pipeline.document;
  const [node, source, target] = [nodeId, sourceOf(edge), targetOf(edge)].map((id) => pipeline.node(id)?.node);
  if (node === undefined || source === undefined || target === undefined) return {};
  const covers = nodes.some((other) => other.id !== nodeId && overlaps(boxOf(other.position), boxOf(node.position), 8));
  const step = NODE_WIDTH + GAP.x;
  const ahead = target.position.x >= source.position.x + NODE_WIDTH;
  if (!covers || !ahead) return {};
  const place = snap({ x: source.position.x + step, y: (source.position.y + target.position.y) / 2 });
  const push = place.x + step - target.position.x;
  const moved: Record<string, Point> = { [nodeId]: place };
  if (push <= 0) return moved;
  const following = pipeline.downstream([target.id]);
  for (const other of nodes) {
    if (!following.has(other.id) || other.position.x < target.position.x) continue;
    moved[other.id] = { x: other.position.x + push, y: other.position.y };
  }
  return moved;
}
