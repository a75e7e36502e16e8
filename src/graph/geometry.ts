/** Sizes of the node frame in flow pixels; `node.css` draws to these figures. */
export const NODE_WIDTH = 220;
export const NODE_HEIGHT = 96;
export const GRID = 10;
/** Clear space kept between nodes that are placed for the person. */
export const GAP = { x: 80, y: 34 } as const;
const FIRST_PORT = 32;
const PORT_STEP = 24;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Distance of the port at `index` from its node's top. The first port is at one height on every node, so chains run straight. */
export const portTop = (index: number): number => FIRST_PORT + index * PORT_STEP;

/** Height of a frame that has room for `ports` ports on its fuller side. */
export const frameHeight = (ports: number): number => Math.max(NODE_HEIGHT, portTop(ports - 1) + PORT_STEP);

export const snap = (point: Point): Point => ({
  x: Math.round(point.x / GRID) * GRID,
  y: Math.round(point.y / GRID) * GRID,
});

export const boxOf = (position: Point): Box => ({
  x: position.x,
  y: position.y,
  width: NODE_WIDTH,
  height: NODE_HEIGHT,
});

/** Whether two boxes come nearer to each other than `margin`. */
export const overlaps = (a: Box, b: Box, margin: number): boolean =>
  a.x < b.x + b.width + margin &&
  b.x < a.x + a.width + margin &&
  a.y < b.y + b.height + margin &&
  b.y < a.y + a.height + margin;

/** The free place nearest to `wanted`, looking down and up in turn, so that a new node covers none of `taken`. */
export function freeSpot(wanted: Point, taken: readonly Box[]): Point {
  const start = snap(wanted);
  const step = NODE_HEIGHT + GAP.y;
  for (let ring = 0; ring <= taken.length; ring++) {
    for (const direction of ring === 0 ? [0] : [1, -1]) {
      const candidate = snap({ x: start.x, y: start.y + direction * ring * step });
      if (!taken.some((box) => overlaps(boxOf(candidate), box, 8))) return candidate;
    }
  }
  return start;
}

/** How near a line comes to the middle of a box that it touches, `reach` pixels around it included; null where it does not. */
export function pathNearness(points: readonly Point[], box: Box, reach = 16): number | null {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const near = points
    .flatMap((point, i) => between(points[i - 1] ?? point, point))
    .filter(
      (point) =>
        point.x > box.x - reach &&
        point.x < box.x + box.width + reach &&
        point.y > box.y - reach &&
        point.y < box.y + box.height + reach,
    );
  if (near.length === 0) return null;
  return Math.min(...near.map((point) => Math.hypot(point.x - middle.x, point.y - middle.y)));
}

/** Points on a stretch, at most so many pixels from each other, its end included. */
function between(from: Point, to: Point, step = 10): readonly Point[] {
  const count = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / step));
  return Array.from({ length: count }, (_, i) => {
    const share = (i + 1) / count;
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  });
}
