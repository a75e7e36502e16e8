/** Anything JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/** Whether a value is an object with fields: neither a list nor null. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path of a value; undefined where nothing does. */
export function valueAt(raw: Json, path: readonly PropertyKey[]): Json | undefined {
  let value: Json | undefined = raw;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || typeof part === 'symbol') return undefined;
    const found: [string, Json] | undefined = Object.entries(value).find(([key]) => key === String(part));
    value = found?.[1];
  }
  return value;
}

/** JSON text with object keys in code-point order at every depth: equal values give equal text. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value as JsonObject).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
