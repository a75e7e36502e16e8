import { throwIfCancelled } from '../../lib/failure';
import { createYielder, createYieldIfDue } from '../../lib/yielding';
import type { Scorer } from '../estimator';
import { createKdTree, type KdTree } from './kd-tree';
import { createNearest, type Nearest } from './nearest';
import type { NeighboursBody } from './neighbours-value';

/**
 * Shares of the classes among the nearest rows, or the mean of their quantities; by distance, each weighs the inverse
 * of its own, and where some are at no distance these alone count. `classes` is 0 for a quantity.
 */
export function neighboursScorer(body: NeighboursBody, classes: number, signal: AbortSignal): Scorer {
  const { features, rows, targets, neighbours, metric } = body;
  const outputs = Math.max(1, classes);
  const nearest = createNearest(neighbours);
  const counts = new Float64Array(neighbours);
  let tree: KdTree | null = null;
  return {
    async score({ values }) {
      throwIfCancelled(signal);
      const now = () => performance.now();
      tree ??= await createKdTree(rows, features, metric, createYieldIfDue(signal, now));
      const yielder = createYielder(signal, now);
      const count = values.length / features;
      const scores = new Float64Array(count * outputs);
      for (let row = 0; row < count; row++) {
        if (yielder.due()) await yielder.pause();
        nearest.clear();
        tree.search(values, row * features, nearest);
        const total = weigh(nearest, body, counts);
        nearest.rows.forEach((neighbour, i) => {
          const target = targets[neighbour] ?? 0;
          const at = row * outputs + (classes === 0 ? 0 : target);
          scores[at] = (scores[at] ?? 0) + (counts[i] ?? 0) * (classes === 0 ? target : 1);
        });
        for (let at = row * outputs; at < (row + 1) * outputs; at++) scores[at] = (scores[at] ?? 0) / total;
      }
      return { scores, outputs };
    },
    dispose: () => {
      tree = null;
    },
  };
}

/** Writes how much each of the nearest counts, and gives the sum. */
function weigh({ distances }: Nearest, { weights, metric }: NeighboursBody, counts: Float64Array): number {
  if (weights === 'uniform') {
    counts.fill(1);
    return counts.length;
  }
  distances.forEach((distance, i) => {
    counts[i] = 1 / (metric === 'euclidean' ? Math.sqrt(distance) : distance);
  });
  if (counts.includes(Number.POSITIVE_INFINITY)) {
    counts.forEach((weight, i) => {
      counts[i] = weight === Number.POSITIVE_INFINITY ? 1 : 0;
    });
  }
  return counts.reduce((sum, weight) => sum + weight, 0);
}
