import type { Box, Point } from '../geometry';
import type { Facing, PortPlace } from './port-places';

/** A stretch of a wire that has its way already. */
export interface Laid {
  readonly port: string;
  readonly a: Point;
  readonly b: Point;
}

/** How far a wire goes straight on from its port. */
const STUB = 18;
/** How far wires stay away from nodes. */
const CLEAR = 8;
/** Lines beside nodes that wires may take, so that several pass without lying on each other. */
const BESIDE = [18, 30, 42] as const;
/* What else a way costs, in pixels of detour. */
const BEND = 24;
const CROSSING = 120;
const OVERLAP = 260;
const THROUGH = 4_000;
/** Wires nearer to each other than this are told apart no more. */
const APART = 8;

const STEPS: readonly (readonly [number, number, Facing])[] = [
  [-1, 0, 'left'],
  [1, 0, 'right'],
  [0, -1, 'up'],
  [0, 1, 'down'],
];
const OPPOSITE: Readonly<Record<Facing, Facing>> = { left: 'right', right: 'left', up: 'down', down: 'up' };

/**
 * A way of level and upright stretches from port to port: short, with few corners, round nodes, and apart from wires
 * that are laid already. A* over the lines beside the nodes. Wires of one output may lie on each other.
 */
export function findWay(
  from: PortPlace,
  to: PortPlace,
  port: string,
  boxes: readonly Box[],
  laid: readonly Laid[],
): readonly Point[] {
  const start = ahead(from);
  const end = ahead(to);
  const xs = linesOf([start.x, end.x], boxes, ({ x, width }) => [x, x + width]);
  const ys = linesOf([start.y, end.y], boxes, ({ y, height }) => [y, y + height]);
  const at = (i: number, j: number): Point => ({ x: xs[i] ?? 0, y: ys[j] ?? 0 });
  const others = laid.filter((each) => each.port !== port);
  const cells = xs.length * ys.length;
  const prices = new Float64Array(2 * cells).fill(-1);
  const price = (i: number, j: number, k: number, l: number): number => {
    const key = ((Math.min(i, k) * ys.length + Math.min(j, l)) << 1) | (i === k ? 1 : 0);
    const known = prices[key] ?? -1;
    if (known >= 0) return known;
    const cost = stretchCost(at(i, j), at(k, l), boxes, others);
    prices[key] = cost;
    return cost;
  };
  const [si, sj, ei, ej] = [xs.indexOf(start.x), ys.indexOf(start.y), xs.indexOf(end.x), ys.indexOf(end.y)];
  const code = (i: number, j: number, d: number): number => (i * ys.length + j) * 4 + d;
  const facing = (d: number): Facing => STEPS[d]?.[2] ?? 'right';
  const first = STEPS.findIndex(([, , way]) => way === from.facing);
  const last = STEPS.findIndex(([, , way]) => way === OPPOSITE[to.facing]);
  const costs = new Float64Array(4 * cells).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(4 * cells).fill(-1);
  costs[code(si, sj, first)] = 0;
  const queue = createQueue();
  queue.push(code(si, sj, first), 0);
  const goal = code(ei, ej, last);
  for (let here = queue.pop(); here !== undefined; here = queue.pop()) {
    if (here === goal) break;
    const d = here % 4;
    const cell = (here - d) / 4;
    const [i, j] = [Math.floor(cell / ys.length), cell % ys.length];
    const cost = costs[here] ?? 0;
    for (const [turn, [di, dj, way]] of STEPS.entries()) {
      if (way === OPPOSITE[facing(d)]) continue;
      const bend = turn === d ? 0 : BEND;
      const [k, l] = [i + di, j + dj];
      // A turn on the spot at the end, so that the last stretch runs into the port.
      if (i === ei && j === ej && turn === last && turn !== d) relax(code(i, j, turn), here, cost + bend, 0);
      if (k < 0 || l < 0 || k >= xs.length || l >= ys.length) continue;
      const next = at(k, l);
      const rest = Math.abs(next.x - end.x) + Math.abs(next.y - end.y);
      relax(code(k, l, turn), here, cost + bend + price(i, j, k, l), rest);
    }
  }
  function relax(next: number, here: number, cost: number, rest: number): void {
    if (cost >= (costs[next] ?? 0)) return;
    costs[next] = cost;
    before[next] = here;
    queue.push(next, cost + rest);
  }
  const way: Point[] = [];
  for (let here = goal; here >= 0; here = before[here] ?? -1) {
    const cell = (here - (here % 4)) / 4;
    way.push(at(Math.floor(cell / ys.length), cell % ys.length));
  }
  return withoutStraights([from, start, ...way.reverse(), end, to].map(({ x, y }) => ({ x, y })));
}

