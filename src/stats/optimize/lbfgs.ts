/** A smooth function that is to be made small. */
export interface Objective {
  /** The value at a point; its gradient is written into `gradient`. */
  at(point: Float64Array, gradient: Float64Array): Promise<number>;
  /** Multiplies by a fixed guess of the inverse curvature, in place: the better the guess, the fewer the steps. */
  precondition(vector: Float64Array): void;
}

/** Where a search stands after a step. */
export interface Step {
  readonly iteration: number;
  readonly point: Float64Array;
  readonly value: number;
  /** How much lower the next step is expected to lead … */
  readonly gap: number;
  /** … and how little is enough to end. */
  readonly enough: number;
}

export interface SearchOptions {
  readonly iterations: number;
  /** Ends once no step is expected to lower the value by more than this share of it (of 0.001, where it is less). */
  readonly tolerance: number;
  /** Told of each step, and waited for. */
  each?(step: Step): Promise<void>;
}

interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
  readonly iterations: number;
  /** Why it ended: it is there, it may take no further step, or numbers of 64 bits tell no lower value apart. */
  readonly end: 'reached' | 'iterations' | 'rounding';
}

/** So many steps back are remembered. */
const MEMORY = 10;
/** Of Armijo and Wolfe: a step lowers the value by at least this share of what the slope promised … */
const LOWERS = 1e-4;
/** … and the slope at its end is at most this share of the one at its beginning. */
const FLATTENS = 0.9;
const MOST_TRIALS = 30;
/** Values this near, relative to their size, are told apart by rounding alone. */
const NOISE = 1e-12;

interface Memory {
  readonly step: Float64Array;
  readonly change: Float64Array;
  /** Their product. */
  readonly curvature: number;
}

/**
 * The minimum of a convex function by L-BFGS (Nocedal 1980): each step goes along the gradient times an estimate of the
 * inverse curvature, which starts from the objective's own guess and is mended by the latest steps. Sums go in one
 * fixed order, so the same function gives the same bits everywhere.
 */
export async function minimize(objective: Objective, start: Float64Array, options: SearchOptions): Promise<Minimum> {
  let memory: readonly Memory[] = [];
  let point: Float64Array = Float64Array.from(start);
  let gradient: Float64Array = new Float64Array(point.length);
  let value = await objective.at(point, gradient);
  let told = 0;
  for (let iteration = 0; ; ) {
    const direction = directionAt(gradient, memory, objective);
    const slope = dot(direction, gradient);
    const gap = -slope / 2;
    const enough = options.tolerance * Math.max(Math.abs(value), 1e-3);
    if (iteration > told) await options.each?.({ iteration, point, value, gap, enough });
    told = iteration;
    if (gap <= enough) return { point, value, iterations: iteration, end: 'reached' };
    if (iteration === options.iterations) return { point, value, iterations: iteration, end: 'iterations' };
    const next = await search(objective, { point, value, slope, direction });
    if (next !== null) {
      memory = [...memory, ...learned({ point, gradient }, next)].slice(-MEMORY);
      ({ point, gradient, value } = next);
      iteration++;
    } else if (memory.length > 0) memory = [];
    else return { point, value, iterations: iteration, end: 'rounding' };
  }
}

/** What a step tells of the curvature along it; nothing where rounding has hidden it. */
function learned(from: Pick<Reached, 'point' | 'gradient'>, to: Reached): readonly Memory[] {
  const step = to.point.map((at, i) => at - (from.point[i] ?? 0));
  const change = to.gradient.map((at, i) => at - (from.gradient[i] ?? 0));
  const curvature = dot(step, change);
  return curvature > 0 ? [{ step, change, curvature }] : [];
}

/** Against the gradient, bent by what the steps in memory told of the curvature (the two loops of Nocedal). */
function directionAt(gradient: Float64Array, memory: readonly Memory[], objective: Objective): Float64Array {
  const direction = gradient.map((g) => -g);
  const shares = [...memory].reverse().map(({ step, change, curvature }) => {
    const share = dot(step, direction) / curvature;
    add(direction, change, -share);
    return share;
  });
  objective.precondition(direction);
  scaleByLast(direction, memory.at(-1), objective);
  for (const { step, change, curvature } of memory) {
    add(direction, step, (shares.pop() ?? 0) - dot(change, direction) / curvature);
  }
  return direction;
}

/** The guess of the curvature, brought to the size that the last step found. */
function scaleByLast(direction: Float64Array, last: Memory | undefined, objective: Objective): void {
  if (last === undefined) return;
  const guessed = Float64Array.from(last.change);
  objective.precondition(guessed);
  const scale = last.curvature / dot(last.change, guessed);
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) return;
  for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] ?? 0) * scale;
}

interface Reached {
  readonly point: Float64Array;
  readonly gradient: Float64Array;
  readonly value: number;
}

interface Line {
  readonly point: Float64Array;
  readonly value: number;
  readonly slope: number;
  readonly direction: Float64Array;
}

/**
 * A point along the direction that lowers value and slope enough (the weak conditions of Wolfe). Between a length that
 * is too short and one that is too long it goes where a straight slope would be 0; null where there is none to be told.
 */
async function search(objective: Objective, { point, value, slope, direction }: Line): Promise<Reached | null> {
  const slack = NOISE * Math.abs(value);
  let short = { length: 0, slope };
  let long: { length: number; slope: number } | null = null;
  let length = 1;
  for (let trial = 0; trial < MOST_TRIALS; trial++) {
    const at = point.map((from, i) => from + length * (direction[i] ?? 0));
    const gradient = new Float64Array(at.length);
    const reached = await objective.at(at, gradient);
    const here = { length, slope: dot(direction, gradient) };
    const lower = reached <= value + LOWERS * length * slope;
    // Where rounding hides the value, the slope still tells (Hager and Zhang 2005).
    const level = reached <= value + slack && here.slope <= (2 * LOWERS - 1) * slope;
    if (!lower && !level) long = here;
    else if (here.slope < FLATTENS * slope) short = here;
    else return { point: at, gradient, value: reached };
    length = between(short, long);
  }
  return null;
}

function between(
  short: { readonly length: number; readonly slope: number },
  long: { readonly length: number; readonly slope: number } | null,
): number {
  if (long === null) return short.length * 3;
  const width = long.length - short.length;
  const share = short.slope / (short.slope - long.slope);
  return short.length + width * (share >= 0.1 && share <= 0.9 ? share : 0.5);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + times * (what[i] ?? 0);
}
