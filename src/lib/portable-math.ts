/**
 * ln, exp, powers and cos from +, −, × and ÷ alone. The standard leaves `Math.log` and its like to each
 * engine, and they differ in the last bit between a browser and Node; sums, products and quotients
 * do not. Results that promise to be the same everywhere are computed with these.
 */
const word = new DataView(new ArrayBuffer(8));

// ln 2 in two parts: the first has so few bits that its product with an exponent is exact.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** 2^k, exactly, for −1022 ≤ k ≤ 1023. */
export function powerOfTwo(k: number): number {
  word.setUint32(0, (k + 1023) << 20);
  word.setUint32(4, 0);
  return word.getFloat64(0);
}

/** The natural logarithm, within two units in the last place. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x < 2.2250738585072014e-308) return ln(x * powerOfTwo(54)) - 54 * (LN2_HIGH + LN2_LOW);
  word.setFloat64(0, x);
  const high = word.getUint32(0);
  let exponent = (high >>> 20) - 1023;
  word.setUint32(0, (high & 0x000f_ffff) | (1023 << 20));
  let mantissa = word.getFloat64(0);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  // ln m = 2 artanh s with s = (m − 1)/(m + 1), |s| < 0.172.
  const s = (mantissa - 1) / (mantissa + 1);
  const z = s * s;
  let series = 0;
  for (let k = 21; k >= 3; k -= 2) series = z * (series + 1 / k);
  return exponent * LN2_HIGH + (2 * s + (2 * s * series + exponent * LN2_LOW));
}

/** e to the x, within two units in the last place. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY;
  if (x < -745.1332191019412) return 0;
  const k = Math.round(x / Math.LN2);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let series = 0;
  for (let n = 14; n >= 1; n--) series = (r / n) * (1 + series);
  const half = Math.trunc(k / 2);
  return (1 + series) * powerOfTwo(half) * powerOfTwo(k - half);
}

/** ln(1 + x), with all digits of a small x (Kahan). */
export function log1p(x: number): number {
  const whole = 1 + x;
  if (whole === 1 || x === Number.POSITIVE_INFINITY) return x;
  return ln(whole) * (x / (whole - 1));
}

/** e to the x, less 1, with all digits of a small x. */
export function expm1(x: number): number {
  if (!(Math.abs(x) < 0.35)) return exp(x) - 1;
  let series = 0;
  for (let n = 14; n >= 1; n--) series = (x / n) * (1 + series);
  return series;
}

/** The logarithm to base 2; that of a power of two exactly. */
export function log2(x: number): number {
  if (!(x >= 2.2250738585072014e-308) || x === Number.POSITIVE_INFINITY) return ln(x) / Math.LN2;
  word.setFloat64(0, x);
  const high = word.getUint32(0);
  word.setUint32(0, (high & 0x000f_ffff) | (1023 << 20));
  return (high >>> 20) - 1023 + ln(word.getFloat64(0)) / Math.LN2;
}

/** x · x. `x ** 2` may differ from it in the last bit, by engine and by how warm the code is. */
export const square = (x: number): number => x * x;

/** x to the n, for a whole n ≥ 0. */
export function wholePower(x: number, n: number): number {
  let result = 1;
  for (let rest = n, base = x; rest > 0; rest = Math.floor(rest / 2), base *= base) if (rest % 2 === 1) result *= base;
  return result;
}

/** x to the y for x ≥ 0, within some units in the last place for each of |y · ln x|. */
export function power(x: number, y: number): number {
  return y === 0 ? 1 : x === 0 ? (y > 0 ? 0 : Number.POSITIVE_INFINITY) : exp(y * ln(x));
}

/** cos(πt) for any finite t, within two units in the last place of 1. */
export function cosPi(t: number): number {
  const turn = Math.abs(t) % 2;
  const folded = turn > 1 ? 2 - turn : turn;
  if (folded > 0.5) return -cosPi(1 - folded);
  return folded <= 0.25 ? taylor(Math.PI * folded, 0) : taylor(Math.PI * (0.5 - folded), 1);
}

/** sin(πt) for any finite t, within two units in the last place of 1. */
export function sinPi(t: number): number {
  if (t < 0) return -sinPi(-t);
  const turn = t % 2;
  if (turn > 1) return -sinPi(turn - 1);
  const folded = turn > 0.5 ? 1 - turn : turn;
  return folded <= 0.25 ? taylor(Math.PI * folded, 1) : taylor(Math.PI * (0.5 - folded), 0);
}

/** The Taylor series of cosine (`odd` 0) or sine (`odd` 1) for |x| ≤ π/4. */
function taylor(x: number, odd: 0 | 1): number {
  let series = 0;
  for (let n = 18; n >= 2; n -= 2) series = ((-x * x) / ((n + odd) * (n + odd - 1))) * (1 + series);
  return (odd === 1 ? x : 1) * (1 + series);
}
