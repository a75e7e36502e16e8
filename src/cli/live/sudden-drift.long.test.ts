import { describe, expect, it } from 'vitest';
import { expectQuiet, expectRecovery, pipeline, play } from '../../testing/cli/scripted-drift';

describe('the loop on a stream whose rule turns at once after 200 batches', () => {
  it.each([1, 2, 3, 4, 5])('is quiet before, sees it and recovers, whatever the seed (%i)', async (seed) => {
    expectRecovery(await play(pipeline(seed, 'sudden')));
  });

  it('gives the same events to the byte when it is played again', async () => {
    const [first, second] = [await play(pipeline(5, 'sudden')), await play(pipeline(5, 'sudden'))];
    expect(JSON.stringify(second.events)).toBe(JSON.stringify(first.events));
  });
});

describe('the loop on a stream without drift', () => {
  it.each([1, 2, 3, 4, 5])('alarms in at most one batch of a hundred, whatever the seed (%i)', async (seed) => {
    expectQuiet(await play(pipeline(seed, 'none')));
  });
});
