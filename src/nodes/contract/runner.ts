import { type PortShape, portsOf } from '../../graph/kind-shape';
import type { DataLake, LakeVersion } from '../../lake/lake';
import type { JsonObject } from '../../lib/json';
import type { Text } from '../../lib/text';
import type { MetricPoint } from '../../models/metric-point';
import type { ModelValue } from '../../models/model';
import type { BackendChoice, BackendName } from '../../models/network/backend/backend-choice';
import type { RecipeReplayer, StepColumns } from '../../serving/recipe-replayer';
import type { EvaluationReport, JudgedRows } from '../../stats/metrics/report';
import type { DataNote } from '../../table/notes';
import type { Table } from '../../table/table';
import type { Kind } from './kind';
import { assertArrives, type BatchInputs, type BatchOutputs, type ByPort } from './port-values';

/** What travels on a wire while running. Plain data, so that it can be stored and moved between threads. */
export type WireValue =
  | {
      readonly type: 'table';
      readonly table: Table;
      /** Repairs and rejections, for the data preview. */
      readonly notes?: readonly DataNote[];
    }
  | { readonly type: 'model'; readonly model: ModelValue }
  | { readonly type: 'report'; readonly report: EvaluationReport; readonly judged: JudgedRows };

/** The page takes these from here: nothing of models/ is its to import. */
export type { BackendChoice, BackendName, MetricPoint };

/** By input port: a value, or a list of values where it takes many wires. */
export type Inputs = ByPort<WireValue>;
export type Outputs = Readonly<Record<string, WireValue>>;

export interface RunContext extends RecipeReplayer {
  readonly nodeId: string;
  readonly signal: AbortSignal;
  /** Derived from the document's seed and the node's id. */
  readonly seed: number;
  /** The backend asked for; `auto` follows the stated policy. */
  readonly backend: BackendChoice;
  /** 0 … 1, with what is being done and the seconds left where known. */
  progress(fraction: number, doing?: Text, secondsLeft?: number): void;
  metric(point: MetricPoint): void;
  /** A sentence for the node's log: which backend and why, early stop, context lost. */
  log(message: Text): void;
  /** Says which backend really runs, and why. */
  usesBackend(name: BackendName, reason: Text): void;
  /** Bytes of a kept file; fails with `file-vanished` where it is gone. */
  readFile(hash: string, name: string): Promise<Uint8Array>;
  /** A version of a data set of the lake, found as {@link DataLake.find} does; fails with `lake-gone` or `lake-damaged`. */
  readTable(name: string, version: string): Promise<{ readonly version: LakeVersion; readonly table: Table }>;
  /** Bytes of an asset shipped with Millrace, e.g. `samples/iris.csv`. */
  readAsset(path: string): Promise<Uint8Array>;
  /** Gives other tasks (cancel, events) a turn, when 50 ms have passed since the last; throws Cancelled. */
  yieldIfDue(): Promise<void>;
}

/** A version of a data set of the lake, as {@link DataLake.find} takes it. */
export type DataSetRead = { readonly set: string; readonly version: string };

/** The half of a kind that only the engine knows. */
export interface Runner {
  readonly kind: string;
  run(inputs: Inputs, params: JsonObject, ctx: RunContext): Promise<Outputs>;
  /**
   * The params with whatever changes outside the document named by its content. Asked before anything is planned, so
   * that keys follow what is really read; where it rejects, the params stay as they are and `run` says what is wrong.
   */
  pin?(params: JsonObject, lake: Pick<DataLake, 'find'>): Promise<JsonObject>;
  /** Of a kind that pins: the data set that it reads, and which version (empty: the newest); null where it reads none. */
  reads?(params: JsonObject): DataSetRead | null;
  /** Replays a step this kind fitted. Rows it must drop are dropped, and `sourceRows` tells which are left. */
  apply?(table: Table, state: JsonObject): Table;
  /** What a step this kind fitted does to the columns. Every kind with `apply` says it. */
  columns?(state: JsonObject): StepColumns;
}

/** Checks a runner's types against its kind: `run` gets parsed params and what arrives at the ports, and gives their values. */
export function defineRunner<
  P extends JsonObject,
  Id extends string,
  In extends readonly PortShape[],
  Out extends readonly PortShape[],
  const O extends Outputs & BatchOutputs<WireValue, Out>,
>(
  kind: Kind<P, Id, In, Out>,
  runner: {
    run(inputs: BatchInputs<WireValue, In>, params: P, ctx: RunContext): Promise<O>;
    pin?(params: P, lake: Pick<DataLake, 'find'>): Promise<P>;
    reads?(params: P): DataSetRead | null;
    apply?(table: Table, state: JsonObject): Table;
    columns?(state: JsonObject): StepColumns;
  },
): Runner {
  const { apply, columns, pin, reads } = runner;
  const { params } = kind;
  return {
    kind: kind.id,
    run: (inputs, raw, ctx) => {
      const parsed = params.parse(raw);
      assertArrives<BatchInputs<WireValue, In>>(portsOf(kind, { ok: true, params: parsed }).inputs, inputs, 'batch');
      return runner.run(inputs, parsed, ctx);
    },
    ...(pin === undefined ? {} : { pin: (raw, lake) => pin(params.parse(raw), lake) }),
    ...(reads === undefined ? {} : { reads: (raw) => reads(params.parse(raw)) }),
    ...(apply === undefined ? {} : { apply }),
    ...(columns === undefined ? {} : { columns }),
  };
}
