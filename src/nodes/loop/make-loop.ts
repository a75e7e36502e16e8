import { applyEdit } from '../../graph/apply-edit';
import type { Catalog } from '../../graph/catalog';
import { completeLoop } from '../../graph/complete-loop';
import type { PipelineDocument, PipelineEdge, PipelineNode } from '../../graph/document';
import type { Edit } from '../../graph/edit';
import { freshId } from '../../graph/fresh-id';
import type { KindShape } from '../../graph/kind-shape';
import { layoutPipeline, type Room } from '../../graph/layout';
import type { Pipeline } from '../../graph/pipeline';
import { type WireEnd, wireEnd } from '../../graph/wire';
import type { JsonObject } from '../../lib/json';
import type { Field } from '../../table/table';
import type { SchemasByNode } from '../check-pipeline';

/** A model that can be kept up to date, and the table whose rows would come in batches. */
export interface LoopBase {
  /** The node whose model is served. */
  readonly nodeId: string;
  /** The output that the stream is put behind. */
  readonly table: WireEnd;
  /** Its columns, as far as they are known. */
  readonly fields: readonly Field[];
  readonly rows: number | null;
  /** Empty where only the data can tell. */
  readonly target: string;
  /** The column of times, where one is marked as such. */
  readonly time: string | null;
}

/** What a person decides of a loop. */
export interface LoopChoices {
  /** Null: rows come as the table has them. */
  readonly time: string | null;
  readonly batchRows: number;
}

/** The models of a pipeline that a loop can be made around: trained here, from one table, and nothing ticks yet. */
export function loopBases(pipeline: Pipeline, schemas: SchemasByNode): readonly LoopBase[] {
  if (pipeline.enabled('stream').length + pipeline.enabled('deployment').length > 0) return [];
  return pipeline.enabled('trainer').flatMap((trainer): LoopBase[] => {
    const table = tableBehind(pipeline, trainer.id);
    if (table === null) return [];
    const schema = schemas[table.nodeId]?.[table.port];
    const fields = schema?.type === 'table' ? schema.fields : [];
    const learned = trainedOn(pipeline, trainer.id, schemas);
    const known = (name: string | undefined): string | null =>
      name !== undefined && fields.some((field) => field.name === name) ? name : null;
    const marked = learned.find(({ role }) => role === 'time')?.name;
    return [
      {
        nodeId: servedBehind(pipeline, trainer.id),
        table,
        fields,
        rows: (schema?.type === 'table' ? schema.rows : undefined) ?? null,
        target: known(learned.find(({ role }) => role === 'target')?.name) ?? '',
        time: known(marked),
      },
    ];
  });
}

function trainedOn(pipeline: Pipeline, nodeId: string, schemas: SchemasByNode): readonly Field[] {
  const input = pipeline.node(nodeId)?.inputs.find(({ type }) => type === 'table');
  const from = input && pipeline.source(nodeId, input.name);
  const schema = from && schemas[from.nodeId]?.[from.port];
  return schema?.type === 'table' ? schema.fields : [];
}

/** The model as it decides in the end: behind the steps that set how. */
function servedBehind(pipeline: Pipeline, nodeId: string): string {
  const step = pipeline
    .outOf(nodeId)
    .map(({ to }) => pipeline.node(to.nodeId))
    .find((node) => node?.mode === 'on' && node.spec?.role === 'model-step');
  return step === undefined ? nodeId : servedBehind(pipeline, step.id);
}

/** The output of the one source that a model's rows come from. */
function tableBehind(pipeline: Pipeline, nodeId: string): WireEnd | null {
  const sources = [...pipeline.upstream([nodeId])].filter(
    (id) => pipeline.node(id)?.spec?.role === 'source' && pipeline.node(id)?.mode === 'on',
  );
  const [id, another] = sources;
  if (id === undefined || another !== undefined) return null;
  const port = pipeline.node(id)?.outputs.find(({ type }) => type === 'table')?.name;
  return port === undefined ? null : { nodeId: id, port };
}

