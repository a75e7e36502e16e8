import type { Box, Point } from './geometry';

/** How far a wire stays away from nodes, and how round its corners are. */
const CLEAR = 14;
const OFFSET = 28;
const RADIUS = 14;
/** Going through a node is as bad as so many pixels of detour. */
const THROUGH = 4_000;
/** Above so many nodes only the nearest are gone round. */
const MAX_BOXES = 40;

export interface LoopPath {
  /** As an SVG path. */
  readonly d: string;
  /** The middle of the run back, where a label belongs. */
  readonly label: Point;
}

/**
 * The way of a wire that closes the loop: out of its source, along a free corridor below the lanes, and up into the
 * node it leads back to from the left. It goes round nodes where there is room to. `floor` is where the lanes end.
 */
export function loopPath(source: Point, target: Point, all: readonly Box[], floor: number): LoopPath {
  const boxes = nearest(all, source, target);
  const outs = unique([source.x + OFFSET, ...boxes.map((box) => box.x + box.width + OFFSET)]).filter(
    (x) => x >= source.x + OFFSET,
  );
  const ins = unique([target.x - OFFSET, ...boxes.map((box) => box.x - OFFSET)]).filter((x) => x <= target.x - OFFSET);
  const gaps = boxes.flatMap((box) => [box.y + box.height + OFFSET, box.y - OFFSET]);
  const below = unique([floor + OFFSET, ...gaps]).filter((y) => y > Math.max(target.y + OFFSET, floor));
  let best: { cost: number; points: readonly Point[] } | null = null;
  for (const y of below) {
    for (const out of outs) {
      for (const back of ins) {
        const points = corners(source, target, out, y, back);
        const length = lengthOf(points);
        if (best !== null && length >= best.cost) continue;
        const cost = length + THROUGH * crossings(points, boxes);
        if (best === null || cost < best.cost) best = { cost, points };
      }
    }
  }
  const points = best?.points ?? corners(source, target, source.x + OFFSET, source.y + OFFSET, target.x - OFFSET);
  const [, , from, to] = points;
  return {
    d: rounded(points),
    label: { x: ((from?.x ?? source.x) + (to?.x ?? target.x)) / 2, y: from?.y ?? source.y },
  };
}

const corners = (source: Point, target: Point, out: number, y: number, back: number): readonly Point[] => [
  source,
  { x: out, y: source.y },
  { x: out, y },
  { x: back, y },
  { x: back, y: target.y },
  target,
];

const unique = (values: readonly number[]): readonly number[] => [...new Set(values)];

function nearest(boxes: readonly Box[], source: Point, target: Point): readonly Box[] {
  if (boxes.length <= MAX_BOXES) return boxes;
  const middle = { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 };
  const far = (box: Box): number => Math.hypot(box.x + box.width / 2 - middle.x, box.y + box.height / 2 - middle.y);
  return [...boxes].sort((a, b) => far(a) - far(b)).slice(0, MAX_BOXES);
}

const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, { x, y }, i) => {
    const before = points[i - 1];
    return before === undefined ? 0 : sum + Math.abs(x - before.x) + Math.abs(y - before.y);
  }, 0);

/** How many nodes the line goes through, piece by piece. The first and last pieces leave and reach their own nodes. */
function crossings(points: readonly Point[], boxes: readonly Box[]): number {
  let count = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (a === undefined || b === undefined) continue;
    // The stubs at the ports touch their own nodes' sides.
    const clear = i === 1 || i === points.length - 1 ? -1 : CLEAR;
    for (const box of boxes) if (touches(a, b, box, clear)) count++;
  }
  return count;
}

const touches = (a: Point, b: Point, box: Box, clear: number): boolean =>
  Math.min(a.x, b.x) < box.x + box.width + clear &&
  Math.max(a.x, b.x) > box.x - clear &&
  Math.min(a.y, b.y) < box.y + box.height + clear &&
  Math.max(a.y, b.y) > box.y - clear;

/** The corners as an SVG path, rounded as far as their pieces are long enough. */
function rounded(points: readonly Point[]): string {
  const [first] = points;
  let d = first === undefined ? '' : `M${first.x},${first.y}`;
  for (let i = 1; i < points.length; i++) {
    const [before, here, after] = [points[i - 1], points[i], points[i + 1]];
    if (here === undefined || before === undefined) continue;
    if (after === undefined) d += `L${here.x},${here.y}`;
    else {
      const radius = Math.min(RADIUS, distance(before, here) / 2, distance(here, after) / 2);
      const start = towards(here, before, radius);
      const end = towards(here, after, radius);
      d += `L${start.x},${start.y}Q${here.x},${here.y} ${end.x},${end.y}`;
    }
  }
  return d;
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

function towards(from: Point, to: Point, by: number): Point {
  const whole = distance(from, to);
  const share = whole === 0 ? 0 : by / whole;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
