import type { PipelineDocument } from '../../graph/document';
import type { DataLake } from '../../lake/lake';
import type { JsonObject } from '../../lib/json';
import type { Table } from '../../table/table';
import { viewRows } from '../../table/view-rows';
import type { Kinds } from '../kinds';
import type { Pins } from './checkpoint';

/** A document whose nodes read what they read when the loop began. */
export function withPins(document: PipelineDocument, { params }: Pins): PipelineDocument {
  return {
    ...document,
    nodes: document.nodes.map((node) => {
      const pinned = params[node.id];
      return pinned === undefined ? node : { ...node, params: pinned };
    }),
  };
}

/** The params that pinning changed. */
export function pinsOf(before: PipelineDocument, pinned: PipelineDocument): Readonly<Record<string, JsonObject>> {
  const old = new Map(before.nodes.map(({ id, params }) => [id, params]));
  return Object.fromEntries(
    pinned.nodes.filter(({ id, params }) => old.get(id) !== params).map(({ id, params }) => [id, params]),
  );
}

/**
 * Rows that a data set had when the loop began, out of what the lake held then: of the version that the pipeline reads,
 * where it reads one of this set, else of the newest. 0 where there was no such set yet.
 */
export function rowsAtBegin(
  name: string,
  pinned: PipelineDocument,
  kinds: Kinds,
  sets: Awaited<ReturnType<DataLake['list']>>,
): number {
  const reader = pinned.nodes.find(
    ({ kind, params, mode }) =>
      mode === 'on' &&
      kinds.runners.get(kind)?.pin !== undefined &&
      typeof params.name === 'string' &&
      params.name.trim() === name,
  );
  const version = reader?.params.version;
  const versions = sets.find((set) => set.name === name)?.versions ?? [];
  return (versions.find(({ hash }) => hash === version) ?? versions.at(-1))?.rows ?? 0;
}

/** Rows that came into a data set, and behind how many of them each version ends. */
export interface NewRows {
  readonly table: Table;
  readonly versionEnds: readonly number[];
}

/** The rows of a data set from `from` on; null where there are none. */
export async function rowsSince(lake: DataLake, name: string, from: number): Promise<NewRows | null> {
  const set = (await lake.list()).find((each) => each.name === name);
  const newest = set?.versions.at(-1);
  if (set === undefined || newest === undefined || newest.rows <= from) return null;
  const { table } = await lake.read(name, newest.hash);
  const versionEnds = set.versions.flatMap(({ rows }) => (rows > from ? [rows - from] : []));
  return { table: viewRows(table, from, table.rows), versionEnds };
}
