import { describe, expect, it } from 'vitest';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { combineRunner } from './run';
import { combineSpec } from './spec';

describe('combined signals before the loop', () => {
  it('give nothing in the batch phase', async () => {
    expect(await combineRunner.run({}, combineSpec.defaults, fakeContext())).toEqual({});
  });

  it('say how they are joined', () => {
    expect(combineSpec.summary({ mode: 'any', within: 5 }).en).toBe('any');
    expect(combineSpec.summary({ mode: 'all', within: 5 }).en).toBe('all within 5 ticks');
  });
});
