import type { BackendName, Outputs } from '../nodes/runner';

/** Everything kept of a node that completed. Plain data. */
export interface StoredResult {
  readonly outputs: Outputs;
  readonly backend?: BackendName;
}

export interface ResultCache {
  get(key: string): StoredResult | undefined;
  set(key: string, result: StoredResult): void;
  readonly bytes: number;
}

/**
 * Results in memory, the least recently used forgotten first once their buffers
 * pass `limit` bytes. Tables share the columns a node left alone, so each buffer
 * is counted once however many results hold it. The newest result is always kept.
 */
export function createResultCache(limit: number): ResultCache {
  const entries = new Map<string, { readonly result: StoredResult; readonly buffers: ReadonlySet<ArrayBufferLike> }>();
  const holders = new Map<ArrayBufferLike, number>();
  let bytes = 0;

  const forget = (key: string): void => {
    const entry = entries.get(key);
    if (entry === undefined) return;
    entries.delete(key);
    for (const buffer of entry.buffers) {
      const left = (holders.get(buffer) ?? 1) - 1;
      if (left > 0) {
        holders.set(buffer, left);
      } else {
        holders.delete(buffer);
        bytes -= buffer.byteLength;
      }
    }
  };

  return {
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
      const buffers = buffersOf(result.outputs);
      entries.set(key, { result, buffers });
      for (const buffer of buffers) {
        const held = holders.get(buffer) ?? 0;
        if (held === 0) bytes += buffer.byteLength;
        holders.set(buffer, held + 1);
      }
      for (const old of entries.keys()) {
        if (bytes <= limit || old === key) break;
        forget(old);
      }
    },
  };
}

/** The buffers a value is made of, each once. */
export function buffersOf(value: unknown): ReadonlySet<ArrayBufferLike> {
  const found = new Set<ArrayBufferLike>();
  const visit = (part: unknown): void => {
    if (ArrayBuffer.isView(part)) {
      found.add(part.buffer);
    } else if (Array.isArray(part)) {
      // Long lists of words or numbers hold no buffers.
      if (typeof part[0] === 'object') for (const item of part) visit(item);
    } else if (part !== null && typeof part === 'object') {
      for (const item of Object.values(part)) visit(item);
    }
  };
  visit(value);
  return found;
}

/** Bytes of all buffers of a value. */
export function byteSize(value: unknown): number {
  let sum = 0;
  for (const buffer of buffersOf(value)) sum += buffer.byteLength;
  return sum;
}
