import { describe, expect, it } from 'vitest';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { demandRunner } from './run';
import { demandSpec } from './spec';

const infer = (params: object, inputs = {}) =>
  demandSpec
    .infer(inputs, { ...demandSpec.defaults, ...params }, { nodeId: 'demand' })
    .problems.map(({ code }) => code);

describe('the trigger on demand before the loop', () => {
  it('gives nothing in the batch phase', async () => {
    expect(await demandRunner.run({}, demandSpec.defaults, fakeContext())).toEqual({});
  });

  it('warns where minimum rows are asked for that nobody counts', () => {
    expect(infer({})).toEqual([]);
    expect(infer({ minRows: 10 })).toEqual(['rows-not-counted']);
    expect(infer({ minRows: 10 }, { report: { type: 'report' } })).toEqual([]);
  });

  it('says when it fires', () => {
    expect(demandSpec.summary(demandSpec.defaults).en).toBe('a person');
    expect(demandSpec.summary({ ticks: [3, 9], minRows: 0, coolDown: 2 }).en).toBe(
      'a person · at 2 ticks · cool-down 2',
    );
  });
});
