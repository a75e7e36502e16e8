import { describe, expect, it } from 'vitest';
import type { LiveEvent, LiveEventType } from '../../nodes/contract/live-events';
import { said } from '../../testing/lib/said';
import { createEventFilter } from './event-filter';

const event = (index: number, type: LiveEventType, words: string): LiveEvent => ({
  index,
  tick: index,
  time: 0,
  nodeId: 'node',
  type,
  reason: said(words),
  figures: {},
});
const events = [
  event(0, 'batch', '100 rows answered'),
  event(1, 'drift', 'Two columns drift'),
  event(2, 'alert', 'Accuracy is below 0.8'),
  event(3, 'batch', '100 rows answered'),
];
const wordsOf = ({ reason }: LiveEvent): string => reason.code;
const found = (types: Parameters<typeof createEventFilter>[0], search: string): readonly number[] => {
  const filter = createEventFilter(types, search, wordsOf);
  filter.catchUp(events);
  return filter.found.map(({ index }) => index);
};

describe('which events the table shows', () => {
  it('leaves batches out unless they are asked for', () => {
    expect(found('notable', '')).toEqual([1, 2]);
    expect(found('batch', '')).toEqual([0, 3]);
    expect(found('all', '')).toEqual([0, 1, 2, 3]);
  });

  it('finds every word searched for, in any order and case', () => {
    expect(found('all', 'DRIFT two')).toEqual([1]);
    expect(found('all', 'drift below')).toEqual([]);
    expect(found('alert', 'accuracy')).toEqual([2]);
  });

  it('takes in what has come since, once', () => {
    const filter = createEventFilter('notable', '', wordsOf);
    filter.catchUp(events.slice(0, 2));
    filter.catchUp(events);
    filter.catchUp(events);
    expect(filter.found.map(({ index }) => index)).toEqual([1, 2]);
  });
});
