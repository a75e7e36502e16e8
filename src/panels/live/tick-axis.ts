/** Which ticks a person looks at. All charts of the panel share one axis. */
export interface TickAxis {
  /** How many ticks are in sight. */
  readonly span: number;
  /** The last tick in sight; null follows the live edge. */
  readonly end: number | null;
  /** The tick under the pointer, in any chart. */
  readonly hover: number | null;
}

/** The first and last tick told of. */
export interface TickDomain {
  readonly first: number;
  readonly last: number;
}

/** Ticks in sight, in fractions while zooming: `from` … `to`. */
export interface TickRange {
  readonly from: number;
  readonly to: number;
}

export const START_AXIS: TickAxis = { span: 240, end: null, hover: null };

/** Fewer ticks than this are never in sight: a loop's first ticks do not jump about. */
const LEAST = 12;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
const ticksIn = ({ first, last }: TickDomain): number => Math.max(last - first + 1, LEAST);

/** The ticks in sight, never beyond what was told. */
export function rangeOf({ span, end }: TickAxis, domain: TickDomain): TickRange {
  const most = ticksIn(domain);
  const shown = clamp(span, LEAST, most);
  const edge = Math.max(domain.last, domain.first + most - 1);
  const to = end === null ? edge : clamp(end, domain.first + shown - 1, edge);
  return { from: to - shown + 1, to };
}

/** How many ticks are in sight. */
export function shownTicks(axis: TickAxis, domain: TickDomain): number {
  const { from, to } = rangeOf(axis, domain);
  return to - from + 1;
}

/** Zooms by `factor` (below 1: closer) and keeps the tick `around` where it stands; at the live edge, the edge. */
export function zoom(axis: TickAxis, domain: TickDomain, factor: number, around?: number): TickAxis {
  const { from, to } = rangeOf(axis, domain);
  const span = clamp((to - from + 1) * factor, LEAST, ticksIn(domain));
  if (axis.end === null) return { ...axis, span };
  const at = around ?? (from + to) / 2;
  const share = (to + 0.5 - at) / (to - from + 1);
  return { ...axis, span, end: at + share * span - 0.5 };
}

/** Moves by some ticks; what reaches the live edge follows it again. */
export function pan(axis: TickAxis, domain: TickDomain, ticks: number): TickAxis {
  const { to } = rangeOf(axis, domain);
  if (ticks === 0) return axis;
  const end = to + ticks;
  return { ...axis, end: end >= domain.last - 0.5 ? null : end };
}

/** Brings a tick into sight, near the middle, where it is not in sight yet. */
export function reveal(axis: TickAxis, domain: TickDomain, tick: number): TickAxis {
  const { from, to } = rangeOf(axis, domain);
  if (tick >= from && tick <= to) return axis;
  const shown = to - from + 1;
  return pan({ ...axis, end: to }, domain, tick + shown / 2 - to);
}

/** Shows every tick. */
export const showAll = (axis: TickAxis): TickAxis => ({ ...axis, span: Number.MAX_SAFE_INTEGER, end: null });

/** Room at the left for names and figures, and at the right for the names of lines: the same in every chart. */
export interface Gutters {
  readonly left: number;
  readonly right: number;
}

export const guttersOf = (width: number): Gutters =>
  width < 560 ? { left: 86, right: 66 } : width < 760 ? { left: 96, right: 84 } : { left: 118, right: 104 };

/** Between ticks and pixels: x of a tick's middle is `offset + tick * step`. */
export interface TickPixels {
  readonly offset: number;
  readonly step: number;
  readonly left: number;
  readonly right: number;
}

export function pixelsOf({ from, to }: TickRange, width: number): TickPixels {
  const gutters = guttersOf(width);
  const left = gutters.left;
  const right = Math.max(left + 40, width - gutters.right);
  const step = (right - left) / (to - from + 1);
  return { step, offset: left + (0.5 - from) * step, left, right };
}

export const xOf = ({ offset, step }: TickPixels, tick: number): number => offset + tick * step;
/** The tick at a place, in fractions. */
export const tickAt = ({ offset, step }: TickPixels, x: number): number => (x - offset) / step;

/** Round ticks to name along the axis, about `room` pixels apart. */
export function namedTicks({ from, to }: TickRange, step: number, room = 70): readonly number[] {
  const wanted = Math.max(1, room / step);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const every = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= wanted) ?? power);
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / every) * every; tick <= to; tick += every) ticks.push(tick);
  return ticks;
}
