import type { EngineEvent } from './events';

export interface EventBatcher {
  push(event: EngineEvent): void;
  /** Resolves once everything pushed so far has been handed over. */
  drain(): Promise<void>;
}

/**
 * Hands events over in batches, at most 30 a second, in order. Within a batch a
 * node's later progress replaces its earlier, and a point inside an epoch is
 * replaced by the next one; the end of an epoch is never lost.
 * A batch leaves from within `push` when it is due: a kind that holds the thread
 * would keep a timer waiting.
 */
export function createEventBatcher(
  send: (events: readonly EngineEvent[]) => void | Promise<void>,
  now: () => number,
  intervalMs = 34,
): EventBatcher {
  let queue: EngineEvent[] = [];
  let lastSent = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let handedOver: Promise<void> = Promise.resolve();
  let waiting: (() => void)[] = [];

  const flush = (): void => {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
    const batch = queue;
    queue = [];
    lastSent = now();
    const sent = send(batch);
    // A listener that is gone must not stop the run.
    handedOver = Promise.all([handedOver, sent]).then(ignore, ignore);
    for (const resolve of waiting) resolve();
    waiting = [];
  };

  return {
    push(event) {
      coalesce(queue, event);
      const wait = lastSent + intervalMs - now();
      if (wait <= 0) flush();
      else timer ??= setTimeout(flush, wait);
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
