import type { Catalog } from './catalog';
import type { PipelineDocument, PipelineEdge } from './document';
import { boxOf, type Point, pathNearness } from './geometry';
import { routeWires } from './route/route-wires';
import { spliceWires } from './splice';
import { wireKey } from './wire';

/** The wire that a node lying at `position` covers, or nearly, and would fit into: of several the one nearest to its middle. */
export function spliceTarget(
  document: PipelineDocument,
  catalog: Catalog,
  nodeId: string,
  position: Point,
): PipelineEdge | null {
  const pipeline = catalog.compile(document);
  const box = boxOf(position);
  const routes = routeWires(pipeline);
  let best: { readonly edge: PipelineEdge; readonly nearness: number } | null = null;
  for (const wire of pipeline.wires) {
    const route = routes.get(wireKey(wire.edge));
    const nearness = route === undefined ? null : pathNearness(route.points, box);
    if (nearness === null || (best !== null && nearness >= best.nearness)) continue;
    if (spliceWires(document, catalog, nodeId, wire.edge) !== null) best = { edge: wire.edge, nearness };
  }
  return best?.edge ?? null;
}
