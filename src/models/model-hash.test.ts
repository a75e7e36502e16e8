import { describe, expect, it } from 'vitest';
import { fakeLinearModel } from './fake-model';
import { readModelFile, writeModelFile } from './model-file';
import { modelId } from './model-hash';

const model = fakeLinearModel(['a', 'b'], [[0.1], [-0.7]], { name: 'y', classes: ['no', 'yes'] });
const weights = (values: Float32Array) => ({
  ...model,
  network: { ...model.network, weights: model.network.weights.map((weight) => ({ ...weight, values })) },
});

describe('the id of a model', () => {
  it('is 16 hexadecimal digits, the same wherever the model is written and read', () => {
    expect(modelId(model)).toMatch(/^[0-9a-f]{16}$/);
    expect(modelId(readModelFile(writeModelFile(model)))).toBe(modelId(model));
  });

  it('knows nothing of how long training took or how it went', () => {
    expect(modelId({ ...model, training: { ...model.training, ms: 99, epochs: 7 } })).toBe(modelId(model));
  });

  it('changes with anything that an answer depends on', () => {
    const others = [
      weights(Float32Array.of(0.1, -0.70001)),
      { ...model, features: ['b', 'a'] },
      { ...model, target: { name: 'y', classes: ['yes', 'no'] } },
      { ...model, task: 'regression' as const },
      { ...model, recipe: { source: [], steps: [{ kind: 'prepare.scale', nodeId: 's', state: { mean: 1 } }] } },
      { ...model, network: { ...model.network, topology: { class_name: 'Other' } } },
    ];
    const ids = [model, ...others].map(modelId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('reads weights as they lie, even in the middle of a buffer', () => {
    const wide = Float32Array.of(9, 0.1, -0.7, 9);
    expect(modelId(weights(wide.subarray(1, 3)))).toBe(modelId(model));
  });
});
