import { describe, expect, it } from 'vitest';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { distributionRunner } from './run';
import { distributionSpec } from './spec';

const says = (params: object) =>
  distributionSpec.summary({ ...distributionSpec.defaults, minRows: 0, coolDown: 0, ...params }).en;

describe('the trigger on changed data before the loop', () => {
  it('gives nothing in the batch phase', async () => {
    expect(await distributionRunner.run({}, distributionSpec.defaults, fakeContext())).toEqual({});
  });

  it('says how many columns must change, by what, and how often', () => {
    expect(says({})).toBe('50 % of all columns · 2 in a row');
    expect(says({ columns: ['a', 'b'], howMany: 'columns', statistic: 'effect', inARow: 1 })).toBe(
      '1 of 2 columns · PSI ≥ 0.25',
    );
  });
});
