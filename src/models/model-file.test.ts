import { describe, expect, it } from 'vitest';
import { Failure } from '../lib/failure';
import type { ModelValue } from './model';
import { readModelFile, writeModelFile } from './model-file';
import type { NetworkBody } from './network/network-value';

const model: ModelValue & { readonly body: NetworkBody } = {
  task: 'binary',
  target: { name: 'y', classes: ['no', 'yes'] },
  recipe: {
    source: [{ name: 'x', type: 'number', role: null, typical: '1', min: 0, max: 2 }],
    steps: [{ kind: 'prepare.scale', nodeId: 's', state: { mean: 0.1 } }],
  },
  features: ['x'],
  decision: { positive: 'yes', threshold: 0.7, groups: { column: 'x', thresholds: { '1': 0.4 } } },
  body: {
    type: 'network',
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
    rounds: {
      count: 2,
      best: 1,
      stoppedEarly: false,
      history: { loss: [0.5, 0.25], validationLoss: [Number.NaN, 0.5] },
    },
  },
};

const origin: NonNullable<NetworkBody['origin']> = {
  penalties: [0.01],
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
const withOrigin = { ...model, body: { ...model.body, origin } };

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

  it('remembers how a network was trained, where that is known', () => {
    expect(readModelFile(writeModelFile(withOrigin))).toEqual(withOrigin);
    expect(readModelFile(writeModelFile(model)).body).not.toHaveProperty('origin');
    expect(refusal(writeModelFile(withOrigin).replace('adamw', 'magic'))).toContain('body.origin.settings.optimizer');
  });

  it('remembers how the file of the training rows was read, with fields of formats that come later', () => {
    const reading = { format: 'csv', delimiter: ';', decimalMark: ',', missingWords: ['NA'], sheet: 2 } as const;
    const read = { ...model, recipe: { ...model.recipe, reading } };
    expect(readModelFile(writeModelFile(read))).toEqual(read);
  });

  it('of version 1 is read as the same model, deciding as it did then', () => {
    const { body: _body, decision: _decision, ...rest } = JSON.parse(writeModelFile(model));
    const { type: _type, ...network } = JSON.parse(writeModelFile(model)).body;
    const layers = [{ type: 'dense', units: 1, l2: 0.01 }];
    const { rounds, ...summary } = rest.training;
    const { count, best, stoppedEarly, history } = rounds;
    const before = {
      ...rest,
      version: 1,
      network,
      origin: { plan: { inputShape: [3], layers }, settings: origin.settings, balanced: true },
      training: { ...summary, epochs: count, bestEpoch: best, stoppedEarly, ms: 12.5, history },
    };
    const usual = { ...withOrigin, decision: { positive: 'yes', threshold: 0.5 } };
    expect(readModelFile(JSON.stringify(before))).toEqual(usual);
    expect(refusal(JSON.stringify({ ...before, network: undefined }))).toContain('network');
    expect(refusal(JSON.stringify({ ...before, version: 3 }))).toContain('newer Millrace');
  });

  it('holds nothing but the model: the same model gives the same bytes', () => {
    expect(writeModelFile(readModelFile(writeModelFile(withOrigin)))).toBe(writeModelFile(withOrigin));
  });

  it('is refused with the reason where it is no model, cut off or of wrong shape', () => {
    const text = writeModelFile(model);
    expect(refusal('{')).toContain('model-file-invalid: ');
    expect(refusal(text.replace('millrace/model', 'other'))).toContain('format');
    expect(refusal('{"format": "millrace/pipeline", "version": 9}')).toContain('it is a pipeline');
    expect(refusal(text.replace('"shape":[3,1]', '"shape":[4,1]'))).toContain('do not fill their shape 4 × 1');
    expect(refusal(text.replace(/"base64":"..../, '"base64":"*'))).toContain('not base64');
  });
});
