import { yieldNow } from '../lib/yielding';
import type { EngineEvent } from './events';

export interface EventBatcher {
  push(event: EngineEvent): void;
  /** Resolves once everything pushed so far has been handed over. */
  drain(): Promise<void>;
}

/** How late a scheduled batch may be before `push` hands it over itself. */
const GRACE_MS = 5;

/**
 * Hands events over in batches, at most 30 a second, in order. Within a batch a
 * node's later progress replaces its earlier, and a point inside an epoch is
 * replaced by the next one; the end of an epoch is never lost.
 * A batch that is overdue leaves from within `push`: a kind that holds the thread
 * keeps timers waiting.
 */
export function createEventBatcher(
  send: (events: readonly EngineEvent[]) => void | Promise<void>,
  now: () => number,
  intervalMs = 34,
): EventBatcher {
  let queue: EngineEvent[] = [];
  let lastSent = Number.NEGATIVE_INFINITY;
  /** When the queue is to leave; null while it is empty. */
  let due: number | null = null;
  let handedOver: Promise<void> = Promise.resolve();
  let waiting: (() => void)[] = [];

  const flush = (): void => {
    if (due === null) return;
    due = null;
    const batch = queue;
    queue = [];
    lastSent = now();
    const sent = send(batch);
    // A listener that is gone must not stop the run.
    handedOver = Promise.all([handedOver, sent]).then(ignore, ignore);
    for (const resolve of waiting) resolve();
    waiting = [];
  };

  /** A first batch waits for a turn only, so that it holds all that happens at once. */
  const schedule = (wait: number): void => {
    const mine = due;
    const leave = (): void => {
      if (due === mine) flush();
    };
    if (wait <= 0) void yieldNow().then(leave);
    else setTimeout(leave, wait);
  };

  return {
    push(event) {
      coalesce(queue, event);
      const at = now();
      if (due === null) {
        due = Math.max(at, lastSent + intervalMs);
        schedule(due - at);
      } else if (at > due + GRACE_MS) {
        flush();
      }
    },
    async drain() {
      if (queue.length > 0) await new Promise<void>((resolve) => waiting.push(resolve));
      await handedOver;
    },
  };
}

const ignore = (): void => {};

/** Adds an event to a queue, taking out the one it makes superfluous. */
function coalesce(queue: EngineEvent[], event: EngineEvent): void {
  const before = queue.findLastIndex((earlier) => supersedes(event, earlier));
  if (before !== -1) queue.splice(before, 1);
  queue.push(event);
}

function supersedes(event: EngineEvent, earlier: EngineEvent): boolean {
  if (event.type === 'nodeProgress') {
    return earlier.type === 'nodeProgress' && earlier.nodeId === event.nodeId && earlier.runId === event.runId;
  }
  return (
    event.type === 'nodeMetric' &&
    earlier.type === 'nodeMetric' &&
    earlier.nodeId === event.nodeId &&
    earlier.runId === event.runId &&
    !Number.isInteger(earlier.point.epoch)
  );
}
