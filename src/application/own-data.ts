import type { Engine } from '../engine/engine';
import { emptyDocument } from '../graph/empty-document';
import { Failure } from '../lib/failure';
import type { JsonObject } from '../lib/json';
import { createYieldIfDue } from '../lib/yielding';
import type { DataLook } from '../nodes/own-data/data-look';
import { lookAtData } from '../nodes/own-data/look-at-data';
import { findRisks } from '../nodes/risks/find-risks';
import { cellText } from '../table/cells';
import type { DataNote } from '../table/notes';
import type { Table } from '../table/table';

/** A file that a person gave, and how it is to be read: params of the kind that reads files. */
export interface OwnFile {
  readonly kind: string;
  readonly params: JsonObject;
}

/** Looks at a file before anybody has said what it is for. Fails as the node that reads it does. */
export async function lookAtFile(engine: Pick<Engine, 'run' | 'result'>, file: OwnFile): Promise<DataLook> {
  const { table, notes } = await tableOf(engine, file);
  const headless = notes.some(({ code }) => code === 'no-header');
  const firstRow = headless && table.rows > 0 ? table.columns.map((column) => cellText(column, 0) ?? '') : [];
  return lookAtData(table, { headless, firstRow }, yielding());
}

/** What of a file makes a model look better than it is, once it is known what is to be predicted. */
export async function risksOfTarget(
  engine: Pick<Engine, 'run' | 'result'>,
  file: OwnFile,
  target: string,
): Promise<readonly DataNote[]> {
  const { table } = await tableOf(engine, file);
  const columns = table.columns.map((column) =>
    column.name === target ? { ...column, role: 'target' as const } : column,
  );
  return findRisks({ ...table, columns }, true, yielding());
}

const yielding = () => createYieldIfDue(new AbortController().signal, () => performance.now());

/** The table that the first node of a pipeline would read: kept as any result, so that the pipeline need not read it again. */
async function tableOf(
  engine: Pick<Engine, 'run' | 'result'>,
  { kind, params }: OwnFile,
): Promise<{ readonly table: Table; readonly notes: readonly DataNote[] }> {
  const node = { id: 'file', kind, label: '', params, position: { x: 0, y: 0 }, mode: 'on' } as const;
  const report = await engine.run({
    runId: 'own-data',
    document: { ...emptyDocument(), nodes: [node] },
    backend: 'auto',
    signal: new AbortController().signal,
    emit: () => undefined,
  });
  const ran = report.nodes[node.id];
  if (ran?.failure !== undefined) throw new Failure(ran.failure);
  const value = Object.values((await engine.result(ran?.key ?? ''))?.outputs ?? {})[0];
  if (value?.type !== 'table') throw new Error('the file gave no table');
  return { table: value.table, notes: value.notes ?? [] };
}
