import { describe, expect, it } from 'vitest';
import type { LiveEvent, LiveEventType } from '../../nodes/contract/live-events';
import { said } from '../../testing/lib/said';
import { createEventLanes, firstFrom, nearestEvent } from './event-lanes';
import { pixelsOf, xOf } from './tick-axis';
import { eventAt, LANE, layoutTimeline, RULER } from './timeline-layout';

let index = 0;
const event = (
  tick: number,
  type: LiveEventType,
  nodeId = 'deploy',
  figures: LiveEvent['figures'] = {},
): LiveEvent => ({
  index: index++,
  tick,
  time: tick * 1000,
  nodeId,
  type,
  reason: said(type, tick),
  figures,
});
const one = { deployments: ['deploy'], of: () => 'deploy' };
const begin = event(20, 'retrain', 'train', { phase: 'begin' });
const end = event(30, 'retrain', 'train', { phase: 'end' });
const events = [...Array.from({ length: 100 }, (_, i) => event(i + 1, 'batch')), event(10, 'drift'), begin, end].sort(
  (a, b) => a.tick - b.tick,
);

describe('the lanes of the timeline', () => {
  it('take in what has come since, once', () => {
    const lanes = createEventLanes(one);
    lanes.catchUp(events.slice(0, 50));
    lanes.catchUp(events);
    lanes.catchUp(events);
    expect(lanes.loops[0]?.lanes.batch).toHaveLength(100);
    expect(lanes.loops[0]?.retrains).toEqual([{ from: begin, to: end }]);
  });

  it('let a retraining that has not ended stay open', () => {
    const lanes = createEventLanes(one);
    lanes.catchUp([begin]);
    expect(lanes.loops[0]?.retrains).toEqual([{ from: begin, to: null }]);
  });

  it('give what belongs to no deployment lanes of its own, only where it spoke', () => {
    const lanes = createEventLanes({ deployments: ['a', 'b'], of: (id) => (id === 'stream' ? undefined : id) });
    lanes.catchUp([event(1, 'batch', 'a'), event(1, 'batch', 'b')]);
    expect(lanes.loops.map(({ deployment }) => deployment)).toEqual(['a', 'b']);
    lanes.catchUp([event(1, 'batch', 'a'), event(1, 'batch', 'b'), event(2, 'alert', 'stream')]);
    const layout = layoutTimeline(lanes);
    expect(layout.heads.map(({ loop }) => loop.deployment)).toEqual(['a', 'b', null]);
    expect(layout.rows.filter(({ loop }) => loop.deployment === null).map(({ lane }) => lane)).toEqual(['alert']);
  });
});

describe('what lies under the pointer', () => {
  const lanes = createEventLanes(one);
  lanes.catchUp(events);
  const layout = layoutTimeline(lanes);
  const pixels = pixelsOf({ from: 1, to: 100 }, 1000);
  const middle = (lane: string) => (layout.rows.find((row) => row.lane === lane)?.top ?? 0) + LANE / 2;

  it('is the event in the lane there', () => {
    expect(eventAt(layout, pixels, xOf(pixels, 10) + 5, middle('drift'))?.type).toBe('drift');
    expect(eventAt(layout, pixels, xOf(pixels, 10), middle('gate'))).toBeNull();
    expect(eventAt(layout, pixels, xOf(pixels, 14), middle('drift'))).toBeNull();
    expect(eventAt(layout, pixels, xOf(pixels, 10), RULER / 2)).toBeNull();
  });

  it('is the nearest of many', () => {
    expect(eventAt(layout, pixels, xOf(pixels, 42) + 1, middle('batch'))?.tick).toBe(42);
  });

  it('is the retraining whose bar is there', () => {
    expect(eventAt(layout, pixels, xOf(pixels, 25), middle('retrain'))).toBe(begin);
    expect(eventAt(layout, pixels, xOf(pixels, 30), middle('retrain'))).toBe(end);
    expect(eventAt(layout, pixels, xOf(pixels, 40), middle('retrain'))).toBeNull();
  });
});

describe('finding events by tick', () => {
  it('finds the first at or after a tick', () => {
    const sorted = [1, 3, 3, 7].map((tick) => ({ tick }));
    expect([0, 1, 2, 3, 4, 8].map((tick) => firstFrom(sorted, tick))).toEqual([0, 0, 1, 1, 3, 4]);
  });
  it('takes the later of two equally near, and none beyond reach', () => {
    const sorted = [event(4, 'alert'), event(6, 'alert')];
    expect(nearestEvent(sorted, 5, 2)?.tick).toBe(6);
    expect(nearestEvent(sorted, 9, 2)).toBeNull();
  });
});
