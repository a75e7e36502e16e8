import { describe, expect, it } from 'vitest';
import { harmless, keptUpToDate, play, promotedByLuck } from '../../testing/cli/scripted-drift';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

type Played = Awaited<ReturnType<typeof play>>;

/** All that was told of the monitor’s alarms, but for single rows at the edge of a column’s range. */
const alarms = ({ events }: Played) =>
  events.filter(({ type, what }) => type === 'drift' || (type === 'alert' && what !== 'quality'));

describe('the loop on rows that move away without harm', () => {
  it.each(SEEDS)('begins at most three trainings in 70 batches, whatever the seed (%i)', async (seed) => {
    const { events } = await play(harmless(seed));
    expect(events.filter(({ phase }) => phase === 'begin').length).toBeLessThanOrEqual(3);
  });

  it.each(SEEDS)('is at rest once the new rows are the reference, whatever the seed (%i)', async (seed) => {
    const { events } = await play(harmless(seed, { afterHold: 'adopt' }));
    const adopted = events.find(({ what }) => what === 'reference')?.tick ?? Number.NaN;
    expect(events.filter(({ type, tick }) => tick > adopted && (type === 'drift' || type === 'trigger'))).toEqual([]);
  });
});

describe('the loop on a stream that stays as it is', () => {
  it('finds next to no drift in a model that learns from its newest 100 rows alone, in 960 batches', async () => {
    const found = [];
    for (const seed of SEEDS) found.push(...alarms(await play(keptUpToDate(seed))));
    expect(found.length).toBeLessThanOrEqual(9);
  });

  it('calls no model degraded that was promoted, however lucky, in 960 batches', async () => {
    const found = [];
    for (const seed of SEEDS) found.push(...alarms(await play(promotedByLuck(seed))));
    // The first champion’s evaluation stands on what rows its test part has: that figure is none of the gate’s.
    const promoted = found.filter(({ what, referenceOf }) => what === 'degraded' && referenceOf !== 'evaluation');
    expect(promoted).toEqual([]);
  });
});
