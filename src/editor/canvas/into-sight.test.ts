import { describe, expect, it } from 'vitest';
import { isSeen, shiftTo } from './into-sight';

const canvas = { width: 800, height: 600 };
const box = (x: number, y: number) => ({ x, y, width: 200, height: 100 });

describe('a node that is to be seen', () => {
  it('moves nothing where it lies on the canvas', () => {
    expect(shiftTo(box(300, 200), canvas)).toBeNull();
  });

  it('comes in at the edge it lies beyond, clear of what lies over the canvas', () => {
    expect(shiftTo(box(700, 200), canvas)).toEqual({ x: -112, y: 0 });
    expect(shiftTo(box(-50, 580), canvas)).toEqual({ x: 62, y: -132 });
  });

  it('comes to the middle from far away', () => {
    expect(shiftTo(box(5_000, 200), canvas)).toEqual({ x: 300 - 5_000, y: 50 });
  });

  it('shows its beginning where the canvas is smaller than it', () => {
    expect(shiftTo({ x: -40, y: 100, width: 900, height: 100 }, canvas)).toEqual({ x: 52, y: 0 });
  });

  it('was seen where any of it was', () => {
    expect(isSeen(box(790, 0), canvas)).toBe(true);
    expect(isSeen(box(800, 0), canvas)).toBe(false);
  });
});
