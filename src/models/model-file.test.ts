import { describe, expect, it } from 'vitest';
import { Failure } from '../lib/failure';
import type { ModelValue } from './model';
import { readModelFile, writeModelFile } from './model-file';

const model: ModelValue = {
  task: 'binary',
  target: { name: 'y', classes: ['no', 'yes'] },
  recipe: {
    source: [{ name: 'x', type: 'number', role: null, typical: '1', min: 0, max: 2 }],
    steps: [{ kind: 'prepare.scale', nodeId: 's', state: { mean: 0.1 } }],
  },
  features: ['x'],
  network: {
    topology: { class_name: 'Sequential' },
    weights: [{ name: 'dense_1/kernel', shape: [3, 1], values: Float32Array.of(0.1, -1e-42, 3e38) }],
    inputShape: [3],
    outputs: 1,
    parameters: 3,
  },
  training: {
    backend: 'cpu',
    trainer: 'tfjs',
    seed: 1,
    rows: 10,
    epochs: 2,
    bestEpoch: 1,
    stoppedEarly: false,
    ms: 5,
    history: { loss: [0.5, 0.25], validationLoss: [Number.NaN, 0.5] },
  },
};

const origin: ModelValue['origin'] = {
  plan: { inputShape: [3], layers: [{ type: 'dense', units: 1, l2: 0.01 }] },
  settings: {
    epochs: 5,
    batchSize: 32,
    optimizer: 'adamw',
    learningRate: 0.01,
    schedule: { type: 'cosine', factor: 0.5, every: 10, warmUp: 0 },
    clipNorm: null,
    earlyStopping: { patience: 3, minDelta: 0 },
  },
  balanced: true,
};

const refusal = (source: string): string => {
  try {
    readModelFile(source);
  } catch (error) {
    return error instanceof Failure ? `${error.detail.code}: ${error.message}` : String(error);
  }
  return 'read';
};

describe('a model file', () => {
  it('keeps every bit of every weight, and points of a curve that are not numbers', () => {
    expect(readModelFile(writeModelFile(model))).toEqual(model);
  });

  it('remembers how the model was trained, and reads files of before that was written', () => {
    expect(readModelFile(writeModelFile({ ...model, origin }))).toEqual({ ...model, origin });
    expect(readModelFile(writeModelFile(model))).not.toHaveProperty('origin');
    expect(refusal(writeModelFile({ ...model, origin }).replace('adamw', 'magic'))).toContain(
      'origin.settings.optimizer',
    );
  });

  it('is refused with the reason where it is no model, cut off or of wrong shape', () => {
    const text = writeModelFile(model);
    expect(refusal('{')).toContain('model-file-invalid: ');
    expect(refusal(text.replace('millrace/model', 'other'))).toContain('format');
    expect(refusal(text.replace('"shape":[3,1]', '"shape":[4,1]'))).toContain('do not fill their shape 4 × 1');
    expect(refusal(text.replace(/"base64":"..../, '"base64":"*'))).toContain('not base64');
  });
});
