import { spawnSync } from 'node:child_process';
import { createRandom } from '../src/lib/random';
import { withBackend } from '../src/models/network/backend/backends';
import { linearNetwork } from '../src/models/network/network';
import { fitLinear } from '../src/models/network/optimum/fit-linear';
import { tfjsTrainer } from '../src/models/network/tfjs-trainer';
import { processorMs } from './clock';

/**
 * A linear model to its optimum, beside one epoch of Adam and beside scikit-learn on one thread, in processor time.
 * `npx tsx perf/linear.ts [ROWS]`
 */
const most = Number(process.argv[2] ?? 1_000_000);
const shapes = [
  { name: 'two classes', rows: most, width: 20, outputs: 1, task: 'binary' },
  { name: 'a quantity', rows: most, width: 20, outputs: 1, task: 'regression' },
  { name: 'ten classes', rows: most / 10, width: 64, outputs: 10, task: 'multiclass' },
  { name: 'two classes, many columns', rows: most / 20, width: 300, outputs: 1, task: 'binary' },
] as const;
type Shape = (typeof shapes)[number];

function generate({ rows, width, outputs, task }: Shape) {
  const random = createRandom(1);
  const features = Float32Array.from({ length: rows * width }, () => random.normal());
  const targets = Float32Array.from({ length: rows }, (_, row) => {
    const [a = 0, b = 0, c = 0] = features.subarray(row * width, row * width + 3);
    const sum = a + b - c + 0.5 * random.normal();
    if (task === 'regression') return sum;
    const classes = Math.max(2, outputs);
    return Math.min(classes - 1, Math.max(0, Math.floor(((sum + 2) * classes) / 4)));
  });
  return { rows, features, targets, weights: null };
}

const hooks = { signal: new AbortController().signal, metric: () => undefined, progress: () => undefined };
const seconds = (ms: number): string => (ms / 1000).toFixed(2);
console.log('| data | iterations | to the optimum, s | one epoch of Adam, s | scikit-learn, s | loss, theirs |');
console.log('|---|---|---|---|---|---|');
for (const shape of shapes) {
  const { rows, width, outputs, task } = shape;
  const train = generate(shape);
  const l2 = 1 / (2 * rows);
  let at = processorMs();
  const fitted = await fitLinear(
    { task, train, validation: null, width, outputs, l2, iterations: 1_000, targetScale: 1 },
    hooks,
  );
  const ours = processorMs() - at;
  at = processorMs();
  await withBackend('wasm', hooks.signal, () =>
    tfjsTrainer.train(
      {
        plan: linearNetwork(width, outputs, l2),
        task,
        train,
        validation: null,
        settings: {
          epochs: 1,
          batchSize: 32,
          optimizer: 'adam',
          learningRate: 0.03,
          schedule: { type: 'constant', factor: 1, every: 1, warmUp: 0 },
          clipNorm: null,
          earlyStopping: null,
        },
        seed: 1,
        backend: 'wasm',
        targetScale: 1,
      },
      hooks,
    ),
  );
  const epoch = processorMs() - at;
  const peer = sklearn(shape);
  const loss = fitted.history.loss?.at(-1)?.toPrecision(8);
  console.log(
    `| ${shape.name}, ${rows} × ${width} | ${fitted.iterations} | ${seconds(ours)} | ${seconds(epoch)} | ${peer} | ${loss} |`,
  );
}

/** Seconds of the same on data of the same size; with the loss's tolerance that exported programs have. */
function sklearn({ rows, width, outputs, task }: Shape): string {
  const script = `
import time, numpy as np
from sklearn.linear_model import LogisticRegression, Ridge
rng = np.random.RandomState(1)
x = rng.randn(${rows}, ${width})
y = x[:, 0] + x[:, 1] - x[:, 2] + 0.5 * rng.randn(${rows})
if ${task !== 'regression' ? 'True' : 'False'}:
    k = ${Math.max(2, outputs)}
    y = np.clip(((y + 2) * k / 4).astype(int), 0, k - 1)
    m = LogisticRegression(tol=1e-6, max_iter=1000)
else:
    m = Ridge(0.5)
t = time.process_time(); m.fit(x, y); print('%.2f' % (time.process_time() - t))
`;
  const threads = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const { stdout } = spawnSync('/usr/bin/python3', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, ...threads },
  });
  return stdout?.trim() || 'not installed';
}
