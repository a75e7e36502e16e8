/**
 * The k nearest seen so far: a heap with the farthest on top. Of rows equally far the earlier is nearer, so that the
 * answer does not depend on the order in which they were seen.
 */
export interface Nearest {
  readonly rows: Int32Array;
  /** Of `rows`, in no order. */
  readonly distances: Float64Array;
  /** Distances beyond this need not be offered; infinite until k rows were seen. */
  worst(): number;
  offer(distance: number, row: number): void;
  clear(): void;
}

export function createNearest(k: number): Nearest {
  const rows = new Int32Array(k);
  const distances = new Float64Array(k);
  const clear = (): void => {
    rows.fill(0x7fff_ffff);
    distances.fill(Number.POSITIVE_INFINITY);
  };
  clear();
  const isFarther = (distance: number, row: number, at: number): boolean => {
    const other = distances[at] ?? 0;
    return distance > other || (distance === other && row > (rows[at] ?? 0));
  };
  return {
    rows,
    distances,
    clear,
    worst: () => distances[0] ?? 0,
    offer(distance, row) {
      if (isFarther(distance, row, 0)) return;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= k) break;
        if (child + 1 < k && isFarther(distances[child + 1] ?? 0, rows[child + 1] ?? 0, child)) child++;
        if (isFarther(distance, row, child)) break;
        distances[at] = distances[child] ?? 0;
        rows[at] = rows[child] ?? 0;
        at = child;
      }
      distances[at] = distance;
      rows[at] = row;
    },
  };
}
