import type { BackendName, Outputs } from '../nodes/contract/runner';

/** Everything kept of a node that completed. Plain data. */
export interface StoredResult {
  readonly outputs: Outputs;
  readonly backend?: BackendName;
}

export interface ResultCache {
  get(key: string): StoredResult | undefined;
  set(key: string, result: StoredResult): void;
  /** Forgets what `used` does not name beyond `spare` bytes, the least recently used first. */
  trim(used: ReadonlySet<string>, spare: number): void;
  readonly bytes: number;
}

/**
 * Results in memory, the least recently used forgotten first once their buffers and
 * word lists pass `limit` bytes. Tables share the columns a node left alone, so each
 * is counted once however many results hold it. The newest result is always kept.
 */
export function createResultCache(limit: number): ResultCache {
  const entries = new Map<string, { readonly result: StoredResult; readonly holdings: Holdings }>();
  const holders = new Map<object, number>();
  let bytes = 0;

  const forget = (key: string): void => {
    const entry = entries.get(key);
    if (entry === undefined) return;
    entries.delete(key);
    for (const [held, size] of entry.holdings) {
      const left = (holders.get(held) ?? 1) - 1;
      if (left > 0) {
        holders.set(held, left);
      } else {
        holders.delete(held);
        bytes -= size;
      }
    }
  };

  const trim = (used: ReadonlySet<string>, spare: number): void => {
    const counted = new Set<object>();
    for (const key of used) for (const held of entries.get(key)?.holdings.keys() ?? []) counted.add(held);
    let left = spare;
    for (const [key, { holdings }] of [...entries].toReversed()) {
      if (used.has(key)) continue;
      for (const [held, size] of holdings) {
        if (!counted.has(held)) left -= size;
        counted.add(held);
      }
      if (left < 0) forget(key);
    }
  };

  return {
    trim,
    get bytes() {
      return bytes;
    },
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.result;
    },
    set(key, result) {
      forget(key);
      const holdings = holdingsOf(result.outputs);
      entries.set(key, { result, holdings });
      for (const [held, size] of holdings) {
        const count = holders.get(held) ?? 0;
        if (count === 0) bytes += size;
        holders.set(held, count + 1);
      }
      for (const old of entries.keys()) {
        if (bytes <= limit || old === key) break;
        forget(old);
      }
    },
  };
}

/** What takes the room of a value, each part once, with its bytes. */
type Holdings = ReadonlyMap<object, number>;

function holdingsOf(value: unknown): Holdings {
  const found = new Map<object, number>();
  const visit = (part: unknown): void => {
    if (ArrayBuffer.isView(part)) {
      found.set(part.buffer, part.buffer.byteLength);
    } else if (Array.isArray(part)) {
      if (typeof part[0] === 'object') for (const item of part) visit(item);
      else if (!found.has(part)) found.set(part, plainBytes(part));
    } else if (part !== null && typeof part === 'object') {
      for (const item of Object.values(part)) visit(item);
    }
  };
  visit(value);
  return found;
}

/** Of numbers eight bytes each; of words some sixteen and two a letter. */
function plainBytes(list: readonly unknown[]): number {
  let sum = 0;
  for (const item of list) sum += typeof item === 'string' ? 16 + 2 * item.length : 8;
  return sum;
}

/** Bytes of all buffers and lists of a value. */
export function byteSize(value: unknown): number {
  let sum = 0;
  for (const size of holdingsOf(value).values()) sum += size;
  return sum;
}
