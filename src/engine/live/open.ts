import { wireEnd } from '../../graph/wire';
import type { FailureDetail } from '../../lib/failure';
import type { JsonObject } from '../../lib/json';
import { deriveSeed } from '../../lib/random';
import { createYieldIfDue } from '../../lib/yielding';
import type { SpecPipeline } from '../../nodes/catalog';
import type { BackendChoice } from '../../nodes/contract/runner';
import type { Kinds } from '../kinds';
import { recipeReplayer } from '../run-node';
import type { BatchPhase } from './batch-phase';
import {
  foreignCheckpoint,
  type LoopCheckpoint,
  openCheckpoint,
  originOf,
  type Pins,
  type StreamCursor,
} from './checkpoint';
import { type LiveNode, liveNodes, withoutNodes } from './live-graph';
import { type LiveStream, openStream, type StreamCursors, type Streams, viewStreams } from './live-stream';
import type { NewRows } from './pins';
import { type LoopServices, modelsAt } from './services';
import type { LoopParts, LoopState } from './tick';
import { nothingTicks, tickFailure } from './tick-failures';

export interface LoopOptions {
  readonly pipeline: SpecPipeline;
  readonly kinds: Kinds;
  readonly backend: BackendChoice;
  readonly batch: BatchPhase;
  services(streams: Streams): LoopServices;
  readonly clock: 'virtual' | 'wall';
  /**
   * On the virtual clock too, a stream that follows a data set waits for more rows at its end. Rows that came meanwhile
   * are let in once those before them are handed out.
   */
  readonly waits?: boolean;
  /** Milliseconds since 1970; asked on the wall clock alone. */
  readonly wallTime?: () => number;
  /** Never goes back; for giving others turns alone. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Rows that have come into the set that a stream follows, behind those that it has `taken` from there. */
  readonly newRows?: (stream: string, follows: string, taken: number) => Promise<NewRows | null>;
  /** {@link originOf} the pipeline before its lake versions were pinned; absent, nothing was pinned. */
  readonly origin?: string;
  readonly pins?: Pins;
  /** Goes on from here; a checkpoint of this very loop, as JSON. */
  readonly from?: unknown;
}

/** A loop that can tick. */
export interface OpenedParts {
  readonly origin: string;
  readonly parts: LoopParts;
  readonly state: LoopState;
}

/**
 * Opens the streams, and starts every live node or, from a checkpoint, takes it up again. A node that cannot go live is
 * left out together with what cannot do without it, but for one that answers rows. Rejects with a Failure where nothing
 * is left to tick or rows would go without an answer, and with `checkpoint-foreign`.
 */
export async function openParts(options: LoopOptions): Promise<OpenedParts> {
  const { pipeline, kinds, backend, batch, signal, clock } = options;
  const origin = options.origin ?? originOf(pipeline, backend, clock);
  const from = options.from === undefined ? undefined : openCheckpoint(options.from, origin, pipeline);
  const left: Record<string, FailureDetail> = { ...from?.left };
  const candidates = liveNodes(pipeline, kinds, batch.completed);
  const streams = openStreams(candidates, left, options);
  const services = options.services(streams);
  const contextOf = createContexts(options, services);
  const cursors = from === undefined ? startOf(streams) : await takeUp(streams, from, options);
  const view = viewStreams(streams, cursors);
  const states = new Map<string, JsonObject>(Object.entries(from?.states ?? {}));
  let nodes = withoutNodes(candidates, new Set(Object.keys(left)));
  if (from === undefined) {
    for (const live of nodes) {
      const { id } = live.node;
      if (!nodes.includes(live)) continue;
      try {
        states.set(id, await live.runner.start(batch.inputs(id), live.params, contextOf(live, view)));
      } catch (error) {
        left[id] = tickFailure(error, signal);
        if (live.answers) throw error;
        nodes = withoutNodes(candidates, new Set(Object.keys(left)));
      }
    }
  } else {
    nodes = nodes.filter(({ node }) => states.has(node.id));
    for (const job of from.jobs) services.retraining.begin(job, view);
  }
  if (!nodes.some(({ runner }) => runner.open !== undefined)) throw nothingTicks(Object.values(left));
  const state = from === undefined ? firstState(streams, states, cursors, options) : stateOf(from, states, cursors);
  return { origin, state, parts: { nodes, candidates, left, streams, services, clock, signal, contextOf } };
}

