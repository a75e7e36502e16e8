import type { Catalog } from './catalog';
import type { PipelineDocument, PipelineEdge, PipelineNode } from './document';
import { boxOf, freeSpot, type Point } from './geometry';
import { layoutPipeline } from './layout';
import { sourceOf, targetOf } from './wire';

/**
 * Where a node stands beside the one it was added to: as Tidy up would place the two, so that a chain goes down within a
 * stage, on to the right from stage to stage, and back below where it retrains; there, or at the next free spot.
 */
export function placeBeside(
  document: PipelineDocument,
  catalog: Catalog,
  node: Omit<PipelineNode, 'position'>,
  anchor: PipelineNode,
  edges: readonly PipelineEdge[],
): Point {
  const ends = [node.id, anchor.id];
  const between = edges.filter((edge) => ends.includes(sourceOf(edge)) && ends.includes(targetOf(edge)));
  const pair = { ...document, nodes: [anchor, { ...node, position: anchor.position }], edges: between, notes: [] };
  const { positions } = layoutPipeline(catalog.compile(pair));
  const [there, here] = [positions[node.id] ?? anchor.position, positions[anchor.id] ?? anchor.position];
  const wanted = { x: anchor.position.x + there.x - here.x, y: anchor.position.y + there.y - here.y };
  return freeSpot(
    wanted,
    document.nodes.map((one) => boxOf(one.position)),
  );
}
