import type { LiveMessage } from '../engine/live/messages';

export interface LiveBatcher {
  push(message: LiveMessage): void;
  flush(): void;
}

/** Ten batches a second look live, and leave the page's thread to the person. */
const PAGE_INTERVAL_MS = 100;

/** Hands a session's messages to the page in order: ticks gathered, a change of phase at once. */
export function createLiveBatcher(
  send: (messages: readonly LiveMessage[]) => void,
  now: () => number,
  intervalMs = PAGE_INTERVAL_MS,
): LiveBatcher {
  let queue: LiveMessage[] = [];
  let sent = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (queue.length === 0) return;
    const batch = queue;
    queue = [];
    sent = now();
    send(batch);
  };
  return {
    flush,
    push(message) {
      queue.push(message);
      const wait = message.type === 'phase' ? 0 : sent + intervalMs - now();
      if (wait <= 0) flush();
      else timer ??= setTimeout(flush, wait);
    },
  };
}
