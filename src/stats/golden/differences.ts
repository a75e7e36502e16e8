/**
 * Where `actual` departs from `expected`, as paths; empty when every expected value is met
 * within `tolerance` (relative above 1). The reference's NaN, Infinity and `undefined` must be null or absent here:
 * we never answer NaN. What the reference does not say is not compared.
 */
export function differences(actual: unknown, expected: unknown, tolerance: number, path = '$'): string[] {
  if (isNothing(expected)) return isNothing(actual) ? [] : [`${path}: ${String(actual)} where there is none`];
  if (typeof expected === 'number') {
    const close =
      typeof actual === 'number' && Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected));
    return close ? [] : [`${path}: ${String(actual)}, not ${expected}`];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [`${path}: another length`];
    return expected.flatMap((value, i) => differences(actual[i], value, tolerance, `${path}[${i}]`));
  }
  if (typeof expected === 'object' && expected !== null) {
    const have: Readonly<Record<string, unknown>> = typeof actual === 'object' && actual !== null ? { ...actual } : {};
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(have[key], value, tolerance, `${path}.${key}`),
    );
  }
  return actual === expected ? [] : [`${path}: ${String(actual)}, not ${String(expected)}`];
}

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === 'NaN' ||
  value === 'Infinity' ||
  value === '-Infinity' ||
  value === 'undefined' ||
  value === 'mad is 0';
