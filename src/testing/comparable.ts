import { isObject, type Json } from '../lib/json';

/** Fields that hold sentences, wherever they stand. */
export const WORDING: ReadonlySet<string> = new Set([
  ...['reason', 'reasonKo', 'message', 'hint', 'because', 'doing', 'why', 'card'],
]);
/** What a model is named by: the beginning of its content's hash. */
const MODEL_ID = /\b[0-9a-f]{16}\b/g;

/** A value without the fields of these names, and without texts in two languages, at every depth. */
export function bare(value: Json, ...without: readonly ReadonlySet<string>[]): Json {
  if (Array.isArray(value)) return value.map((each) => bare(each, ...without));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(
    ([field, held]) => !without.some((names) => names.has(field)) && !isText(held),
  );
  return Object.fromEntries(entries.map(([field, held]) => [field, bare(held, ...without)]));
}

const isText = (value: Json): boolean =>
  isObject(value) && Object.keys(value).length === 2 && typeof value.en === 'string' && typeof value.ko === 'string';

/** Names models by the order in which they first appear, in one value after the other. */
export function createModelNamer(): (value: Json) => Json {
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? `model ${names.size + 1}`;
    names.set(id, name);
    return name;
  };
  const named = (value: Json): Json => {
    if (typeof value === 'string') return value.replaceAll(MODEL_ID, nameOf);
    if (Array.isArray(value)) return value.map(named);
    if (!isObject(value)) return value;
    const fields = Object.keys(value).sort();
    return Object.fromEntries(fields.map((field) => [field.replaceAll(MODEL_ID, nameOf), named(value[field] ?? null)]));
  };
  return named;
}
