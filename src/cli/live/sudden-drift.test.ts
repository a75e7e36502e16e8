import { describe, expect, it } from 'vitest';
import { expectQuiet, expectRecovery, pipeline, play } from '../../testing/cli/scripted-drift';

describe('the loop on a stream whose rule turns at once after 200 batches', () => {
  it('is quiet before, sees it within three batches, recovers to within two points, and does so to the byte when played again', async () => {
    const first = await play(pipeline(1, 'sudden'));
    expectRecovery(first);
    const second = await play(pipeline(1, 'sudden'));
    expect(JSON.stringify(second.events)).toBe(JSON.stringify(first.events));
  });
});

describe('the loop on a stream without drift', () => {
  it('alarms in at most one batch of a hundred', async () => {
    expectQuiet(await play(pipeline(3, 'none')));
  });
});