/** The share of the rows that a first model learns from. */
const HISTORY = 0.5;

/** Rows of a batch so that a loop over the rest has some fifty ticks. */
export function usualBatch(rows: number | null): number {
  const wanted = rows === null ? 100 : (rows * (1 - HISTORY)) / 50;
  return [5, 10, 20, 50, 100, 200, 500].findLast((size) => size <= wanted) ?? 5;
}

const clamp = (value: number, low: number, high: number): number => Math.round(Math.min(high, Math.max(low, value)));

/** Windows that suit a loop over so many rows: what is waited for has to come to pass. */
function windowsFor(rows: number | null): Readonly<Record<'monitor' | 'trigger' | 'retraining' | 'gate', JsonObject>> {
  if (rows === null) return { monitor: {}, trigger: {}, retraining: {}, gate: {} };
  const coming = rows * (1 - HISTORY);
  const window = clamp(coming / 6, 20, 500);
  return {
    monitor: { window, driftWindow: window, minRows: clamp(window / 4, 10, 50) },
    trigger: { minRows: clamp(coming / 8, 20, 200) },
    retraining: { window: clamp(rows * HISTORY, 50, 5_000), leastRows: clamp(coming / 8, 20, 100) },
    gate: {
      rows: clamp(coming / 8, 20, 300),
      watchRows: clamp(coming / 8, 20, 300),
      patience: clamp(coming / 4, 50, 500),
    },
  };
}

/**
 * The edit that makes a trained pipeline a loop: its rows come as a stream, the model is served and watched, trained anew
 * when it gets worse, and replaced when the new one is better. Laid out anew, with everything that is there.
 */
export function makeLoop<K extends KindShape>(
  document: PipelineDocument,
  catalog: Catalog<K>,
  { nodeId, table, target, rows }: LoopBase,
  { time, batchRows }: LoopChoices,
  room: Room,
): Edit | null {
  const windows = windowsFor(rows);
  const order = time === null ? {} : { order: 'time', timeColumn: time };
  const kinds: readonly (readonly [kind: string, params: JsonObject])[] = [
    ['retrain.stream', { history: 'share', historyShare: HISTORY, batchRows, target, ...order }],
    ['serve.deploy', {}],
    ['retrain.monitor', windows.monitor],
    ['retrain.performance', windows.trigger],
    ['retrain.train', windows.retraining],
    ['retrain.gate', windows.gate],
  ];
  const nodes = kinds.map(([kind, params]): PipelineNode => {
    const position = { x: 0, y: 0 };
    return { id: freshId(document, kind), kind, label: '', params, position, mode: 'on' };
  });
  const before = catalog.compile(document);
  const model = before.node(nodeId)?.outputs.find(({ type }) => type === 'model');
  const [stream, deploy] = nodes;
  if (model === undefined || stream === undefined || deploy === undefined) return null;
  const from = wireEnd(table.nodeId, table.port);
  const behind = before.outOf(table.nodeId, table.port).map(({ edge }) => edge);
  const rewired = document.edges.map(
    (edge): PipelineEdge => (behind.includes(edge) ? { ...edge, from: wireEnd(stream.id, 'table') } : edge),
  );
  const wired: PipelineDocument = {
    ...document,
    nodes: [...document.nodes, ...nodes],
    edges: [
      ...rewired,
      { from, to: wireEnd(stream.id, 'table') },
      { from: wireEnd(nodeId, model.name), to: wireEnd(deploy.id, 'model') },
    ],
  };
  const completed = completeLoop(wired, catalog);
  if (completed === null) return null;
  const whole = applyEdit(wired, completed, catalog);
  const { positions } = layoutPipeline(catalog.compile(whole), room);
  return { type: 'replaceAll', document: applyEdit(whole, { type: 'move', positions }, catalog) };
}
