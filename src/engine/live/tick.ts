import { nodeName } from '../../graph/node-name';
import { wireEnd } from '../../graph/wire';
import type { FailureDetail } from '../../lib/failure';
import type { JsonObject } from '../../lib/json';
import { text } from '../../lib/text';
import type { LiveContext, LiveInputs, LiveStep, LiveValue, TickContext } from '../../nodes/contract/live';
import type { LiveCommand, LiveEvent, LiveEventDraft, LiveStatus } from '../../nodes/contract/live-events';
import type { MonitorReport } from '../../nodes/contract/monitor-report';
import { awaitedOf } from './awaited';
import { canWait, type DelayedValue } from './checkpoint';
import type { LiveNode } from './live-graph';
import { type StreamCursors, type Streams, type StreamView, viewStreams } from './live-stream';
import type { TickRecord } from './messages';
import type { LoopServices } from './services';
import { failureEvent, failureStatus, isSameFailure, takesNoPart, tickFailure } from './tick-failures';
import { type JobWish, retrainingWithin } from './tick-jobs';

/** Where a loop stands between two ticks. Each tick gives another one; none is ever changed. */
export interface LoopState {
  readonly tick: number;
  /** Milliseconds since 1970, UTC, at the last tick's end. */
  readonly time: number;
  /** Events so far: the next one's index. */
  readonly events: number;
  /** By node id. */
  readonly states: ReadonlyMap<string, JsonObject>;
  /** What kept nodes from their part in the last tick, by node id. */
  readonly failures: Readonly<Record<string, FailureDetail>>;
  /** What delayed inputs hear in the next tick, by `NODE.PORT` of the output. */
  readonly delayed: Readonly<Record<string, DelayedValue>>;
  /** Whether the last tick moved no stream. */
  readonly quiet: boolean;
  readonly cursors: StreamCursors;
}

/** What a loop is made of, the same in each tick but for the rows that come in behind a stream's last one. */
export interface LoopParts {
  /** In the order in which they are asked. */
  readonly nodes: readonly LiveNode[];
  /** Those, and the others that might have taken part. */
  readonly candidates: readonly LiveNode[];
  /** What kept nodes out since the loop began, by node id. */
  readonly left: Readonly<Record<string, FailureDetail>>;
  readonly streams: Streams;
  readonly services: LoopServices;
  readonly clock: 'virtual' | 'wall';
  readonly signal: AbortSignal;
  /** What a node is told before the first tick, and in each. */
  readonly contextOf: (node: LiveNode, view: StreamView) => LiveContext;
}

/** What is new to a tick. */
export interface TickInput {
  readonly commands: readonly LiveCommand[];
  /** Milliseconds since 1970 on the wall clock; null where time follows from the streams. */
  readonly wallTime: number | null;
}

/** What a tick comes to. */
export interface Tick {
  readonly state: LoopState;
  readonly record: TickRecord;
  /** What retraining is asked for, in order. */
  readonly wishes: readonly JobWish[];
}

/** What has come together of a tick. */
interface Draft {
  readonly tick: number;
  time: number;
  cursors: StreamCursors;
  readonly states: Map<string, JsonObject>;
  readonly said: Map<string, LiveValue>;
  readonly events: { readonly nodeId: string; readonly draft: LiveEventDraft }[];
  readonly statuses: Record<string, LiveStatus>;
  readonly reports: Record<string, MonitorReport>;
  readonly failures: Record<string, FailureDetail>;
  readonly wishes: JobWish[];
}

/**
 * Asks every node once, in order, and gives what came of it: nothing that is given changes, so that a tick that throws
 * has not been. It throws Cancelled, what keeps a stream from handing out its rows, since the loop would tick for ever
 * without, and what keeps a deployment from answering them, since nobody would. Models that nodes keep and promote are
 * in the registry at once, for which twice is once.
 */
export async function makeTick(parts: LoopParts, state: LoopState, input: TickInput): Promise<Tick> {
  const draft = draftAfter(parts, state, input);
  for (const live of parts.nodes) {
    const { id } = live.node;
    const own = state.states.get(id);
    if (own === undefined) throw new Error(`${id} has no state`);
    const wishes: JobWish[] = [];
    let step: LiveStep;
    try {
      const context = contextIn(draft, wishes, live, parts, state, input);
      await context.yieldIfDue();
      step = await live.runner.tick(own, inputsOf(live, draft, parts, state), live.params, context);
    } catch (error) {
      const failure = tickFailure(error, parts.signal);
      if (parts.streams.has(id) || live.answers) throw error;
      takeFailure(draft, live, own, failure, state.failures[id]);
      continue;
    }
    draft.wishes.push(...wishes);
    takeStep(draft, id, step, parts);
  }
  return finished(draft, parts, state);
}

