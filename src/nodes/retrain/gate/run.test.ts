import { describe, expect, it } from 'vitest';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { gateRunner } from './run';
import { gateSpec } from './spec';

const says = (params: object) => gateSpec.summary({ ...gateSpec.defaults, ...params }).en;

describe('the gate before the loop', () => {
  it('gives nothing in the batch phase', async () => {
    expect(await gateRunner.run({}, gateSpec.defaults, fakeContext())).toEqual({});
  });

  it('says in one line what it asks for', () => {
    expect(says({})).toBe('headline on 300 rows · 5 % level');
    expect(says({ decision: 'ask', measure: 'rmse', minGain: 2, test: 'none' })).toBe('asks · RMSE + 2 on 300 rows');
    expect(says({ decision: 'always' })).toBe('always promotes');
  });

  it('hands on what is known of the champion', () => {
    const champion = { type: 'model', task: 'binary', target: 'y' } as const;
    expect(gateSpec.infer({ champion }, gateSpec.defaults, { nodeId: 'gate' }).outputs).toEqual({ promoted: champion });
  });
});
