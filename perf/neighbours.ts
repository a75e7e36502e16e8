/**
 * The tree that nearest neighbours are looked up in, beside looking at every row: milliseconds a query, and the ratio.
 *
 *   npx tsx perf/neighbours.ts
 *
 * `noise` is normal in every feature, the worst case of a tree; `groups` are ten clouds that two hidden features
 * spread, as real tables are more like.
 */

import { createRandom, type Random } from '../src/lib/random';
import { createKdTree } from '../src/models/neighbours/kd-tree';
import { createNearest, type Nearest } from '../src/models/neighbours/nearest';
import { startClock } from './clock';

const [ROWS, QUERIES, NEIGHBOURS] = [50_000, 200, 5];

function noise(random: Random, width: number): number[] {
  return Array.from({ length: width }, () => random.normal());
}

function groups(random: Random, width: number): number[] {
  const [cloud, t, u] = [random.integer(10), random.normal(), random.normal()];
  return Array.from(
    { length: width },
    (_, f) => 2 * Math.sin(13 * cloud + 7 * f) + t * Math.sin(f) + u * Math.cos(3 * f) + 0.1 * random.normal(),
  );
}

function everyRow(rows: Float64Array, width: number, query: Float64Array, nearest: Nearest): void {
  for (let row = 0; row < ROWS; row++) {
    let sum = 0;
    for (let f = 0; f < width; f++) {
      const apart = (query[f] ?? 0) - (rows[row * width + f] ?? 0);
      sum += apart * apart;
    }
    if (sum <= nearest.worst()) nearest.offer(sum, row);
  }
}

console.log('| rows | features | every row, processor ms | tree, processor ms | ratio |');
console.log('|---|---:|---:|---:|---:|');
for (const make of [noise, groups]) {
  for (const width of [2, 8, 16, 32, 64]) {
    const random = createRandom(3);
    const table = (count: number) => Float64Array.from(Array.from({ length: count }, () => make(random, width)).flat());
    const [rows, queries] = [table(ROWS), table(QUERIES)];
    const tree = await createKdTree(rows, width, 'euclidean', async () => undefined);
    const nearest = createNearest(NEIGHBOURS);
    const time = (search: (from: number) => void): number => {
      let best = Number.POSITIVE_INFINITY;
      for (let turn = 0; turn < 2; turn++) {
        const clock = startClock();
        for (let from = 0; from < queries.length; from += width) {
          nearest.clear();
          search(from);
        }
        best = Math.min(best, clock().processor / QUERIES);
      }
      return best;
    };
    const byTree = time((from) => tree.search(queries, from, nearest));
    const byAll = time((from) => everyRow(rows, width, queries.subarray(from, from + width), nearest));
    console.log(
      `| ${make.name} | ${width} | ${byAll.toFixed(3)} | ${byTree.toFixed(3)} | ${(byAll / byTree).toFixed(1)} × |`,
    );
  }
}
