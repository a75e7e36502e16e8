import type { Box, Point } from '../geometry';

/** A wire as it is drawn. */
export interface DrawnWire {
  readonly from: string;
  readonly to: string;
  /** The output it begins at: wires of one output may share a stretch. */
  readonly port: string;
  readonly points: readonly Point[];
  /** Whether it ends behind its beginning, seen in the direction in which its port looks. */
  readonly back: boolean;
}

/** How hard wires are to follow. */
export interface Tangle {
  readonly wires: number;
  /** Wires that run back. */
  readonly back: number;
  /** Wires that go behind a node that is not theirs. */
  readonly behind: number;
  /** Pairs of points at which wires of different outputs cross. */
  readonly crossings: number;
}

/** How far from its own ends a wire may touch its nodes, in pixels. */
const INSET = 3;

/** Counts what makes wires hard to follow. `boxes` are the nodes by id. */
export function tangleOf(wires: readonly DrawnWire[], boxes: ReadonlyMap<string, Box>): Tangle {
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

export const segmentsOf = (points: readonly Point[]): readonly (readonly [Point, Point])[] =>
  points.slice(1).map((point, i) => [points[i] ?? point, point] as const);

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

/** Whether a stretch has a part inside a box, its rim aside (Liang and Barsky 1984). */
export function goesThrough(a: Point, b: Point, box: Box, inset = INSET): boolean {
  const [left, right] = [box.x + inset, box.x + box.width - inset];
  const [top, bottom] = [box.y + inset, box.y + box.height - inset];
  let [enters, leaves] = [0, 1];
  for (const [delta, near, far] of [
    [b.x - a.x, left - a.x, right - a.x],
    [b.y - a.y, top - a.y, bottom - a.y],
  ] as const) {
    if (delta === 0) {
      if (near > 0 || far < 0) return false;
      continue;
    }
    const [first, last] = delta > 0 ? [near / delta, far / delta] : [far / delta, near / delta];
    enters = Math.max(enters, first);
    leaves = Math.min(leaves, last);
  }
  return enters < leaves;
}
