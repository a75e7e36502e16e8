import { isObject, type Json } from '../../lib/json';
import type { Random } from '../../lib/random';

/** What a value may have become: of another type, empty, out of bounds. */
const OTHERS: readonly Json[] = [null, true, 0, -1, 1e308, 0.5, 2 ** 40, '', 'x', 'NaN', [], {}, [null], { x: 1 }];

/** A JSON text with one change at a random place: a value replaced, taken out, doubled, or a word cut short. */
export function mutated(source: string, random: Random): string {
  const json: Json = JSON.parse(source);
  const places = [...placesIn(json, [])];
  const place = places[random.integer(places.length)] ?? [];
  return JSON.stringify(changedAt(json, place, random));
}

type Place = readonly (string | number)[];

/** Every place, but of long lists only the first and the last items. */
function* placesIn(json: Json, at: Place): Generator<Place> {
  if (at.length > 0) yield at;
  if (isList(json)) {
    const shown = json.length > 4 ? [0, 1, json.length - 1] : json.keys();
    for (const i of shown) yield* placesIn(json[i] ?? null, [...at, i]);
  } else if (isObject(json)) {
    for (const [name, value] of Object.entries(json)) yield* placesIn(value, [...at, name]);
  }
}

function changedAt(json: Json, [step, ...rest]: Place, random: Random): Json {
  if (step === undefined) return changed(json, random);
  if (isList(json)) {
    const at = Number(step);
    if (rest.length === 0 && random.next() < 0.3) return json.toSpliced(at, 1);
    if (rest.length === 0 && random.next() < 0.3) return json.toSpliced(at, 0, json[at] ?? null);
    return json.map((item, i) => (i === at ? changedAt(item, rest, random) : item));
  }
  if (!isObject(json)) return json;
  const entries = Object.entries(json);
  if (rest.length === 0 && random.next() < 0.3) return Object.fromEntries(entries.filter(([name]) => name !== step));
  return Object.fromEntries(
    entries.map(([name, value]) => [name, name === step ? changedAt(value, rest, random) : value]),
  );
}

function changed(json: Json, random: Random): Json {
  if (typeof json === 'string' && json !== '' && random.next() < 0.4) return json.slice(0, Math.floor(json.length / 2));
  if (typeof json === 'number' && random.next() < 0.4) return -json * 3;
  return OTHERS[random.integer(OTHERS.length)] ?? null;
}

const isList = (json: Json): json is readonly Json[] => Array.isArray(json);
