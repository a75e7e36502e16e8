import type { Box, Point } from '../src/graph/geometry';
import type { Pipeline } from '../src/graph/pipeline';
import { nodeBox } from '../src/graph/route/port-places';
import { routeWires } from '../src/graph/route/route-wires';
import { goesThrough, segmentsOf } from '../src/graph/route/stretches';
import { wireKey } from '../src/graph/wire';

/** A wire as it is drawn. */
interface DrawnWire {
  readonly from: string;
  readonly to: string;
  /** The output it begins at: wires of one output may share a stretch. */
  readonly port: string;
  readonly points: readonly Point[];
  /** Whether it ends behind its beginning, seen in the direction in which its port looks. */
  readonly back: boolean;
}

/** How hard wires are to follow. */
interface Tangle {
  readonly wires: number;
  /** Wires that run back. */
  readonly back: number;
  /** Wires that go behind a node that is not theirs. */
  readonly behind: number;
  /** Pairs of points at which wires of different outputs cross. */
  readonly crossings: number;
}

/** Counts what makes wires hard to follow. `boxes` are the nodes by id. */
function tangleOf(wires: readonly DrawnWire[], boxes: ReadonlyMap<string, Box>): Tangle {
  const behind = wires.filter(({ from, to, points }) =>
    [...boxes].some(
      ([id, box]) => id !== from && id !== to && segmentsOf(points).some(([a, b]) => goesThrough(a, b, box)),
    ),
  ).length;
  let crossings = 0;
  for (const [i, one] of wires.entries()) {
    for (const other of wires.slice(i + 1)) {
      if (one.from === other.from && one.port === other.port) continue;
      crossings += meetings(one.points, other.points);
    }
  }
  return { wires: wires.length, back: wires.filter(({ back }) => back).length, behind, crossings };
}

function meetings(one: readonly Point[], other: readonly Point[]): number {
  let count = 0;
  for (const [a, b] of segmentsOf(one)) for (const [c, d] of segmentsOf(other)) if (crosses(a, b, c, d)) count++;
  return count;
}

const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** Whether two stretches cross in their insides; a touch counts for the one that goes on to the other side. */
function crosses(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (value: number): boolean => value > 0;
  return (
    side(turn(a, b, c)) !== side(turn(a, b, d)) &&
    side(turn(c, d, a)) !== side(turn(c, d, b)) &&
    turn(a, b, c) !== turn(a, b, d)
  );
}

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
