import type { LoopCheckpoint } from '../engine/live/checkpoint';
import type { LiveMessage, TickRecord } from '../engine/live/messages';

/** What a loop goes on from, should its worker die. */
export interface KeptLoop {
  readonly sessionId: string;
  readonly tick: number;
  /** JSON, as `LiveRun.from` takes it. */
  readonly checkpoint: unknown;
}

const INTERVAL_MS = 2_000;
/** Keeping takes no more than one part in so many of the loop's time. */
const SHARE = 30;

interface LoopKeeper {
  readonly afterTick: (record: TickRecord, checkpoint: () => LoopCheckpoint) => void;
  /** Hears what goes to the page, once it has gone. */
  readonly told: (message: LiveMessage) => void;
}

/** Hands checkpoints over now and then, each behind the ticks before it: whoever goes on from one has seen all of them. */
export function createLoopKeeper(
  sessionId: string,
  send: (kept: KeptLoop) => void,
  now: () => number,
  intervalMs = INTERVAL_MS,
): LoopKeeper {
  let due = Number.NEGATIVE_INFINITY;
  let waiting: KeptLoop | null = null;
  return {
    afterTick({ tick }, checkpoint) {
      const begun = now();
      if (begun < due || waiting !== null) return;
      waiting = { sessionId, tick, checkpoint: checkpoint() };
      const ended = now();
      due = ended + Math.max(intervalMs, SHARE * (ended - begun));
    },
    told(message) {
      const last = message.type === 'ticks' ? (message.records.at(-1)?.tick ?? 0) : 0;
      if (waiting === null || last < waiting.tick) return;
      const kept = waiting;
      waiting = null;
      send(kept);
    },
  };
}
