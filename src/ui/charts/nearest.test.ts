import { describe, expect, it } from 'vitest';
import { nearestIndex, type Point, spreadLabels } from './nearest';

describe('the nearest point', () => {
  const points: Point[] = [
    [0, 1],
    [1, 2],
    [4, 3],
  ];
  it('is found on either side', () => {
    expect(nearestIndex(points, -5)).toBe(0);
    expect(nearestIndex(points, 2)).toBe(1);
    expect(nearestIndex(points, 3)).toBe(2);
    expect(nearestIndex(points, 99)).toBe(2);
  });
  it('of no points is none', () => expect(nearestIndex([], 1)).toBe(-1));
});

describe('direct labels', () => {
  it('stay where they are when there is room', () => expect(spreadLabels([10, 40], 12, 100)).toEqual([10, 40]));
  it('are moved apart in their order', () => expect(spreadLabels([42, 40], 12, 100)).toEqual([52, 40]));
  it('stay above the lower edge', () => expect(spreadLabels([95, 99], 12, 100)).toEqual([88, 100]));
});
