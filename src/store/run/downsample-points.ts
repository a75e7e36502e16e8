import type { MetricPoint } from '../../nodes/contract/runner';

/** The most points kept of a node's live curve. */
const MAX_POINTS = 2_000;
/** Downsampling leaves the newest points alone. */
const RECENT = 500;

/**
 * Adds points to a curve. When it grows too long, one of each two neighbours among the older points
 * goes: the one with fewer series, so that the sparse validation figures outlive the dense batch ones.
 */
export function addPoints(points: readonly MetricPoint[], added: readonly MetricPoint[]): readonly MetricPoint[] {
  let all = [...points, ...added];
  while (all.length > MAX_POINTS) {
    const older = all.slice(0, -RECENT);
    const kept: MetricPoint[] = [];
    for (let i = 0; i < older.length; i += 2) {
      const [first, second] = [older[i], older[i + 1]];
      if (first === undefined) continue;
      // The very first point stays, so that the curve keeps its start.
      if (second === undefined || i === 0 || seriesIn(first) > seriesIn(second)) kept.push(first);
      else kept.push(second);
    }
    all = [...kept, ...all.slice(-RECENT)];
  }
  return all;
}

const seriesIn = (point: MetricPoint): number => Object.keys(point.values).length;
