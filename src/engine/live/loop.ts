import type { PipelineDocument } from '../../graph/document';
import { wireEnd } from '../../graph/wire';
import { createBreather } from '../../lib/breathing';
import { Cancelled, Failure, type FailureDetail } from '../../lib/failure';
import type { JsonObject } from '../../lib/json';
import { deriveSeed } from '../../lib/random';
import type {
  LiveContext,
  LiveInputs,
  LiveModels,
  LiveStep,
  LiveValue,
  Retraining,
  RetrainJob,
} from '../../nodes/live';
import type { LiveCommand, LiveEvent, LiveEventDraft, LiveStatus } from '../../nodes/live-events';
import type { MonitorReport } from '../../nodes/monitor-report';
import type { BackendChoice, Inputs } from '../../nodes/runner';
import type { Kinds } from '../kinds';
import { unexpectedFailure } from '../reasons';
import { applyRecipe } from '../run-node';
import type { FedBack, LoopCheckpoint, Pins } from './checkpoint';
import { foreignCheckpoint, openCheckpoint, originOf } from './checkpoint';
import { createResolver, type LiveNode, liveNodes, withoutNodes } from './live-graph';
import type { TickRecord } from './messages';
import type { NewRows } from './pins';
import { createStreamBook, type StreamBook, type StreamMark } from './stream-book';
import { nothingTicks, takesNoPart, troubleEvent, troubleStatus } from './troubles';

/** What the batch phase left for the loop. */
export interface BatchPhase {
  /** Nodes that completed it. */
  readonly completed: ReadonlySet<string>;
  /** What a live node gets on its batch inputs, by port. */
  readonly inputs: (nodeId: string) => Inputs;
  /** What evaluation found of a model, by the output (`NODE.PORT`) that gave it. */
  readonly evaluated: ReadonlyMap<string, Readonly<Record<string, number | null>>>;
}

/** The streams of a loop, as its services see them. */
export type Streams = ReadonlyMap<string, StreamBook>;

/** The loop's own side of {@link Retraining}. */
export interface LoopRetraining extends Retraining {
  /** Jobs begun and not asked for yet: what a checkpoint must keep. */
  pending(): readonly RetrainJob[];
}

export interface LoopServices {
  readonly models: LiveModels;
  readonly retraining: LoopRetraining;
}

export interface LoopOptions {
  readonly document: PipelineDocument;
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
  /** {@link originOf} the document before its lake versions were pinned; absent, nothing was pinned. */
  readonly origin?: string;
  readonly pins?: Pins;
  /** Goes on from here; a checkpoint of this very loop, as JSON. */
  readonly from?: unknown;
}

export interface Loop {
  /** Ticks made since the loop began, over all its sessions. */
  readonly tick: number;
  readonly time: number;
  /** Node ids that take part, in the order in which they are asked. */
  readonly nodeIds: readonly string[];
  /** Nodes that could not go live, and why. */
  readonly left: Readonly<Record<string, FailureDetail>>;
  readonly streams: Streams;
  /** Whether another tick could bring anything. */
  readonly ended: boolean;
  /** Whether nothing but new rows or a person's wish could make the next tick differ from the last. */
  readonly idle: boolean;
  /** Makes one tick. Where it throws, the loop stands where it stood before. */
  step(commands?: readonly LiveCommand[]): Promise<TickRecord>;
  checkpoint(): LoopCheckpoint;
}

/** What one tick replaces as a whole. */
interface Standing {
  readonly tick: number;
  readonly time: number;
  readonly events: number;
  readonly states: ReadonlyMap<string, JsonObject>;
  readonly troubles: Readonly<Record<string, FailureDetail>>;
  readonly fedBack: Readonly<Record<string, FedBack>>;
  readonly quiet: boolean;
}

/**
 * Opens the streams, starts (or, from a checkpoint, takes up again) every live node and gives the loop. A node that
 * cannot go live is left out together with what cannot do without it. Rejects with a Failure where nothing is left
 * to tick, and with `checkpoint-foreign`.
 */
