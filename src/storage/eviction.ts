/** What is known of a stored entry without reading it. */
export interface StoredEntry {
  readonly key: string;
  readonly bytes: number;
  /** Larger is more recent. */
  readonly usedAt: number;
}

/** Keys to delete, least recently used first, so that `incoming` further bytes fit below `limit`. */
export function keysToEvict(entries: readonly StoredEntry[], incoming: number, limit: number): readonly string[] {
  let total = entries.reduce((sum, entry) => sum + entry.bytes, incoming);
  const evicted: string[] = [];
  for (const entry of entries.toSorted((a, b) => a.usedAt - b.usedAt)) {
    if (total <= limit) break;
    total -= entry.bytes;
    evicted.push(entry.key);
  }
  return evicted;
}
