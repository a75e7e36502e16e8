/** What is known of a stored entry without reading it. */
export interface StoredEntry {
  readonly key: string;
  readonly bytes: number;
  /** Larger is more recent. */
  readonly usedAt: number;
}

/** Keys to delete, least recently used first, so that the rest takes at most `limit` bytes. */
export function keysToEvict(entries: readonly StoredEntry[], limit: number): readonly string[] {
  let total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const evicted: string[] = [];
  for (const entry of entries.toSorted((a, b) => a.usedAt - b.usedAt)) {
    if (total <= limit) break;
    total -= entry.bytes;
    evicted.push(entry.key);
  }
  return evicted;
}
