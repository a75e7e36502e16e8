import { describe, expect, it } from 'vitest';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { scheduleRunner } from './run';
import { scheduleSpec } from './spec';

const at = (params: object) => ({ ...scheduleSpec.defaults, ...params });
const problems = (params: object) => scheduleSpec.infer({}, at(params), { nodeId: 'schedule' }).problems;

describe('the schedule before the loop', () => {
  it('gives nothing in the batch phase', async () => {
    expect(await scheduleRunner.run({}, scheduleSpec.defaults, fakeContext())).toEqual({});
  });

  it('shows cron words that cannot be read, at their field, before anything runs', () => {
    expect(problems({ every: 'cron' })).toEqual([]);
    expect(problems({ every: 'cron', cron: '99 * * * *' })).toMatchObject([
      { code: 'bad-cron', severity: 'error', param: 'cron' },
    ]);
    expect(problems({ every: 'cron', cron: '0 0 31 4 *' })).toMatchObject([{ code: 'cron-never' }]);
    expect(problems({ every: 'weekly', cron: 'nonsense' })).toEqual([]);
  });

  it('says that its times are UTC', () => {
    expect(scheduleSpec.summary(at({})).en).toBe('every day at 00:00 (UTC)');
    expect(scheduleSpec.summary(at({ every: 'cron', cron: '0 3 * * 1' })).en).toBe('0 3 * * 1 (UTC)');
  });
});