/** Lets in what has come into the sets that streams follow: behind their last rows, handed out or not. */
export async function letRowsIn(streams: Streams, newRows: LoopOptions['newRows']): Promise<void> {
  if (newRows === undefined) return;
  for (const [id, stream] of streams) {
    const { follows, table } = stream.opening;
    const more = follows === null ? null : await newRows(id, follows, stream.known - table.rows);
    if (more !== null && more.table.rows > 0) stream.append(more.table, more.versionEnds);
  }
}

function openStreams(
  candidates: readonly LiveNode[],
  left: Record<string, FailureDetail>,
  { pipeline, batch, clock, waits, signal }: LoopOptions,
): Streams {
  const streams = new Map<string, LiveStream>();
  for (const { node, runner, params } of candidates) {
    const { id } = node;
    if (runner.open === undefined || left[id] !== undefined) continue;
    let opening: LiveStream['opening'];
    try {
      opening = runner.open(batch.inputs(id), params, { nodeId: id, seed: deriveSeed(pipeline.document.seed, id) });
    } catch (error) {
      left[id] = tickFailure(error, signal);
      continue;
    }
    streams.set(id, openStream(id, opening, clock === 'wall' || waits === true));
  }
  return streams;
}

/** What is the same of a node's context in every tick is made once. */
function createContexts(options: LoopOptions, { models }: LoopServices): LoopParts['contextOf'] {
  const { pipeline, kinds, backend, batch, signal, now } = options;
  const yieldIfDue = createYieldIfDue(signal, now);
  const { stepColumns } = recipeReplayer(kinds);
  const make = (id: string) => {
    const source = pipeline.source(id, 'model');
    return {
      nodeId: id,
      signal,
      seed: deriveSeed(pipeline.document.seed, id),
      backend,
      stepColumns,
      yieldIfDue,
      evaluated: (source && batch.evaluated.get(wireEnd(source.nodeId, source.port))) ?? {},
    } satisfies Partial<ReturnType<LoopParts['contextOf']>>;
  };
  const known = new Map<string, ReturnType<typeof make>>();
  return ({ node }, view) => {
    const same = known.get(node.id) ?? make(node.id);
    known.set(node.id, same);
    return { ...same, ...view, models: modelsAt(models, view) };
  };
}

const startOf = (streams: Streams): StreamCursors => new Map([...streams].map(([id, { start }]) => [id, start]));

async function takeUp(streams: Streams, from: LoopCheckpoint, options: LoopOptions): Promise<StreamCursors> {
  // On the virtual clock newer rows wait until those that the loop began with are handed out.
  const isThrough = [...streams].every(([id, stream]) => (from.streams[id]?.rows ?? 0) >= stream.known);
  if (options.clock === 'wall' || isThrough) await letRowsIn(streams, options.newRows);
  const cursors = new Map<string, StreamCursor>();
  for (const [id, stream] of streams) {
    const cursor = from.streams[id];
    if (cursor === undefined || !stream.reaches(cursor)) throw foreignCheckpoint();
    cursors.set(id, cursor);
  }
  return cursors;
}

function firstState(
  streams: Streams,
  states: ReadonlyMap<string, JsonObject>,
  cursors: StreamCursors,
  { clock, wallTime }: LoopOptions,
): LoopState {
  const begin = Math.max(0, ...[...streams.values()].map((stream) => stream.begin));
  const time = clock === 'wall' ? (wallTime?.() ?? begin) : begin;
  return { tick: 0, time, events: 0, states, failures: {}, delayed: {}, quiet: false, cursors };
}

function stateOf(
  { tick, time, events, troubles, fedBack, quiet }: LoopCheckpoint,
  states: ReadonlyMap<string, JsonObject>,
  cursors: StreamCursors,
): LoopState {
  return { tick, time, events, states, failures: troubles, delayed: fedBack, quiet, cursors };
}
