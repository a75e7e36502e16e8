import type { FailureDetail } from '../../lib/failure';
import type { LiveCommand } from '../../nodes/contract/live-events';
import type { LoopCheckpoint, StreamCursor } from './checkpoint';
import { type LiveStream, type StreamView, viewStreams } from './live-stream';
import type { TickRecord } from './messages';
import { type LoopOptions, letRowsIn, openParts } from './open';
import { makeTick } from './tick';
import { grantWishes } from './tick-jobs';

/** A loop between two ticks; `stream` and `rows` show what it has handed out so far. */
export interface Loop extends StreamView {
  /** Nodes that could not go live, and why. */
  readonly left: Readonly<Record<string, FailureDetail>>;
  /** The data sets that streams follow, by the stream's node id. */
  readonly follows: ReadonlyMap<string, string>;
  /** Whether another tick could bring anything. */
  readonly ended: boolean;
  /** Whether nothing but new rows or a person's wish could make the next tick differ from the last. */
  readonly idle: boolean;
  /** Makes one tick. Where it throws, the loop stands where it stood before. */
  step(commands?: readonly LiveCommand[]): Promise<TickRecord>;
  checkpoint(): LoopCheckpoint;
}

/**
 * Opens a loop and keeps where it stands: a tick is made apart (`makeTick`) and then taken over. Rejects as `openParts`
 * does.
 */
export async function createLoop(options: LoopOptions): Promise<Loop> {
  const { clock, waits, wallTime, newRows, pins } = options;
  const opened = await openParts(options);
  const { origin, parts } = opened;
  const { nodes, left, streams, services } = parts;
  let { state } = opened;
  const follows = new Map<string, string>();
  for (const [id, { opening }] of streams) if (opening.follows !== null) follows.set(id, opening.follows);

  const every = (holds: (stream: LiveStream, at: StreamCursor) => boolean): boolean =>
    nodes.every(({ node }) => {
      const [stream, at] = [streams.get(node.id), state.cursors.get(node.id)];
      return stream === undefined || at === undefined || holds(stream, at);
    });
  const isHandedOut = (): boolean => every((stream, at) => stream.source(at).rows === 0);

  return {
    get ended() {
      return state.quiet
        ? every((stream, at) => stream.source(at).closed) && isHandedOut()
        : every((stream, at) => stream.isThrough(at));
    },
    get idle() {
      return clock === 'virtual' && state.quiet && every((stream, at) => stream.isAtRest(at));
    },
    left,
    follows,
    stream: (id) => viewStreams(streams, state.cursors).stream(id),
    rows: (id, range) => viewStreams(streams, state.cursors).rows(id, range),
    async step(commands = []) {
      if (clock === 'wall' || (waits === true && isHandedOut())) await letRowsIn(streams, newRows);
      const time = clock === 'wall' ? (wallTime?.() ?? null) : null;
      const made = await makeTick(parts, state, { commands, wallTime: time });
      state = made.state;
      grantWishes(services.retraining, made.wishes);
      return made.record;
    },
    checkpoint: () => ({
      format: 'millrace/loop',
      version: 2,
      origin,
      pins: pins ?? { params: {}, follows: {} },
      tick: state.tick,
      time: state.time,
      events: state.events,
      states: Object.fromEntries(state.states),
      troubles: state.failures,
      fedBack: state.delayed,
      quiet: state.quiet,
      left,
      streams: Object.fromEntries(state.cursors),
      jobs: [...services.retraining.pending()],
    }),
  };
}
