import { describe, expect, it } from 'vitest';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { newDataRunner } from './run';
import { newDataSpec } from './spec';

describe('the trigger on new data before the loop', () => {
  it('gives nothing in the batch phase, and refuses to count to 0', async () => {
    expect(await newDataRunner.run({}, newDataSpec.defaults, fakeContext())).toEqual({});
    expect(newDataSpec.parseParams({ every: 0 })).toMatchObject({ ok: false });
  });

  it('says which rows it counts', () => {
    expect(newDataSpec.summary(newDataSpec.defaults).en).toBe('every 1000 labelled rows');
    expect(newDataSpec.summary({ ...newDataSpec.defaults, count: 'handed-out' }).en).toBe('every 1000 rows');
  });
});