function draftAfter({ candidates, nodes, left }: LoopParts, state: LoopState, { wallTime }: TickInput): Draft {
  const draft: Draft = {
    tick: state.tick + 1,
    time: Math.max(state.time, wallTime ?? state.time),
    cursors: state.cursors,
    states: new Map(),
    said: new Map(),
    events: [],
    statuses: {},
    reports: {},
    failures: {},
    wishes: [],
  };
  for (const [nodeId, detail] of Object.entries(left)) {
    draft.statuses[nodeId] = failureStatus(detail);
    if (draft.tick > 1) continue;
    const own = candidates.find((candidate) => candidate.node.id === nodeId);
    draft.events.push({
      nodeId,
      draft: failureEvent(own === undefined ? text(nodeId, nodeId) : nodeName(own.node, own.title), detail),
    });
  }
  for (const candidate of candidates) {
    const { id } = candidate.node;
    if (left[id] === undefined && !nodes.includes(candidate)) draft.statuses[id] = takesNoPart;
  }
  return draft;
}

function contextIn(
  draft: Draft,
  wishes: JobWish[],
  live: LiveNode,
  { nodes, streams, services, contextOf }: LoopParts,
  before: LoopState,
  { commands }: TickInput,
): TickContext {
  const { id } = live.node;
  const view = viewStreams(streams, draft.cursors);
  const cursor = draft.cursors.get(id);
  return {
    ...contextOf(live, view),
    tick: draft.tick,
    time: draft.time,
    before: before.time,
    source: (cursor && streams.get(id)?.source(cursor)) ?? null,
    commands: commands.filter((command) => command.nodeId === id),
    retraining: retrainingWithin(services.retraining, view, wishes),
    awaited: () => awaitedOf(id, nodes, before.states),
  };
}

function inputsOf({ inputs }: LiveNode, { said }: Draft, { nodes }: LoopParts, { delayed }: LoopState): LiveInputs {
  const values: Record<string, LiveValue | undefined | readonly (LiveValue | undefined)[]> = {};
  for (const { port, from, many, feedback } of inputs) {
    const takingPart = from.filter(({ nodeId }) => nodes.some(({ node }) => node.id === nodeId));
    const heard = takingPart.map((source) => {
      const end = wireEnd(source.nodeId, source.port);
      return feedback ? delayed[end] : said.get(end);
    });
    if (many) values[port] = heard;
    else if (takingPart.length > 0) values[port] = heard[0];
  }
  return values;
}

function takeStep(draft: Draft, id: string, step: LiveStep, { streams, clock }: LoopParts): void {
  draft.states.set(id, step.state);
  draft.statuses[id] = step.status;
  for (const event of step.events) draft.events.push({ nodeId: id, draft: event });
  for (const [port, value] of Object.entries(step.outputs)) {
    draft.said.set(wireEnd(id, port), value);
    if (value.type === 'report') draft.reports[id] = value.report;
    const [stream, cursor] = [streams.get(id), draft.cursors.get(id)];
    if (stream === undefined || cursor === undefined || value.type !== 'stream') continue;
    const next = stream.advanced(cursor, value.batch);
    draft.cursors = new Map([...draft.cursors, [id, next]]);
    if (clock === 'virtual') draft.time = Math.max(draft.time, stream.timeOf(next, draft.tick));
  }
}

/** A node that cannot do its part keeps its state, and tries again in the next tick. */
function takeFailure(
  draft: Draft,
  { node, title }: LiveNode,
  state: JsonObject,
  failure: FailureDetail,
  before: FailureDetail | undefined,
): void {
  draft.states.set(node.id, state);
  draft.failures[node.id] = failure;
  draft.statuses[node.id] = failureStatus(failure);
  if (isSameFailure(before, failure)) return;
  draft.events.push({ nodeId: node.id, draft: failureEvent(nodeName(node, title), failure) });
}

function finished(draft: Draft, { nodes }: LoopParts, before: LoopState): Tick {
  const { tick, time, cursors, states, said, statuses, reports, failures, wishes } = draft;
  const events = draft.events.map(
    ({ nodeId, draft: event }, index): LiveEvent => ({ ...event, index: before.events + index, tick, time, nodeId }),
  );
  const quiet = [...cursors].every(([id, { rows, labelledTo }]) => {
    const was = before.cursors.get(id);
    return was?.rows === rows && was.labelledTo === labelledTo;
  });
  const delayed = delayedOf(nodes, said);
  return {
    state: { tick, time, events: before.events + events.length, states, failures, delayed, quiet, cursors },
    record: { tick, time, events, statuses, reports },
    wishes,
  };
}

/** What was said to inputs that hear it in the next tick. */
function delayedOf(nodes: readonly LiveNode[], said: ReadonlyMap<string, LiveValue>): LoopState['delayed'] {
  const delayed: Record<string, DelayedValue> = {};
  const fedBack = nodes.flatMap(({ inputs }) => inputs.filter(({ feedback }) => feedback).flatMap(({ from }) => from));
  for (const from of fedBack) {
    const end = wireEnd(from.nodeId, from.port);
    const value = said.get(end);
    if (value === undefined) continue;
    if (canWait(value)) delayed[end] = value;
    else throw new Error(`${end} feeds back a ${value.type}, which cannot wait for a tick`);
  }
  return delayed;
}