function ahead({ x, y, facing }: PortPlace): Point {
  const [dx, dy] = STEPS.find(([, , way]) => way === facing) ?? [0, 0];
  return { x: x + dx * STUB, y: y + dy * STUB };
}

/** The places of lines, in order: those of the ends, and those beside nodes that are not all but the same. */
function linesOf(
  ends: readonly number[],
  boxes: readonly Box[],
  sides: (box: Box) => readonly [number, number],
): readonly number[] {
  const lines = [...new Set(ends)];
  for (const beside of BESIDE) {
    for (const box of boxes) {
      const [near, far] = sides(box);
      for (const line of [near - beside, far + beside])
        if (!lines.some((other) => Math.abs(other - line) < APART)) lines.push(line);
    }
  }
  return lines.sort((a, b) => a - b);
}

/** What a stretch costs: its length, nodes that it goes behind, wires that it crosses or lies on. */
function stretchCost(a: Point, b: Point, boxes: readonly Box[], others: readonly Laid[]): number {
  const [left, right] = a.x < b.x ? [a.x, b.x] : [b.x, a.x];
  const [top, bottom] = a.y < b.y ? [a.y, b.y] : [b.y, a.y];
  let cost = right - left + (bottom - top);
  for (const { x, y, width, height } of boxes) {
    if (left < x + width + CLEAR && right > x - CLEAR && top < y + height + CLEAR && bottom > y - CLEAR)
      cost += THROUGH;
  }
  const level = top === bottom;
  for (const { a: c, b: d } of others) {
    const low = c.x < d.x ? c.x : d.x;
    const high = c.x < d.x ? d.x : c.x;
    if (high < left - APART || low > right + APART) continue;
    const upper = c.y < d.y ? c.y : d.y;
    const lower = c.y < d.y ? d.y : c.y;
    if (lower < top - APART || upper > bottom + APART) continue;
    if (level ? upper === lower : low === high) {
      // Alongside, nearer than wires can be told apart.
      const shared = level
        ? Math.min(right, high) - Math.max(left, low)
        : Math.min(bottom, lower) - Math.max(top, upper);
      if (shared > 0) cost += Math.min(OVERLAP, 40 + shared);
    } else if (meets(level, { left, right, top, bottom }, c, d)) cost += CROSSING;
  }
  return cost;
}

interface Span {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Whether a level or upright stretch meets the one from `c` to `d`. */
function meets(level: boolean, { left, right, top, bottom }: Span, c: Point, d: Point): boolean {
  if (level) {
    if (c.y > top === d.y > top) return false;
    const x = c.x + ((d.x - c.x) * (top - c.y)) / (d.y - c.y);
    return x >= left && x <= right;
  }
  if (c.x > left === d.x > left) return false;
  const y = c.y + ((d.y - c.y) * (left - c.x)) / (d.x - c.x);
  return y >= top && y <= bottom;
}

/** Corners alone. */
function withoutStraights(points: readonly Point[]): readonly Point[] {
  const distinct = points.filter((point, i) => i === 0 || point.x !== points[i - 1]?.x || point.y !== points[i - 1]?.y);
  return distinct.filter((point, i) => {
    const [before, after] = [distinct[i - 1], distinct[i + 1]];
    if (before === undefined || after === undefined) return true;
    return !(before.x === point.x && point.x === after.x) && !(before.y === point.y && point.y === after.y);
  });
}

/** Cheapest first: a binary heap. */
function createQueue(): { push(value: number, cost: number): void; pop(): number | undefined } {
  const heap: { readonly value: number; readonly cost: number }[] = [];
  const costAt = (i: number): number => heap[i]?.cost ?? Number.POSITIVE_INFINITY;
  const swap = (i: number, j: number): void => {
    const [one, other] = [heap[i], heap[j]];
    if (one === undefined || other === undefined) return;
    heap[i] = other;
    heap[j] = one;
  };
  return {
    push(value, cost) {
      let i = heap.push({ value, cost }) - 1;
      for (let up = (i - 1) >> 1; i > 0 && costAt(up) > costAt(i); i = up, up = (i - 1) >> 1) swap(i, up);
    },
    pop() {
      const [top] = heap;
      const last = heap.pop();
      if (top === undefined || last === undefined) return undefined;
      if (heap.length === 0) return top.value;
      heap[0] = last;
      for (let i = 0; ; ) {
        const [left, right] = [2 * i + 1, 2 * i + 2];
        const least = costAt(left) <= costAt(right) ? left : right;
        if (costAt(least) >= costAt(i)) break;
        swap(i, least);
        i = least;
      }
      return top.value;
    },
  };
}
