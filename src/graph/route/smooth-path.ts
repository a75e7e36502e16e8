import type { Point } from '../geometry';

/** How round corners are. */
const RADIUS = 14;

/** A line with corners as an SVG path, rounded as far as its pieces are long enough. */
export function roundedPath(points: readonly Point[]): string {
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

/** A Bézier curve that leaves and arrives level. */
export interface Curve {
  readonly d: string;
  readonly points: readonly Point[];
}

/** The curve of a wire to what lies ahead, and points along it, ends included. */
export function levelCurve(from: Point, to: Point, count = 13): Curve {
  const reach = (to.x - from.x) / 2;
  const [c1, c2] = [from.x + reach, to.x - reach];
  const points = Array.from({ length: count }, (_, i) => {
    const t = i / (count - 1);
    const u = 1 - t;
    const mix = (a: number, b: number, c: number, e: number): number =>
      u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * e;
    return { x: mix(from.x, c1, c2, to.x), y: mix(from.y, from.y, to.y, to.y) };
  });
  return { d: `M${from.x},${from.y}C${c1},${from.y} ${c2},${to.y} ${to.x},${to.y}`, points };
}
