import { describe, expect, it } from 'vitest';
import { createEventBatcher } from './event-batcher';
import type { EngineEvent } from './events';

const metric = (epoch: number, nodeId = 'a'): EngineEvent => ({
  runId: 'r',
  type: 'nodeMetric',
  nodeId,
  point: { epoch, epochs: 10, values: { loss: 1 / (epoch + 1) } },
});
const progress = (fraction: number): EngineEvent => ({ runId: 'r', type: 'nodeProgress', nodeId: 'a', fraction });

/** A batcher on a clock set by hand. */
function setUp() {
  const batches: (readonly EngineEvent[])[] = [];
  const clock = { now: 0 };
  const batcher = createEventBatcher(
    (events) => {
      batches.push(events);
    },
    () => clock.now,
  );
  return { batches, clock, batcher };
}

const epochs = (events: readonly EngineEvent[]): number[] =>
  events.flatMap((event) => (event.type === 'nodeMetric' ? [event.point.epoch] : []));

describe('the event batcher', () => {
  it('sends at most 30 batches a second however often it is called', async () => {
    const { batches, clock, batcher } = setUp();
    for (let ms = 0; ms < 1_000; ms++) {
      clock.now = ms;
      batcher.push(metric(ms / 100));
    }
    expect(batches.length).toBeLessThanOrEqual(30);
    expect(batches.length).toBeGreaterThan(20);
    await batcher.drain();
  });

  it('loses points within an epoch, never the end of an epoch', async () => {
    const { batches, batcher } = setUp();
    batcher.push(progress(0));
    for (const epoch of [0.2, 0.6, 1, 1.5, 1.9, 2, 2.1, 2.2]) batcher.push(metric(epoch));
    await batcher.drain();
    expect(epochs(batches.flat())).toEqual([1, 2, 2.2]);
  });

  it('keeps the points of one node apart from those of another', async () => {
    const { batches, batcher } = setUp();
    batcher.push(progress(0));
    batcher.push(metric(0.1, 'a'));
    batcher.push(metric(0.2, 'b'));
    await batcher.drain();
    expect(epochs(batches.flat())).toEqual([0.1, 0.2]);
  });

  it('keeps only the latest progress and never reorders the rest', async () => {
    const { batches, batcher } = setUp();
    const started: EngineEvent = { runId: 'r', type: 'nodeStarted', nodeId: 'a' };
    batcher.push(progress(0));
    batcher.push(progress(0.1));
    batcher.push(started);
    batcher.push(progress(0.2));
    await batcher.drain();
    expect(batches.flat()).toEqual([started, progress(0.2)]);
  });

  it('drains only once a slow consumer has taken everything', async () => {
    let taken = false;
    const batcher = createEventBatcher(
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 10));
        taken = true;
      },
      () => performance.now(),
    );
    batcher.push(progress(0));
    await batcher.drain();
    expect(taken).toBe(true);
  });
});
