import type { Pipeline } from '../pipeline';
import { wireKey } from '../wire';
import { nodeBox } from './port-places';
import { routeWires } from './route-wires';
import { type DrawnWire, type Tangle, tangleOf } from './tangle';

/** The tangle of a pipeline as it is drawn; wires that close the loop do not count as running back. */
export function tangleIn(pipeline: Pipeline): Tangle {
  const routes = routeWires(pipeline);
  const drawn = pipeline.wires.flatMap((wire): DrawnWire[] => {
    const route = routes.get(wireKey(wire.edge));
    if (route === undefined) return [];
    const { from, to, points } = route;
    const behind = { right: to.x < from.x, left: to.x > from.x, down: to.y < from.y, up: to.y > from.y };
    const back = behind[from.facing] && wire.input?.feedback !== true;
    return [{ from: wire.from.nodeId, to: wire.to.nodeId, port: wire.from.port, points, back }];
  });
  return tangleOf(drawn, new Map(pipeline.nodes.map((node) => [node.id, nodeBox(node)])));
}
