import { expect, it } from 'vitest';
import { portOf, portsOf } from '../../../graph/kind-shape';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { model } from '../../../testing/serving/fake-recipe';
import { deployRunner } from './run';
import { deploySpec } from './spec';

it('hands on in the batch phase the very model it was given', async () => {
  const { model: served } = await deployRunner.run({ model: { type: 'model', model } }, {}, fakeContext());
  expect(served).toEqual({ type: 'model', model });
});

it('knows before running what its model answers', () => {
  const schema = { type: 'model', task: 'binary', target: 'kind', classes: ['cat', 'dog'] } as const;
  const { outputs } = deploySpec.infer({ model: schema }, deploySpec.defaults, { nodeId: 'd' });
  expect(outputs).toEqual({ model: schema, predictions: { type: 'stream' } });
});

it('takes what Gate promotes through a wire that may close the loop', () => {
  const promoted = portOf(portsOf(deploySpec, deploySpec.parseParams({})), 'inputs', 'promoted');
  expect(promoted).toMatchObject({ type: 'model', feedback: true, live: 'only', optional: true });
});
