import { describe, expect, it } from 'vitest';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { performanceRunner } from './run';
import { performanceSpec } from './spec';

describe('the performance trigger before the loop', () => {
  it('gives nothing in the batch phase, and refuses params that make no sense', async () => {
    expect(await performanceRunner.run({}, performanceSpec.defaults, fakeContext())).toEqual({});
    expect(() => performanceRunner.run({}, { condition: 'sometimes' }, fakeContext())).toThrow();
  });

  it('says its condition in one line', () => {
    const of = (params: object) => performanceSpec.summary({ ...performanceSpec.defaults, ...params }).en;
    expect(of({})).toBe('ADWIN · ≥ 200 rows · cool-down 5');
    expect(of({ condition: 'absolute', measure: 'rmse', bound: 12, minRows: 0, coolDown: 0 })).toBe('RMSE > 12');
    expect(of({ condition: 'relative', minRows: 0 })).toBe('headline 10 % worse · cool-down 5');
  });
});
