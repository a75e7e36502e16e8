import type { z } from 'zod';
import { type PortShape, portsOf } from '../../graph/kind-shape';
import type { JsonObject } from '../../lib/json';
import type { Message } from '../../lib/message';
import type { OfSchema } from '../../lib/of-schema';
import type { Text } from '../../lib/text';
import type { ModelValue } from '../../models/model';
import type { RawAnswers, RawPolicy } from '../../serving/answer-raw';
import type { Answers } from '../../serving/answers';
import type { RecipeReplayer } from '../../serving/recipe-replayer';
import type { Table } from '../../table/table';
import type { Kind } from './kind';
import type { LiveCommand, LiveEventDraft, LiveStatus } from './live-events';
import type { heldSchema, liveModelSchema, retrainJobSchema, signalSchema } from './live-schemas';
import type { MonitorReport } from './monitor-report';
import { assertArrives, type BatchInputs, type ByPort, type TickInputs } from './port-values';
import type { RowRange } from './row-range';
import type { BackendChoice, Inputs, WireValue } from './runner';

/*
 * The live half of a kind. After the batch phase the loop ticks: each tick every live node is asked
 * once, in topological order (wires into feedback inputs order nothing), with what the nodes before
 * it said in the same tick. A node keeps nothing between ticks but its state, which is JSON, so that
 * a loop killed at any moment goes on from its last checkpoint as if nothing had happened.
 */

/** What travels on a live wire in one tick. */
export type LiveValue =
  | { readonly type: 'stream'; readonly batch: StreamBatch; readonly served?: ServedBatch }
  | { readonly type: 'report'; readonly report: MonitorReport }
  | { readonly type: 'signal'; readonly signal: Signal }
  | { readonly type: 'model'; readonly model: LiveModel };

export interface StreamBatch {
  /** Node id of the `retrain.stream` that handed it out; names its rows to {@link TickContext.rows}. */
  readonly stream: string;
  /** The rows handed out in this tick; may be empty while a live source is quiet. */
  readonly rows: RowRange;
  /** The rows whose labels arrived in this tick: older ones where labels are late. */
  readonly labelled: RowRange;
}

/** What a deployment adds to a batch. */
export interface ServedBatch {
  /** Node id of the `serve.deploy`. */
  readonly deployment: string;
  /** The champion that answered this tick's rows. */
  readonly champion: LiveModel;
  /** The last challenger that was held against this champion; absent where none was. */
  readonly held?: Held;
  /** Answers for `batch.rows`. */
  readonly answers: Answers;
  /** The answers that `batch.labelled` rows got when they were served: what the monitor judges. */
  readonly settled: Answers;
  /** Rows of the batch that the policy refused, as positions in the stream. */
  readonly refused: readonly number[];
}

/** A trigger's word: it speaks every tick, and fires rarely. */
export type Signal = OfSchema<typeof signalSchema>;

/** A model on a live wire; it may wait for the next tick. */
export type LiveModel = OfSchema<typeof liveModelSchema>;

/** A challenger that did not take the champion's place. */
export type Held = OfSchema<typeof heldSchema>;

/**
 * By port. One that is wired to a node that takes part is there; undefined where that stayed silent in this tick. An
 * input that takes many wires gets a list of those that are wired so.
 */
export type LiveInputs = ByPort<LiveValue | undefined>;

/** What one node did in one tick. */
export interface LiveStep<S extends JsonObject = JsonObject> {
  readonly state: S;
  /** By live output port; a port may stay silent. */
  readonly outputs: Readonly<Record<string, LiveValue>>;
  readonly events: readonly LiveEventDraft[];
  readonly status: LiveStatus;
}

/** What is known of the loop before its first tick and in every tick. */
export interface LiveContext {
  readonly nodeId: string;
  readonly signal: AbortSignal;
  /** Derived from the document's seed and the node's id. In a tick, mix the tick's number in. */
  readonly seed: number;
  readonly backend: BackendChoice;
  /** What a fitted step does to the columns, see {@link RecipeReplayer}. */
  readonly stepColumns: RecipeReplayer['stepColumns'];
  /** Gives other tasks a turn, when 50 ms have passed since the last; throws Cancelled. */
  yieldIfDue(): Promise<void>;
  readonly models: LiveModels;
  /** What the batch phase's evaluation found of the model on this node's `model` input; empty where nothing evaluated it. */
  readonly evaluated: Readonly<Record<string, number | null>>;
  /** How far a stream has come. */
  stream(id: string): StreamPosition;
  /**
   * Raw rows of a stream that have been handed out, history included, with an empty recipe but for its source.
   * Labels that have not arrived are missing. The arrays may be views: never write into them.
   */
  rows(stream: string, range: RowRange): Table;
}

