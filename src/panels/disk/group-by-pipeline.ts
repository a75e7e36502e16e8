import type { DiskSurvey, FileUse } from '../../worker/disk-protocol';
import type { ModelVersion } from '../../worker/live-protocol';

/**
 * Something on the disk that can be freed at one stroke; `users` are the pipelines that it is of, by name, and `frees` what
 * then is free, where others need some of it.
 */
export type DiskItem =
  | {
      readonly type: 'file';
      readonly hash: string;
      readonly name: string | null;
      readonly writtenAt: number | null;
      readonly use: FileUse;
      readonly users: readonly string[];
      readonly bytes: number;
    }
  | {
      readonly type: 'set';
      readonly name: string;
      readonly versions: number;
      readonly users: readonly string[];
      readonly bytes: number;
      readonly frees: number;
    }
  | {
      readonly type: 'models';
      readonly line: string;
      readonly versions: readonly ModelVersion[];
      /** Those that do not serve. */
      readonly removable: readonly ModelVersion[];
      readonly bytes: number;
      readonly frees: number;
    }
  | { readonly type: 'results'; readonly keys: readonly string[]; readonly bytes: number }
  | {
      readonly type: 'slot';
      readonly tab: string;
      readonly savedAt: number;
      readonly open: boolean | null;
      readonly session: number;
      readonly bytes: number;
    }
  /** What tabs can undo whose work is not kept; that of closed ones may go. */
  | { readonly type: 'sessions'; readonly closed: boolean; readonly tabs: readonly string[]; readonly bytes: number };

/** What lies on the disk of one pipeline. */
export interface DiskGroup {
  /** Null: what is of no pipeline that is kept. */
  readonly name: string | null;
  readonly open: boolean;
  readonly items: readonly DiskItem[];
  readonly bytes: number;
}

const ORDER: readonly DiskItem['type'][] = ['slot', 'file', 'set', 'models', 'results', 'sessions'];

/** What lies on the disk by the names of pipelines, the largest first; what several use stands once, with the first. */
export function groupByPipeline(survey: DiskSurvey): readonly DiskGroup[] {
  const { pipelines, files, sets, models, results, sessions } = survey;
  const items = new Map<string | null, DiskItem[]>();
  const put = (name: string | null, item: DiskItem): void => {
    items.set(name, [...(items.get(name) ?? []), item]);
  };
  const usersOf = (uses: (pipeline: (typeof pipelines)[number]) => boolean): readonly string[] => [
    ...new Set(pipelines.filter(uses).map(({ name }) => name)),
  ];

  for (const { name, slot, open } of pipelines) if (slot !== null) put(name, { type: 'slot', ...slot, open });
  for (const file of files) {
    const users = usersOf((pipeline) => pipeline.files.includes(file.hash));
    put(users[0] ?? null, { type: 'file', ...file, users });
  }
  for (const set of sets) {
    const users = usersOf((pipeline) => pipeline.sets.includes(set.name));
    const { alone, ...rest } = set;
    put(users[0] ?? null, { type: 'set', ...rest, frees: alone, users });
  }
  const lines = groupBy(models, ({ line, lineage }) => JSON.stringify([lineage.pipeline.name, line]));
  for (const versions of lines.values()) {
    const [first] = versions;
    if (first === undefined) continue;
    const removable = versions.filter(({ stage }) => stage !== 'champion');
    // A file goes with the last version of its id.
    const gone = removable.filter(({ id }) => models.every((other) => other.id !== id || removable.includes(other)));
    const { line, lineage } = first;
    const [bytes, frees] = [sum(once(versions)), sum(once(gone))];
    put(lineage.pipeline.name, { type: 'models', line, versions, removable, bytes, frees });
  }
  const owners = groupBy(results, ({ key }) => usersOf((pipeline) => pipeline.results.includes(key))[0] ?? null);
  for (const [owner, entries] of owners) {
    put(owner, { type: 'results', keys: entries.map(({ key }) => key), bytes: sum(entries) });
  }

  for (const [closed, own] of groupBy(sessions, ({ open }) => open === false)) {
    put(null, { type: 'sessions', closed, tabs: own.map(({ tab }) => tab), bytes: sum(own) });
  }

  const groups = [...items].map(
    ([name, own]): DiskGroup => ({
      name,
      open: pipelines.some((pipeline) => pipeline.name === name && pipeline.open === true),
      items: own.toSorted((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type) || b.bytes - a.bytes),
      bytes: sum(own),
    }),
  );
  return groups.sort((a, b) => Number(a.name === null) - Number(b.name === null) || b.bytes - a.bytes);
}

function groupBy<T, K>(parts: readonly T[], keyOf: (part: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const part of parts) groups.set(keyOf(part), [...(groups.get(keyOf(part)) ?? []), part]);
  return groups;
}

/** Equal models are one file. */
const once = (versions: readonly ModelVersion[]): readonly ModelVersion[] => [
  ...new Map(versions.map((version) => [version.id, version])).values(),
];

export const sum = (parts: readonly { readonly bytes: number }[]): number =>
  parts.reduce((total, { bytes }) => total + bytes, 0);
