import type { Catalog } from './catalog';
import type { PipelineDocument, PipelineEdge } from './document';
import { boxOf, NODE_WIDTH, type Point, portTop, wireNearness } from './geometry';
import type { PortShape } from './kind-shape';
import { spliceWires } from './splice';

/** The wire that a node lying at `position` covers, or nearly, and would fit into: of several the one nearest to its middle. */
export function spliceTarget(
  document: PipelineDocument,
  catalog: Catalog,
  nodeId: string,
  position: Point,
): PipelineEdge | null {
  const pipeline = catalog.compile(document);
  const box = boxOf(position);
  const end = (id: string, side: 'inputs' | 'outputs', port: PortShape | undefined): Point | null => {
    const found = pipeline.node(id);
    if (found === undefined || port === undefined) return null;
    const { x, y } = found.node.position;
    return { x: x + (side === 'outputs' ? NODE_WIDTH : 0), y: y + portTop(found[side].indexOf(port)) };
  };
  let best: { readonly edge: PipelineEdge; readonly nearness: number } | null = null;
  for (const wire of pipeline.wires) {
    const from = end(wire.from.nodeId, 'outputs', wire.output);
    const to = end(wire.to.nodeId, 'inputs', wire.input);
    const nearness = from === null || to === null ? null : wireNearness(from, to, box);
    if (nearness === null || (best !== null && nearness >= best.nearness)) continue;
    if (spliceWires(document, catalog, nodeId, wire.edge) !== null) best = { edge: wire.edge, nearness };
  }
  return best?.edge ?? null;
}
