import { describe, expect, it } from 'vitest';
import { Failure } from '../../../lib/failure';
import { sha256Hex } from '../../../lib/hash';
import type { ModelValue } from '../../../models/model';
import { writeModelFile } from '../../../models/model-file';
import { memory } from '../../../models/network/backend/backends';
import { fakeLinearModel } from '../../../testing/models/fake-model';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { savedRunner } from './run';

const source = ['a', 'b'].map((name) => ({ name, type: 'number' as const, role: null }));
const model = fakeLinearModel(
  ['a', 'b'],
  [[0.1], [-0.7]],
  { name: 'y', classes: ['no', 'yes'] },
  { source, steps: [] },
);

async function load(content: string): Promise<ModelValue> {
  const bytes = new TextEncoder().encode(content);
  const file = { name: 'model-y.json', hash: sha256Hex(bytes), bytes: bytes.length };
  const { model: value } = await savedRunner.run({}, { file }, fakeContext({ readFile: async () => bytes }));
  if (value?.type !== 'model') throw new Error('no model');
  return value.model;
}

const refusal = async (content: string): Promise<string> => {
  try {
    await load(content);
    return 'loaded';
  } catch (error) {
    return error instanceof Failure ? `${error.detail.code}: ${error.message}` : `bug: ${String(error)}`;
  }
};

describe('a saved model', () => {
  it('comes back to the bit and leaves no tensor behind', async () => {
    await load(writeModelFile(model));
    const before = memory().tensors;
    expect(await load(writeModelFile(model))).toEqual(model);
    expect(memory().tensors).toBe(before);
  });

  it('is refused where it is longer than its pipeline states', async () => {
    const bytes = new Uint8Array(256 * 2 ** 20 + 1);
    const file = { name: 'huge.json', hash: '0'.repeat(64), bytes: 10 };
    const loading = savedRunner.run({}, { file }, fakeContext({ readFile: async () => bytes }));
    await expect(loading).rejects.toMatchObject({ detail: { code: 'model-too-large' } });
  });

  it('is refused where its layers and weights do not fit together', async () => {
    const [weight] = model.body.weights;
    if (weight === undefined) throw new Error('no weights');
    const wrong = { ...model, body: { ...model.body, weights: [{ ...weight, shape: [1, 2] }] } };
    expect(await refusal(writeModelFile(wrong))).toContain('model-file-invalid: ');
    const unknown = JSON.parse(writeModelFile(model));
    unknown.body.topology.config.layers[0].class_name = 'Lambda';
    expect(await refusal(JSON.stringify(unknown))).toContain('model-file-invalid: ');
    expect(await refusal(writeModelFile({ ...model, features: ['a'] }))).toContain('1 feature for 2 inputs');
    const settings = {
      epochs: 1,
      batchSize: 32,
      optimizer: 'adam',
      learningRate: 0.1,
      schedule: { type: 'constant', factor: 1, every: 1, warmUp: 0 },
      clipNorm: null,
      earlyStopping: null,
    } as const;
    const origin = { penalties: [0, 0], settings, balanced: false };
    const foreign = { ...model, body: { ...model.body, origin } };
    expect(await refusal(writeModelFile(foreign))).toContain('another plan');
    expect(await refusal('not a model')).toContain('model-file-invalid: ');
  });
});
