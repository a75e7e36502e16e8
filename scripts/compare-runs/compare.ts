import type { Json, JsonObject } from '../../src/lib/json';
import { createModelNamer } from '../../src/testing/comparable';
import { type Difference, differencesOf } from '../../src/testing/differences';
import { type Course, courseOf } from './course';
import type { ObservedRun } from './observed-run';

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Nodes and fields that the new version has besides; they change nothing that was there. */
  readonly additions: readonly string[];
}

/** Fields that a new version may give an event besides its figures: what its sentence is made of. */
const EVENT_ADDITIONS = new Set(['code', 'args']);

/** Everything in which two runs of one pipeline differ. */
export function compareRuns(old: ObservedRun, now: ObservedRun): Comparison {
  const [before, after] = [courseOf(old), courseOf(now)];
  const added = new Set([...after.nodes.keys()].filter((id) => !before.nodes.has(id)));
  const without = <V>(byNode: ReadonlyMap<string, V>) => new Map([...byNode].filter(([id]) => !added.has(id)));
  const kept = without(after.nodes);
  const timelines = pairTimelines(
    before.events,
    after.events.filter(({ nodeId }) => !added.has(String(nodeId))),
  );
  const [nameOld, nameNew] = [createModelNamer(), createModelNamer()];
  const differences = [
    ...differencesOf('outcome', before.outcome, after.outcome),
    ...differencesOf('order of nodes', [...before.nodes.keys()].join(' '), [...kept.keys()].join(' ')),
    ...compareMaps('node', before.nodes, kept),
    ...compareMaps('said by', before.said, without(after.said)),
    ...timelines.pairs.flatMap(([a, b], place) => {
      const where = `event ${place} (${decisionOf(a ?? b ?? {})})`;
      return differencesOf(where, a && nameOld(a), b && nameNew(b));
    }),
    ...compareMaps('line', namedLines(before, nameOld), namedLines(after, nameNew)),
  ];
  const additions = [
    ...[...added].map((id) => `node ${id}`),
    ...after.events.filter(({ nodeId }) => added.has(String(nodeId))).map(({ type, nodeId }) => `${type} of ${nodeId}`),
    ...timelines.additions,
  ];
  return {
    differences: differences.map((difference) => ({ ...difference, place: `${old.template}: ${difference.place}` })),
    additions: countedOnce(additions),
  };
}

const namedLines = ({ lines }: Course, name: (value: Json) => Json): ReadonlyMap<string, Json> =>
  new Map([...lines].map(([line, content]) => [line, name(content)]));

const compareMaps = (what: string, old: ReadonlyMap<string, Json>, now: ReadonlyMap<string, Json>) =>
  [...new Set([...old.keys(), ...now.keys()])].flatMap((key) =>
    differencesOf(`${what} ${key}`, old.get(key), now.get(key)),
  );

type Pair = readonly [old: JsonObject | undefined, now: JsonObject | undefined];

/** Events that are the same decision side by side, the new ones without fields that are additions. */
function pairTimelines(
  old: readonly JsonObject[],
  now: readonly JsonObject[],
): { readonly pairs: readonly Pair[]; readonly additions: readonly string[] } {
  const additions: string[] = [];
  const pairs = align(old.map(decisionOf), now.map(decisionOf)).map(([a, b]): Pair => {
    const [before, after] = [a === undefined ? undefined : old[a], b === undefined ? undefined : now[b]];
    if (before === undefined || after === undefined) return [before, after];
    const isNew = (field: string): boolean => EVENT_ADDITIONS.has(field) && !Object.hasOwn(before, field);
    const fields = Object.keys(after);
    additions.push(...fields.filter(isNew).map((field) => `field ${field} of ${after.type} events`));
    const shared = fields.filter((field) => !isNew(field)).map((field) => [field, after[field] ?? null]);
    return [before, Object.fromEntries(shared)];
  });
  return { pairs, additions };
}

const decisionOf = ({ tick, type, nodeId }: JsonObject): string => `tick ${tick} ${type} ${nodeId}`;

/** Pairs of places of a longest common subsequence, with what only one of the two has in between, in order. */
function align(
  a: readonly string[],
  b: readonly string[],
): readonly (readonly [a: number | undefined, b: number | undefined])[] {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number | undefined, number | undefined])[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) pairs.push([i++, j++]);
    else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) pairs.push([i++, undefined]);
    else pairs.push([undefined, j++]);
  }
  return pairs;
}

function countedOnce(lines: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].map(([line, count]) => (count === 1 ? line : `${line} (${count} times)`));
}
