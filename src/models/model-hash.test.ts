import { describe, expect, it } from 'vitest';
import { fakeLinearModel } from '../testing/models/fake-model';
import { readModelFile, writeModelFile } from './model-file';
import { modelId } from './model-hash';

const model = fakeLinearModel(['a', 'b'], [[0.1], [-0.7]], { name: 'y', classes: ['no', 'yes'] });
const ofWeights = (values: Float32Array) => ({
  ...model,
  body: { ...model.body, weights: model.body.weights.map((weight, i) => (i === 0 ? { ...weight, values } : weight)) },
});

const usual = { positive: 'yes', threshold: 0.5 };

describe('the id of a model', () => {
  it('is 16 hexadecimal digits, the same wherever the model is written and read', () => {
    expect(modelId(model)).toMatch(/^[0-9a-f]{16}$/);
    expect(modelId(readModelFile(writeModelFile(model)))).toBe(modelId(model));
  });

  it('knows nothing of how training went or how the file was read', () => {
    const rounds = { count: 7, best: 3, stoppedEarly: true, history: {} };
    expect(modelId({ ...model, training: { ...model.training, rows: 9, rounds } })).toBe(modelId(model));
    const recipe = { ...model.recipe, reading: { format: 'csv', delimiter: ';' } };
    expect(modelId({ ...model, recipe })).toBe(modelId(model));
  });

  it('stays as it was before models had rules', () => {
    expect(modelId(model)).toBe('7fe3a271548e1c41');
  });

  it('changes with anything that an answer depends on', () => {
    const others = [
      ofWeights(Float32Array.of(0.1, -0.70001)),
      { ...model, features: ['b', 'a'] },
      { ...model, target: { name: 'y', classes: ['yes', 'no'] } },
      { ...model, task: 'regression' as const },
      { ...model, recipe: { source: [], steps: [{ kind: 'prepare.scale', nodeId: 's', state: { mean: 1 } }] } },
      { ...model, body: { ...model.body, topology: { class_name: 'Other' } } },
      { ...model, decision: { positive: 'yes', threshold: 0.9 } },
      { ...model, decision: { positive: 'no', threshold: 0.5 } },
      { ...model, decision: { ...usual, groups: { column: 'sex', thresholds: { f: 0.4 } } } },
    ];
    const ids = [model, ...others].map(modelId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('reads weights as they lie, even in the middle of a buffer', () => {
    const wide = Float32Array.of(9, 0.1, -0.7, 9);
    expect(modelId(ofWeights(wide.subarray(1, 3)))).toBe(modelId(model));
  });
});
