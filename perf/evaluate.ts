/**
 * What an evaluation of a million rows costs in processor time, beside the same scores measured by scikit-learn.
 *
 *   npx tsx perf/evaluate.ts [ROWS]
 *
 * Millrace scores the rows and makes every figure, the baseline's too, with curves; scikit-learn is given the scores and makes
 * accuracy, ROC AUC and average precision of the same parts, on one thread (Debian's /usr/bin/python3 with python3-sklearn).
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../src/lib/random';
import { evaluateRunner } from '../src/nodes/train/evaluate/run';
import { linearRunner } from '../src/nodes/train/linear/run';
import { type Column, PART, type Table } from '../src/table/table';
import { fakeContext } from '../src/testing/nodes/fake-context';
import { startClock } from './clock';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const [FEATURES, REPEATS] = [20, 3];

const random = createRandom(5);
const features = Array.from({ length: FEATURES }, (_, k): Column & { values: Float64Array } => {
  const values = Float64Array.from({ length: ROWS }, () => random.normal());
  return { name: `x${k}`, role: null, type: 'number', values };
});
const codes = Int32Array.from({ length: ROWS }, (_, row) => {
  const sum = features.reduce((total, { values }, k) => total + (values[row] ?? 0) / (k + 1), random.normal());
  return sum > 0.5 ? 1 : 0;
});
const target: Column = { name: 'y', role: 'target', type: 'category', codes, dictionary: ['no', 'yes'] };
const partition = Uint8Array.from({ length: ROWS }, (_, row) => {
  const place = row % 20;
  return place < 14 ? PART.train : place < 17 ? PART.validation : PART.test;
});
const table: Table = {
  rows: ROWS,
  columns: [...features, target],
  partition,
  sourceRows: null,
  recipe: { source: [], steps: [] },
};

const ctx = fakeContext({ backend: 'wasm' });
const { model } = await linearRunner.run({ table: { type: 'table', table } }, { epochs: 1, batchSize: 4096 }, ctx);
if (model?.type !== 'model') throw new Error('a model was trained');

let best = Number.POSITIVE_INFINITY;
let scores = new Float64Array();
for (let turn = 0; turn < REPEATS; turn++) {
  const clock = startClock();
  const { predictions } = await evaluateRunner.run({ model, table: { type: 'table', table } }, {}, ctx);
  best = Math.min(best, clock().processor / 1_000);
  const column =
    predictions?.type === 'table' ? predictions.table.columns.find(({ name }) => name.includes('yes')) : undefined;
  if (column === undefined || !('values' in column)) throw new Error('the predictions have a probability');
  scores = Float64Array.from(column.values);
}

const folder = mkdtempSync(join(tmpdir(), 'millrace-evaluate-'));
for (const [name, values] of Object.entries({ y: codes, p: scores, part: partition }))
  writeFileSync(join(folder, name), values);
const script = `
import sys, time
import numpy as np
from sklearn import metrics
y = np.fromfile(sys.argv[1] + "/y", np.int32)
p = np.fromfile(sys.argv[1] + "/p", np.float64)
part = np.fromfile(sys.argv[1] + "/part", np.uint8)
best = 1e9
for turn in range(${REPEATS}):
    before = time.process_time()
    for k in (0, 1, 2):
        t, s = y[part == k], p[part == k]
        metrics.accuracy_score(t, s >= 0.5), metrics.roc_auc_score(t, s), metrics.average_precision_score(t, s)
    best = min(best, time.process_time() - before)
print(best)
`;
const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
const theirs = Number(execFileSync('/usr/bin/python3', ['-c', script, folder], { env, encoding: 'utf8' }));
rmSync(folder, { recursive: true });
console.log(`| ${ROWS.toLocaleString('en-US')} rows, ${FEATURES} features | s of processor time | of scikit-learn's |`);
console.log('|---|---:|---:|');
console.log(
  `| Evaluate: scores, every figure, curves, predictions | ${best.toFixed(2)} | ${(best / theirs).toFixed(2)} |`,
);
console.log(`| scikit-learn's three figures of the same scores | ${theirs.toFixed(2)} | 1 |`);
