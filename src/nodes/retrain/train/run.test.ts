import { describe, expect, it } from 'vitest';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { trainRunner } from './run';
import { trainSpec } from './spec';

const codes = (params: object) =>
  trainSpec.infer({}, { ...trainSpec.defaults, ...params }, { nodeId: 'train' }).problems.map(({ code }) => code);

describe('retraining before the loop', () => {
  it('gives nothing in the batch phase', async () => {
    expect(await trainRunner.run({}, trainSpec.defaults, fakeContext())).toEqual({});
  });

  it('refuses weighted rows for incremental training, and a window that can never be full enough', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ mode: 'incremental', rows: 'weighted' })).toEqual(['weights-need-full']);
    expect(codes({ window: 50 })).toEqual(['window-too-small']);
  });

  it('says in one line what it trains on', () => {
    expect(trainSpec.summary(trainSpec.defaults).en).toBe('full · last 2000 rows');
    expect(trainSpec.summary({ ...trainSpec.defaults, rows: 'all', since: 'drift', wait: 500 }).en).toBe(
      'full · all rows since the drift · after 500 more',
    );
  });

  it('hands on what is known of the champion', () => {
    const model = { type: 'model', task: 'binary', target: 'y' } as const;
    expect(trainSpec.infer({ model }, trainSpec.defaults, { nodeId: 'train' }).outputs).toEqual({ model });
  });
});
