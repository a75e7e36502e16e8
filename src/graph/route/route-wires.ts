import type { Box, Point } from '../geometry';
import type { CompiledWire, Pipeline } from '../pipeline';
import { wireEnd, wireKey } from '../wire';
import { findWay, type Laid } from './find-way';
import { nodeBox, type PortPlace, portPlaces } from './port-places';
import { levelCurve, roundedPath } from './smooth-path';
import { goesThrough, segmentsOf } from './stretches';

/** How a wire is drawn. */
export interface Route {
  readonly from: PortPlace;
  readonly to: PortPlace;
  /** As an SVG path, and as points along it. */
  readonly d: string;
  readonly points: readonly Point[];
  /** Whether it goes round nodes, and so depends on them; else it follows from its ends. */
  readonly winds: boolean;
  /** Where a label belongs. */
  readonly label: Point;
}

/** Above so many nodes wires go straight on, whatever lies between. */
const MOST_NODES = 80;
/** Of more nodes only so many are gone round: the time that a way takes grows with their square. */
const AROUND = 24;
/** How near to a node a curve may come that is not its own. */
const CLEAR = 4;
/** A curve needs so much room ahead. */
const AHEAD = 24;

const routes = new WeakMap<Pipeline, ReadonlyMap<string, Route>>();

/** The way of every wire that can be drawn, by its key: curves to what lies ahead, else round the nodes. */
export function routeWires(pipeline: Pipeline): ReadonlyMap<string, Route> {
  const known = routes.get(pipeline);
  if (known !== undefined) return known;
  const made = last !== null && liesAlike(last.pipeline, pipeline) ? last.routes : routed(pipeline);
  routes.set(pipeline, made);
  last = { pipeline, routes: made };
  return made;
}

/** What was asked for last: most edits leave nodes and wires where they are. */
let last: { readonly pipeline: Pipeline; readonly routes: ReadonlyMap<string, Route> } | null = null;

function liesAlike(one: Pipeline, other: Pipeline): boolean {
  if (one.document.edges !== other.document.edges || one.nodes.length !== other.nodes.length) return false;
  return one.nodes.every((node, i) => {
    const now = other.nodes[i];
    return (
      now !== undefined &&
      node.id === now.id &&
      node.spec === now.spec &&
      node.inputs === now.inputs &&
      node.outputs === now.outputs &&
      node.node.position.x === now.node.position.x &&
      node.node.position.y === now.node.position.y
    );
  });
}

function routed(pipeline: Pipeline): ReadonlyMap<string, Route> {
  const places = portPlaces(pipeline);
  const boxes = new Map(pipeline.nodes.map((node) => [node.id, nodeBox(node)]));
  const around = boxes.size > MOST_NODES ? [] : [...boxes.values()];
  const found = new Map<string, Route>();
  const laid: Laid[] = [];
  const lay = (key: string, port: string, route: Route): void => {
    found.set(key, route);
    for (const [a, b] of segmentsOf(route.points)) laid.push({ port, a, b });
  };
  const winding: { key: string; port: string; from: PortPlace; to: PortPlace }[] = [];
  for (const wire of pipeline.wires) {
    const from = places(wire.from.nodeId, 'outputs', wire.from.port);
    const to = places(wire.to.nodeId, 'inputs', wire.to.port);
    if (from === null || to === null) continue;
    const key = wireKey(wire.edge);
    const port = wireEnd(wire.from.nodeId, wire.from.port);
    const own = [boxes.get(wire.from.nodeId), boxes.get(wire.to.nodeId)];
    const straight = isLoop(wire) ? null : directRoute(from, to);
    const free =
      straight?.points.length !== undefined &&
      segmentsOf(straight.points).every(([a, b]) =>
        around.every((box) => own.includes(box) || !goesThrough(a, b, box, -CLEAR)),
      );
    if (straight !== null && free) lay(key, port, straight);
    else winding.push({ key, port, from, to });
  }
  // The short ones first: what goes far can better make way.
  for (const { key, port, from, to } of winding.sort((a, b) => length(a) - length(b))) {
    const points = findWay(from, to, port, nearest(around, from, to), laid);
    lay(key, port, { from, to, points, d: roundedPath(points), winds: true, label: middleOf(points) });
  }
  return found;
}

/** Of many nodes those that a way between two points may have to go round. */
function nearest(boxes: readonly Box[], from: Point, to: Point): readonly Box[] {
  if (boxes.length <= AROUND) return boxes;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const far = ({ x, y, width, height }: Box): number => Math.hypot(x + width / 2 - middle.x, y + height / 2 - middle.y);
  return [...boxes].sort((a, b) => far(a) - far(b)).slice(0, AROUND);
}

const isLoop = ({ input }: CompiledWire): boolean => input?.feedback === true;

const length = ({ from, to }: { readonly from: Point; readonly to: Point }): number =>
  Math.abs(from.x - to.x) + Math.abs(from.y - to.y);

/** A curve, or an upright line, where the ports look at each other; null where they do not. */
export function directRoute(from: PortPlace, to: PortPlace): Route | null {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  if (from.facing === 'down' && to.facing === 'up') {
    if (to.y < from.y || Math.abs(from.x - to.x) > 1) return null;
    return { from, to, d: `M${from.x},${from.y}L${to.x},${to.y}`, points: [from, to], winds: false, label: middle };
  }
  const right = from.facing === 'right' && to.facing === 'left' && to.x >= from.x + AHEAD;
  const left = from.facing === 'left' && to.facing === 'right' && to.x <= from.x - AHEAD;
  if (!right && !left) return null;
  return { from, to, ...levelCurve(from, to), winds: false, label: middle };
}

/** The middle of the longest stretch. */
export function middleOf(points: readonly Point[]): Point {
  const longest = segmentsOf(points).reduce<readonly [Point, Point] | null>(
    (best, [a, b]) =>
      best === null || length({ from: a, to: b }) > length({ from: best[0], to: best[1] }) ? [a, b] : best,
    null,
  );
  if (longest === null) return points[0] ?? { x: 0, y: 0 };
  return { x: (longest[0].x + longest[1].x) / 2, y: (longest[0].y + longest[1].y) / 2 };
}
