import { describe, expect, it } from 'vitest';
import { harmless, play } from '../../testing/cli/scripted-drift';

const beginnings = ({ events }: Awaited<ReturnType<typeof play>>): readonly number[] =>
  events.filter(({ type, phase }) => type === 'retrain' && phase === 'begin').map(({ tick }) => tick);

describe('the loop on rows that move away without harm, after 50 batches of 180', () => {
  it('asks for fewer and fewer challengers after each that was held, says so, and does so to the byte when played again', async () => {
    const played = await play(harmless(1, {}, 20_000));
    const { events, ticksOf } = played;
    const held = ticksOf('gate');
    const begun = beginnings(played);
    expect(ticksOf('promote')).toEqual([]);
    expect(ticksOf('trigger')[0]).toBeLessThanOrEqual(54);
    expect(held.length).toBeGreaterThanOrEqual(2);
    expect(begun.length).toBeLessThanOrEqual(4);
    const pauses = held.slice(1).map((tick, i) => tick - (held[i] ?? 0));
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    const said = events.filter(({ decision }) => decision === 'backed-off');
    expect(said.map(({ tick }) => tick)).toEqual(held.map((tick) => tick + 1));
    expect(said.map(({ holds }) => holds)).toEqual(held.map((_, i) => i + 1));
    const again = await play(harmless(1, {}, 20_000));
    expect(JSON.stringify(again.events)).toBe(JSON.stringify(events));
  });

  it('is at rest after the first hold where its rows become the reference', async () => {
    const played = await play(harmless(1, { afterHold: 'adopt' }));
    const [held = Number.NaN, ...later] = played.ticksOf('gate');
    expect(later).toEqual([]);
    expect(beginnings(played)).toHaveLength(1);
    const after = played.events.filter(({ type, tick }) => type !== 'batch' && tick > held);
    expect(after).toMatchObject([{ tick: held + 1, type: 'drift', what: 'reference' }]);
  });
});
