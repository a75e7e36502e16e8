import type { DataLake, LakeSet } from '../../lake/lake';
import type { SpecPipeline } from '../../nodes/catalog';
import type { Table } from '../../table/table';
import type { Kinds } from '../kinds';

/**
 * Rows that a data set had when the loop began, out of what the lake held then: of the version that the pipeline reads
 * (`Runner.reads`), where it reads one of this set, else of the newest. 0 where there was no such set yet.
 */
export function rowsAtBegin(name: string, pinned: SpecPipeline, kinds: Kinds, sets: readonly LakeSet[]): number {
  const reads = pinned.nodes.flatMap(({ node: { kind }, mode, parsed }) =>
    mode === 'on' && parsed.ok ? (kinds.runners.get(kind)?.reads?.(parsed.params) ?? []) : [],
  );
  const version = reads.find(({ set }) => set === name)?.version;
  const versions = sets.find((set) => set.name === name)?.versions ?? [];
  return (versions.find(({ hash }) => hash === version) ?? versions.at(-1))?.rows ?? 0;
}

/** Rows that came into a data set, and behind how many of them each version ends. */
export interface NewRows {
  readonly table: Table;
  readonly versionEnds: readonly number[];
}

/** The rows of a data set from `from` on; null where there are none. Older rows and other sets are not read. */
export async function rowsSince(lake: DataLake, name: string, from: number): Promise<NewRows | null> {
  const versions = await lake.versions(name, { from });
  const newest = versions.at(-1);
  if (newest === undefined) return null;
  const { table } = await lake.read(name, newest.hash, { from });
  return { table, versionEnds: versions.map(({ rows }) => rows - from) };
}