export async function createLoop(options: LoopOptions): Promise<Loop> {
  const { document, kinds, backend, batch, signal, clock } = options;
  const origin = options.origin ?? originOf(document, kinds, backend, clock);
  const from = options.from === undefined ? undefined : openCheckpoint(options.from, origin);
  const left: Record<string, FailureDetail> = { ...from?.left };
  const resolve = createResolver(document, kinds);
  const candidates = liveNodes(document, kinds, batch.completed);
  const seedOf = (node: LiveNode): number => deriveSeed(document.seed, node.node.id);

  const streams = new Map<string, StreamBook>();
  for (const node of candidates) {
    const id = node.node.id;
    if (node.runner.open === undefined || left[id] !== undefined) continue;
    const inputs = batch.inputs(id);
    const opening = attempt(id, () => node.runner.open?.(inputs, node.params, { nodeId: id, seed: seedOf(node) }));
    if (opening !== undefined)
      streams.set(id, createStreamBook(id, opening, clock === 'wall' || options.waits === true));
  }
  const services = options.services(streams);
  const { models, retraining } = services;
  const breathe = createBreather(signal, options.now);

  const contexts = new Map<string, LiveContext>();
  const contextOf = (node: LiveNode): LiveContext => {
    const known = contexts.get(node.node.id);
    if (known !== undefined) return known;
    const source = resolve(wireEnd(node.node.id, 'model'));
    const context: LiveContext = {
      nodeId: node.node.id,
      signal,
      seed: seedOf(node),
      backend,
      applyRecipe: (recipe, raw) => applyRecipe(kinds, recipe, raw),
      breathe,
      models,
      evaluated: (source && batch.evaluated.get(wireEnd(source.nodeId, source.port))) ?? {},
      stream: (id) => bookOf(id).position(),
      rows: (id, range) => bookOf(id).rows(range),
    };
    contexts.set(node.node.id, context);
    return context;
  };

  await takeUpStreams();
  const begin = Math.max(0, ...[...streams.values()].map((book) => book.begin));
  const states = new Map<string, JsonObject>(Object.entries(from?.states ?? {}));
  let present = withoutNodes(candidates, new Set(Object.keys(left)));
  if (from === undefined) {
    for (const node of present) {
      const id = node.node.id;
      if (!present.includes(node)) continue;
      const state = await attemptLater(id, () => node.runner.start(batch.inputs(id), node.params, contextOf(node)));
      if (state !== undefined) states.set(id, state);
      else present = withoutNodes(candidates, new Set(Object.keys(left)));
    }
  } else {
    present = present.filter(({ node }) => states.has(node.id));
    for (const job of from.jobs) retraining.begin(job);
  }
  const nodes = present;
  const nodeIds = new Set(nodes.map(({ node }) => node.id));
  if (!nodes.some(({ runner }) => runner.open !== undefined)) throw nothingTicks(Object.values(left));
  const fedBackEnds = new Set(
    nodes.flatMap(({ inputs }) =>
      inputs.filter((input) => input.feedback).map((i) => wireEnd(i.from.nodeId, i.from.port)),
    ),
  );

  let standing: Standing =
    from === undefined
      ? { tick: 0, time: beginTime(), events: 0, states, troubles: {}, fedBack: {}, quiet: false }
      : standingOf(from, states);

  return {
    get tick() {
      return standing.tick;
    },
    get time() {
      return standing.time;
    },
    get ended() {
      const books = openBooks();
      return standing.quiet
        ? books.every((book) => book.source().closed && book.source().rows === 0)
        : books.every((book) => book.isThrough());
    },
    get idle() {
      return clock === 'virtual' && standing.quiet && openBooks().every((book) => book.isAtRest());
    },
    nodeIds: [...nodeIds],
    left,
    streams,
    step,
    checkpoint: () => ({
      format: 'millrace/loop',
      version: 1,
      origin,
      pins: options.pins ?? { params: {}, follows: {} },
      ...standing,
      states: Object.fromEntries(standing.states),
      left,
      streams: Object.fromEntries([...streams].map(([id, book]) => [id, book.mark()])),
      jobs: [...retraining.pending()],
    }),
  };

  function openBooks(): readonly StreamBook[] {
    return nodes.flatMap(({ node }) => streams.get(node.id) ?? []);
  }

  function beginTime(): number {
    return clock === 'wall' ? (options.wallTime?.() ?? begin) : begin;
  }

  function bookOf(id: string): StreamBook {
    const book = streams.get(id);
    if (book === undefined) throw new Error(`${id} is no stream of this loop`);
    return book;
  }

  async function takeUpStreams(): Promise<void> {
    if (from === undefined) return;
    // On the virtual clock newer rows wait until those that the loop began with are handed out.
    const isThrough = [...streams].every(([id, book]) => (from.streams[id]?.rows ?? 0) >= book.known);
    if (clock === 'wall' || isThrough) await letRowsIn();
    for (const [id, book] of streams) {
      const mark = from.streams[id];
      if (mark === undefined || mark.rows > book.known || mark.labelledTo > mark.rows) throw foreignCheckpoint();
      book.moveTo(mark);
    }
  }

  async function letRowsIn(): Promise<void> {
    if (options.newRows === undefined) return;
    for (const [id, book] of streams) {
      const { follows } = book.opening;
      const more = follows === null ? null : await options.newRows(id, follows, book.known - book.opening.table.rows);
      if (more !== null && more.table.rows > 0) book.append(more.table, more.versionEnds);
    }
  }

  function attempt<T>(id: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      left[id] = failureOf(error);
      return undefined;
    }
  }

  async function attemptLater<T>(id: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      left[id] = failureOf(error);
      return undefined;
    }
  }

  function failureOf(error: unknown): FailureDetail {
    if (signal.aborted || error instanceof Cancelled) throw new Cancelled();
    return error instanceof Failure ? error.detail : unexpectedFailure(error);
  }

  async function step(commands: readonly LiveCommand[] = []): Promise<TickRecord> {
    const marks = [...streams].map(([id, book]): [string, StreamMark] => [id, book.mark()]);
    try {
      if (clock === 'wall' || (options.waits === true && openBooks().every((book) => book.source().rows === 0))) {
        await letRowsIn();
      }
      const made = await makeTick(commands, new Map(marks));
      standing = made.standing;
      return made.record;
    } catch (error) {
      for (const [id, mark] of marks) bookOf(id).moveTo(mark);
      throw error;
    }
  }

  async function makeTick(
    commands: readonly LiveCommand[],
    marks: ReadonlyMap<string, StreamMark>,
  ): Promise<{ readonly standing: Standing; readonly record: TickRecord }> {
    const tick = standing.tick + 1;
    const before = standing.time;
    let time = clock === 'wall' ? Math.max(before, options.wallTime?.() ?? before) : before;
    const next = new Map<string, JsonObject>();
    const said = new Map<string, LiveValue>();
    const drafts: { readonly nodeId: string; readonly draft: LiveEventDraft }[] = [];
    const statuses: Record<string, LiveStatus> = {};
    const reports: Record<string, MonitorReport> = {};
    const troubles: Record<string, FailureDetail> = {};
    for (const [nodeId, detail] of Object.entries(left)) {
      statuses[nodeId] = troubleStatus(detail);
      if (tick === 1) drafts.push({ nodeId, draft: troubleEvent(nameOf(nodeId), detail) });
    }
    for (const { node } of candidates) {
      if (left[node.id] === undefined && !nodeIds.has(node.id)) statuses[node.id] = takesNoPart;
    }
    for (const live of nodes) {
      const { node, runner, params } = live;
      const state = standing.states.get(node.id);
      if (state === undefined) throw new Error(`${node.id} has no state`);
      const book = streams.get(node.id);
      let made: LiveStep;
      try {
        await breathe();
        made = await runner.tick(state, inputsOf(live, said), params, {
          ...contextOf(live),
          tick,
          time,
          before,
          source: book?.source() ?? null,
          commands: commands.filter((command) => command.nodeId === node.id),
          retraining,
        });
      } catch (error) {
        const detail = failureOf(error);
        // Without its rows the loop would tick for ever.
        if (book !== undefined) throw error;
        next.set(node.id, state);
        troubles[node.id] = detail;
        statuses[node.id] = troubleStatus(detail);
        const known = standing.troubles[node.id];
        if (known?.code !== detail.code || known.message.en !== detail.message.en) {
          drafts.push({ nodeId: node.id, draft: troubleEvent(nameOf(node.id), detail) });
        }
        continue;
      }
      next.set(node.id, made.state);
      statuses[node.id] = made.status;
      for (const draft of made.events) drafts.push({ nodeId: node.id, draft });
      for (const [port, value] of Object.entries(made.outputs)) {
        said.set(wireEnd(node.id, port), value);
        if (value.type === 'report') reports[node.id] = value.report;
        if (book === undefined || value.type !== 'stream') continue;
        book.advance(value.batch);
        if (clock === 'virtual') time = Math.max(time, book.timeOf(tick));
      }
    }
    const events = drafts.map(
      ({ nodeId, draft }, index): LiveEvent => ({ ...draft, index: standing.events + index, tick, time, nodeId }),
    );
    const quiet = [...streams].every(([id, book]) => {
      const [was, is] = [marks.get(id), book.mark()];
      return was?.rows === is.rows && was.labelledTo === is.labelledTo;
    });
    return {
      standing: {
        tick,
        time,
        events: standing.events + events.length,
        states: next,
        troubles,
        fedBack: fedBackOf(said),
        quiet,
      },
      record: { tick, time, events, statuses, reports },
    };
  }

  function inputsOf({ inputs }: LiveNode, said: ReadonlyMap<string, LiveValue>): LiveInputs {
    const values: Record<string, LiveValue | undefined> = {};
    for (const { port, from: end, feedback } of inputs) {
      if (!nodeIds.has(end.nodeId)) continue;
      const key = wireEnd(end.nodeId, end.port);
      values[port] = feedback ? standing.fedBack[key] : said.get(key);
    }
    return values;
  }

  function fedBackOf(said: ReadonlyMap<string, LiveValue>): Readonly<Record<string, FedBack>> {
    const kept: Record<string, FedBack> = {};
    for (const end of fedBackEnds) {
      const value = said.get(end);
      if (value === undefined) continue;
      if (value.type === 'model' || value.type === 'signal') kept[end] = value;
      else throw new Error(`${end} feeds back a ${value.type}, which cannot wait for a tick`);
    }
    return kept;
  }

  function nameOf(nodeId: string): string {
    return document.nodes.find(({ id }) => id === nodeId)?.label || nodeId;
  }
}

function standingOf(
  { tick, time, events, troubles, fedBack, quiet }: LoopCheckpoint,
  states: ReadonlyMap<string, JsonObject>,
): Standing {
  return { tick, time, events, states, troubles, fedBack, quiet };
}
