import type { TickRecord } from './messages';

/** Hands records over in batches, at most 30 a second. It has no timer: its owner flushes before it waits. */
export interface RecordBatcher {
  push(record: TickRecord): void;
  flush(): void;
}

/** Sends at once what is pushed `intervalMs` or more after the last batch, and gathers the rest. */
export function createRecordBatcher(
  send: (records: readonly TickRecord[]) => void,
  now: () => number,
  intervalMs = 34,
): RecordBatcher {
  let gathered: TickRecord[] = [];
  let sent = Number.NEGATIVE_INFINITY;
  const flush = (): void => {
    if (gathered.length === 0) return;
    const records = gathered;
    gathered = [];
    sent = now();
    send(records);
  };
  return {
    flush,
    push(record) {
      gathered.push(record);
      if (now() - sent >= intervalMs) flush();
    },
  };
}
