import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { processorMs } from './clock';
import { measureFit, measureOurs, type Shape, SMALL } from './training-core';

/**
 * Rows a second of processor time of our training loop against plain `model.fit` on each backend
 * that Node has, and against scikit-learn's MLPClassifier on one thread where
 * Debian's python3-sklearn is installed. `npx tsx perf/training.ts`
 */
const BATCHES = [32, 256];
const REPEATS = 3;
const thousands = (value: number): string => `${(value / 1000).toFixed(value < 10_000 ? 1 : 0)}k`;

console.log(
  `Node ${process.version}, ${availableParallelism()} cores. Rows a second of processor time, the best of ${REPEATS}.\n`,
);
console.log(`## Own loop against model.fit, ${SMALL.name}, Adam, ${SMALL.rows} rows\n`);
console.log('| backend | batch | model.fit | own loop | ratio |\n|---|---|---|---|---|');
for (const backend of ['cpu', 'wasm'] as const) {
  for (const batch of BATCHES) {
    const epochs = backend === 'cpu' ? 1 : 3;
    const timing = { batchSize: batch, epochs, repeats: REPEATS, now: processorMs };
    const fit = await measureFit(backend, SMALL, timing);
    const ours = await measureOurs(backend, SMALL, timing);
    console.log(`| ${backend} | ${batch} | ${thousands(fit)} | ${thousands(ours)} | ${(ours / fit).toFixed(2)} × |`);
  }
}

const shapes: readonly Shape[] = [
  { name: 'adult-like, 30,000 × 105, 2 classes', rows: 30_000, features: 105, classes: 2 },
  { name: 'digits-like, 1,797 × 64, 10 classes', rows: 1_797, features: 64, classes: 10 },
];
console.log('\n## Own loop (wasm) against scikit-learn MLPClassifier (64, 32), Adam, one thread\n');
if (sklearn(SMALL, 256) === null) {
  console.log('python3-sklearn is not installed: left out.');
} else {
  console.log('| data | batch | scikit-learn | own loop | ratio |\n|---|---|---|---|---|');
  for (const shape of shapes) {
    for (const batch of BATCHES) {
      const peer = sklearn(shape, batch) ?? Number.NaN;
      const epochs = shape.rows > 10_000 ? 1 : 10;
      const ours = await measureOurs('wasm', shape, { batchSize: batch, epochs, repeats: REPEATS, now: processorMs });
      const cells = [shape.name, batch, thousands(peer), thousands(ours), `${(ours / peer).toFixed(2)} ×`];
      console.log(`| ${cells.join(' | ')} |`);
    }
  }
}

/** Rows a second of MLPClassifier on data of the same size; null where it cannot run. */
function sklearn({ rows, features, classes }: Shape, batch: number): number | null {
  const script = `
import time, warnings, numpy as np
from sklearn.neural_network import MLPClassifier
warnings.filterwarnings('ignore')
rng = np.random.RandomState(1)
x = rng.randn(${rows}, ${features}).astype(np.float32)
y = np.clip(((x[:, 0] + x[:, 1] - x[:, 2] + 2) * ${classes} / 4).astype(int), 0, ${classes - 1})
epochs = max(2, 60000 // ${rows})
def run():
    m = MLPClassifier((64, 32), batch_size=${batch}, max_iter=epochs, n_iter_no_change=10**6, tol=0)
    t = time.process_time(); m.fit(x, y); return ${rows} * epochs / (time.process_time() - t)
print(max(run() for _ in range(${REPEATS})))
`;
  const threads = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const result = spawnSync('/usr/bin/python3', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, ...threads },
  });
  const value = Number.parseFloat(result.stdout ?? '');
  return Number.isFinite(value) ? value : null;
}
