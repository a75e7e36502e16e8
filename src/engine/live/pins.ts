import type { PipelineDocument, PipelineNode } from '../../graph/document';
import type { DataLake, LakeSet } from '../../lake/lake';
import type { JsonObject } from '../../lib/json';
import type { DataSetRead } from '../../nodes/runner';
import type { Table } from '../../table/table';
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
 * Rows that a data set had when the loop began, out of what the lake held then: of the version that the pipeline reads
 * (`Runner.reads`), where it reads one of this set, else of the newest. 0 where there was no such set yet.
 */
export function rowsAtBegin(name: string, pinned: PipelineDocument, kinds: Kinds, sets: readonly LakeSet[]): number {
  const version = pinned.nodes.map((node) => readBy(node, kinds)).find((read) => read?.set === name)?.version;
  const versions = sets.find((set) => set.name === name)?.versions ?? [];
  return (versions.find(({ hash }) => hash === version) ?? versions.at(-1))?.rows ?? 0;
}

function readBy({ kind, params, mode }: PipelineNode, kinds: Kinds): DataSetRead | null {
  const parsed = mode === 'on' ? kinds.catalog.kind(kind)?.parseParams(params) : undefined;
  return parsed?.ok === true ? (kinds.runners.get(kind)?.reads?.(parsed.params) ?? null) : null;
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
