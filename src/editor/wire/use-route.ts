import { type EdgeProps, Position } from '@xyflow/react';
import type { Point } from '../../graph/geometry';
import { findWay } from '../../graph/route/find-way';
import type { Facing, PortPlace } from '../../graph/route/port-places';
import { directRoute, middleOf, routeWires } from '../../graph/route/route-wires';
import { roundedPath } from '../../graph/route/smooth-path';
import { usePipeline } from '../../store/document/pipeline';
import type { FlowEdge } from '../canvas/flow-types';

/** How a wire is drawn just now. */
export interface Way {
  readonly d: string;
  readonly label: Point;
}

const FACING: Readonly<Record<Position, Facing>> = {
  [Position.Left]: 'left',
  [Position.Right]: 'right',
  [Position.Top]: 'up',
  [Position.Bottom]: 'down',
};
/** Ends that lie so near to where the document has them are the document's. */
const NEAR = 8;

/** The way that a wire has among all, while its ends lie where the document has them; in a drag, straight on. */
export function useRoute(ends: EdgeProps<FlowEdge>): Way {
  const pipeline = usePipeline();
  const from: PortPlace = { x: ends.sourceX, y: ends.sourceY, facing: FACING[ends.sourcePosition] };
  const to: PortPlace = { x: ends.targetX, y: ends.targetY, facing: FACING[ends.targetPosition] };
  const route = routeWires(pipeline).get(ends.id);
  const isThere = route !== undefined && near(route.from, from) && near(route.to, to);
  if (isThere && route.winds) return wayAlong(withEnds(route.points, from, to));
  return directRoute(from, to) ?? wayAlong(findWay(from, to, '', [], []));
}

const wayAlong = (points: readonly Point[]): Way => ({ d: roundedPath(points), label: middleOf(points) });

const near = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) < NEAR && Math.abs(a.y - b.y) < NEAR;

/** The same way between ends that lie a little off: the stretches at the ends move along. */
function withEnds(points: readonly Point[], from: Point, to: Point): readonly Point[] {
  const last = points.length - 1;
  return points.map((point, i) => {
    if (i === 0) return from;
    if (i === last) return to;
    const [begin, end] = [points[0], points[last]];
    if (i === 1 && begin?.y === point.y) return { x: point.x, y: from.y };
    if (i === last - 1 && end?.y === point.y) return { x: point.x, y: to.y };
    return point;
  });
}
