import { describe, expect, it } from 'vitest';
import { boxOf, freeSpot, GRID, pathNearness } from './geometry';

describe('placing a node', () => {
  it('takes the wanted spot when it is free', () => {
    expect(freeSpot({ x: 100, y: 100 }, [])).toEqual({ x: 100, y: 100 });
  });

  it('covers no node that is there', () => {
    const taken = [boxOf({ x: 0, y: 0 }), boxOf({ x: 0, y: 130 })];
    const spot = freeSpot({ x: 10, y: 10 }, taken);
    const clear = taken.every((box) => spot.y >= box.y + box.height || spot.y + 96 <= box.y);
    expect(clear).toBe(true);
  });

  it('lands on the grid', () => {
    const spot = freeSpot({ x: 13.7, y: 98.2 }, []);
    expect([spot.x % GRID, spot.y % GRID]).toEqual([0, 0]);
  });
});

describe('a line', () => {
  it('is touched by a box that lies on it and not by one that lies aside', () => {
    const line = [
      { x: 0, y: 50 },
      { x: 600, y: 50 },
    ];
    expect(pathNearness(line, boxOf({ x: 200, y: 0 }))).toBeLessThan(20);
    expect(pathNearness(line, boxOf({ x: 200, y: 200 }))).toBeNull();
  });
});