export interface TickContext extends LiveContext {
  /** From 1. */
  readonly tick: number;
  /** Milliseconds since 1970, UTC, at the tick's end. */
  readonly time: number;
  /** The same, of the tick before (of the first tick: when the loop began). */
  readonly before: number;
  /** Of the stream's own node: how many rows may still be handed out, and whether no more can ever come. */
  readonly source: { readonly rows: number; readonly closed: boolean } | null;
  /** What a person asked of this node since the last tick, in order. */
  readonly commands: readonly LiveCommand[];
  readonly retraining: Retraining;
  /** What all that this node's signal goes to still waits for since it was asked before; null where any would hear it. */
  awaited(): Awaited | null;
}

/** Rows that a training was asked for and cannot begin without. */
export interface Awaited {
  /** The tick in which it was asked. */
  readonly since: number;
  /** Labelled rows missing at the end of the tick before. */
  readonly rows: number;
}

/** How far a stream has come at this moment of the tick. */
export interface StreamPosition {
  /** Rows that the batch phase got as history; the live ones begin here. */
  readonly historyRows: number;
  /** Rows handed out so far, history included. */
  readonly rows: number;
  /** Rows before this one have their label, unless it is missing for good. */
  readonly labelledTo: number;
  /** The column whose labels arrive late; null where rows have none. */
  readonly target: string | null;
  /** Whether all has been handed out that can ever come: no tick follows for want of rows. */
  readonly atEnd: boolean;
  /** Versions of the data set it follows that have been handed out whole; absent of a stream that follows none. */
  readonly versions?: number;
}

/** The rows that a stream node hands out, made once before the first tick. */
export interface StreamOpening {
  /** Everything known so far, in time order, history first; labels that never arrive are missing already. */
  readonly table: Table;
  readonly historyRows: number;
  readonly target: string | null;
  /** The lake's data set whose newer rows follow when these have been handed out; null for a replay. */
  readonly follows: string | null;
  /**
   * What time a tick ends at on the virtual clock: that of the last row handed out, from a date column; else so
   * many minutes after the one before. Absent: the table's date column of role `time`, else an hour a tick.
   */
  readonly clock?: { readonly column: string } | { readonly begin: number; readonly minutesPerTick: number };
}

/** The loop's models: the registry, seen by one document. */
export interface LiveModels {
  /** Keeps a model in the registry (again: nothing happens) and gives its version id, which follows from its content. */
  keep(model: ModelValue, about: ModelOrigin): Promise<string>;
  /** Fails with `version-gone` where the registry does not hold it. */
  load(version: string): Promise<ModelValue>;
  /**
   * Prepares raw rows with the model's recipe and scores them: NaN for rows that the preparation drops. Equal bits to
   * `predictTable`. The network stays open between ticks. Fails with the first row that cannot be scored.
   */
  score(version: string, raw: Table): Promise<Answers>;
  /** What becomes of raw rows under a policy, as `answerRaw` says. */
  answer(version: string, raw: Table, policy: RawPolicy): Promise<RawAnswers>;
  /** Makes it the champion of its line; the one before it is archived. Idempotent for the same tick. */
  promote(
    version: string,
    at: { readonly deployment: string; readonly tick: number; readonly why: Message },
  ): Promise<void>;
  /** Makes one that served before its champion again, as `promote` does, and writes down that it went back. */
  rollback(
    version: string,
    at: { readonly deployment: string; readonly tick: number; readonly why: Message },
  ): Promise<void>;
  /** Says that a version is not to be used: a challenger that lost, or a champion rolled back. */
  archive(
    version: string,
    at: { readonly deployment: string; readonly tick: number; readonly why: Message },
  ): Promise<void>;
}

/** What the registry is told of a model that the loop keeps. */
export interface ModelOrigin {
  readonly deployment: string;
  readonly madeBy: 'pipeline' | 'incremental' | 'full';
  /** The version it was continued from, of incremental ones. */
  readonly parent: string | null;
  readonly tick: number;
  readonly rows: RowRange | null;
  readonly metrics: Readonly<Record<string, number | null>>;
}

