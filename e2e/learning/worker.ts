import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../../src/lib/random';
import type { BackendName } from '../../src/models/network/backend/backend-choice';
import { configureLearning, memory, withBackend, withSomeBackend } from '../../src/models/network/backend/backends';
import { activeWebgl } from '../../src/models/network/backend/context-loss';
import { wasmFiles } from '../../src/models/network/backend/wasm-files';
import { checkGradients } from '../../src/models/network/gradient-check';
import { denseNetwork } from '../../src/models/network/network';
import { trainNetwork } from '../../src/models/network/train-network';
import { makeColumn, makeTable } from '../../src/testing/table/make-table';

configureLearning({ wasmPaths: wasmFiles });
const { signal } = new AbortController();

async function gradients(backend: BackendName) {
  return withBackend(backend, signal, async () => {
    const before = memory().tensors;
    const checks = checkGradients();
    return { checks, leaked: memory().tensors - before };
  });
}

/** As a driver reset would. */
function loseCard(): void {
  activeWebgl()?.getExtension('WEBGL_lose_context')?.loseContext();
  const device: unknown = tf.getBackend() === 'webgpu' ? Reflect.get(tf.backend(), 'device') : undefined;
  if (device instanceof GPUDevice) device.destroy();
}

/** Trains eight epochs; loses the graphics context within the fourth if asked. */
async function train(backend: BackendName, lose: boolean) {
  const random = createRandom(1);
  const x = Array.from({ length: 300 }, () => random.normal());
  const y = x.map((value) => value > 0.3);
  const table = makeTable([makeColumn('x', x), makeColumn('y', y, 'target')]);
  const before = memory().tensors;
  const log: string[] = [];
  const stack = { hidden: [8], activation: 'relu', dropout: 0.1, l2: 1e-4, batchNorm: true } as const;
  const { training } = await trainNetwork(
    {
      table,
      reads: 'numbers',
      task: 'auto',
      plan: ([features = 0], outputs) => denseNetwork(features, outputs, stack),
      settings: {
        epochs: 8,
        batchSize: 32,
        optimizer: 'adam',
        learningRate: 0.01,
        schedule: { type: 'constant', factor: 1, every: 1, warmUp: 0 },
        clipNorm: null,
        earlyStopping: null,
      },
      balanced: false,
    },
    {
      signal,
      seed: 1,
      backend,
      metric: ({ epoch }) => {
        if (lose && epoch === 3) loseCard();
      },
      progress: () => undefined,
      log: (message) => log.push(message.en),
      usesBackend: () => undefined,
    },
  );
  return { backend: training.backend, history: training.rounds?.history, log, leaked: memory().tensors - before };
}

/** Loses the context while nothing runs, as a crash of the GPU process does between two runs, and trains twice. */
async function loseBefore(backend: BackendName) {
  await withBackend(backend, signal, async () => loseCard()).catch(() => undefined);
  return [await train(backend, false), await train(backend, false)];
}

/** Loses the context while a figure is being read from the card, which then never answers. */
async function loseWhileReading(backend: BackendName) {
  const found = await withSomeBackend(backend, signal, async (name) => {
    const read = figure();
    if (name === backend) loseCard();
    return { name, value: await read };
  });
  return found;
}

const figure = async (): Promise<number> => {
  const [value = Number.NaN] = await tf.tidy(() => tf.sum(tf.tensor1d([1, 2, 3]))).data();
  return value;
};

const checks: Readonly<Record<string, () => Promise<unknown>>> = {
  'gradients wasm': () => gradients('wasm'),
  'gradients webgl': () => gradients('webgl'),
  'train webgl': () => train('webgl', false),
  'train wasm': () => train('wasm', false),
  'lose webgl': () => train('webgl', true),
  'lose webgpu': () => train('webgpu', true),
  'lose webgl before': () => loseBefore('webgl'),
  'lose webgpu before': () => loseBefore('webgpu'),
  'lose webgl while reading': () => loseWhileReading('webgl'),
  'lose webgpu while reading': () => loseWhileReading('webgpu'),
};

self.onmessage = async ({ data }: MessageEvent<string>) => {
  self.postMessage(await checks[data]?.().catch((cause: unknown) => ({ error: String(cause) })));
};
