const GOLDEN_GROWTH = 1.618034;
const GOLDEN_SECTION = 0.381966;
const TINY = 1e-21;
const GROW_LIMIT = 110;
const RELATIVE_TOLERANCE = 1.48e-8;
const ABSOLUTE_TOLERANCE = 1e-11;

/**
 * Where a function of one variable has a (local) minimum: a bracket grown downhill
 * from `a` and `b` (Press et al., Numerical Recipes, 10.1), then Brent's method
 * (Brent 1973, chapter 5). Constants as in scipy, so that searches end at the same
 * place where the function is flat.
 */
export function minimize(f: (x: number) => number, a: number, b: number): number {
  return descend(f, bracket(f, a, b));
}

interface Bracket {
  readonly ends: readonly [number, number];
  readonly inside: number;
  readonly value: number;
}

function bracket(f: (x: number) => number, first: number, second: number): Bracket {
  let [a, b] = [first, second];
  let [fa, fb] = [f(a), f(b)];
  if (fa < fb) [a, b, fa, fb] = [b, a, fb, fa];
  let c = b + GOLDEN_GROWTH * (b - a);
  let fc = f(c);
  for (let steps = 0; fc < fb && steps <= 1_000; steps++) {
    const left = (b - a) * (fb - fc);
    const right = (b - c) * (fb - fa);
    const bend = right - left;
    let next = b - ((b - c) * right - (b - a) * left) / (2 * (Math.abs(bend) < TINY ? TINY : bend));
    const limit = b + GROW_LIMIT * (c - b);
    let fNext: number;
    if ((next - c) * (b - next) > 0) {
      fNext = f(next);
      if (fNext < fc) return { ends: [b, c], inside: next, value: fNext };
      if (fNext > fb) return { ends: [a, next], inside: b, value: fb };
      next = c + GOLDEN_GROWTH * (c - b);
      fNext = f(next);
    } else if ((next - limit) * (limit - c) >= 0) {
      next = limit;
      fNext = f(next);
    } else if ((next - limit) * (c - next) > 0) {
      fNext = f(next);
      if (fNext < fc) {
        [b, c, fb, fc] = [c, next, fc, fNext];
        next = c + GOLDEN_GROWTH * (c - b);
        fNext = f(next);
      }
    } else {
      next = c + GOLDEN_GROWTH * (c - b);
      fNext = f(next);
    }
    [a, b, c, fa, fb, fc] = [b, c, next, fb, fc, fNext];
  }
  return { ends: [a, c], inside: b, value: fb };
}

function descend(f: (x: number) => number, { ends, inside, value }: Bracket): number {
  let low = Math.min(...ends);
  let high = Math.max(...ends);
  let [best, second, third] = [inside, inside, inside];
  let [fBest, fSecond, fThird] = [value, value, value];
  let step = 0;
  let before = 0;
  for (let turn = 0; turn < 500; turn++) {
    const tolerance = RELATIVE_TOLERANCE * Math.abs(best) + ABSOLUTE_TOLERANCE;
    const middle = 0.5 * (low + high);
    if (Math.abs(best - middle) < 2 * tolerance - 0.5 * (high - low)) break;
    let parabola: number | null = null;
    if (Math.abs(before) > tolerance) {
      const t1 = (best - second) * (fBest - fThird);
      const t2 = (best - third) * (fBest - fSecond);
      const twice = 2 * (t2 - t1);
      const top = (best - third) * t2 - (best - second) * t1;
      const p = twice > 0 ? -top : top;
      const q = Math.abs(twice);
      const last = before;
      before = step;
      if (p > q * (low - best) && p < q * (high - best) && Math.abs(p) < Math.abs(0.5 * q * last)) parabola = p / q;
    }
    if (parabola === null) {
      before = best >= middle ? low - best : high - best;
      step = GOLDEN_SECTION * before;
    } else {
      const at = best + parabola;
      const nearEnd = at - low < 2 * tolerance || high - at < 2 * tolerance;
      step = nearEnd ? (middle >= best ? tolerance : -tolerance) : parabola;
    }
    const x = best + (Math.abs(step) < tolerance ? (step >= 0 ? tolerance : -tolerance) : step);
    const fx = f(x);
    if (fx > fBest) {
      if (x < best) low = x;
      else high = x;
      if (fx <= fSecond || second === best) {
        [third, fThird, second, fSecond] = [second, fSecond, x, fx];
      } else if (fx <= fThird || third === best || third === second) {
        [third, fThird] = [x, fx];
      }
    } else {
      if (x >= best) low = best;
      else high = best;
      [third, fThird, second, fSecond, best, fBest] = [second, fSecond, best, fBest, x, fx];
    }
  }
  return best;
}