/** Training that goes on while the loop ticks. The virtual clock waits for its result only when it is asked for. */
export interface Retraining {
  /** Starts a job, or finds the one of this id that runs already (after a restart it is started anew). */
  begin(job: RetrainJob): void;
  /** Whether `result` would answer at once. Results must not depend on it where the clock is virtual. */
  isDone(id: string): boolean;
  /** Waits for the job. A failure of training is a value. */
  result(id: string): Promise<RetrainOutcome>;
  /** Gives a job up. */
  cancel(id: string): void;
  /** Whether ticks wait for nobody: then a job is asked for only once it is done. */
  readonly onWallClock: boolean;
}

export type RetrainJob = OfSchema<typeof retrainJobSchema>;

export type RetrainOutcome =
  | { readonly ok: true; readonly version: string; readonly metrics: Readonly<Record<string, number | null>> }
  | { readonly ok: false; readonly message: Text; readonly hint: Text };

/** What is at hand where a stream is opened. */
export type LiveOpenContext = { readonly nodeId: string; readonly seed: number };

export interface LiveRunner {
  readonly kind: string;
  /** Of a kind that hands out rows: where they come from. Asked before `start`. */
  open?(inputs: Inputs, params: JsonObject, ctx: LiveOpenContext): StreamOpening;
  /** The state before the first tick. `inputs` are the batch phase's. Throws a Failure where the node cannot go live. */
  start(inputs: Inputs, params: JsonObject, ctx: LiveContext): Promise<JsonObject>;
  tick(state: JsonObject, inputs: LiveInputs, params: JsonObject, ctx: TickContext): Promise<LiveStep>;
  /** Of a kind that takes signals and passes none on: what the one it heard waits for, after a tick. */
  awaits?(state: JsonObject): Awaited | null;
}

/**
 * Checks a live runner's types against its kind. `state` reads what `start` and `tick` made back out of a checkpoint;
 * a state that it refuses is a bug or a foreign file.
 */
export function defineLive<
  P extends JsonObject,
  Id extends string,
  In extends readonly PortShape[],
  Out extends readonly PortShape[],
  S extends JsonObject,
>(
  kind: Kind<P, Id, In, Out>,
  state: z.ZodType<S>,
  live: {
    open?(inputs: BatchInputs<WireValue, In>, params: P, ctx: LiveOpenContext): StreamOpening;
    start(inputs: BatchInputs<WireValue, In>, params: P, ctx: LiveContext): S | Promise<S>;
    tick(state: S, inputs: TickInputs<LiveValue, In>, params: P, ctx: TickContext): LiveStep<S> | Promise<LiveStep<S>>;
    awaits?(state: S): Awaited | null;
  },
): LiveRunner {
  const { params } = kind;
  /** A node's params stay one object for the whole loop: they are parsed once. */
  const known = new WeakMap<JsonObject, P>();
  const paramsOf = (raw: JsonObject): P => {
    const parsed = known.get(raw) ?? params.parse(raw);
    known.set(raw, parsed);
    return parsed;
  };
  /** States made here need no second look; those out of a checkpoint do. */
  const own = new WeakMap<JsonObject, S>();
  const mine = (made: S): S => {
    own.set(made, made);
    return made;
  };
  const inputsWith = (parsed: P): readonly PortShape[] => portsOf(kind, { ok: true, params: parsed }).inputs;
  const { open, awaits } = live;
  const read = (raw: JsonObject): S => own.get(raw) ?? state.parse(raw);
  return {
    kind: kind.id,
    ...(open === undefined
      ? {}
      : {
          open: (inputs, raw, ctx) => {
            const parsed = paramsOf(raw);
            assertArrives<BatchInputs<WireValue, In>>(inputsWith(parsed), inputs, 'batch');
            return open(inputs, parsed, ctx);
          },
        }),
    ...(awaits === undefined ? {} : { awaits: (raw) => awaits(read(raw)) }),
    start: async (inputs, raw, ctx) => {
      const parsed = paramsOf(raw);
      assertArrives<BatchInputs<WireValue, In>>(inputsWith(parsed), inputs, 'batch');
      return mine(await live.start(inputs, parsed, ctx));
    },
    tick: async (raw, inputs, rawParams, ctx) => {
      const parsed = paramsOf(rawParams);
      assertArrives<TickInputs<LiveValue, In>>(inputsWith(parsed), inputs, 'tick');
      const step = await live.tick(read(raw), inputs, parsed, ctx);
      mine(step.state);
      return step;
    },
  };
}
