import { describe, expect, it } from 'vitest';
import { boundsOf, firstView } from './first-view';

const margins = { top: 50, right: 20, bottom: 60, left: 20 };
const pane = { width: 1_200, height: 800 };

describe('the first view', () => {
  it('shows what is small in the middle, no larger than it is', () => {
    expect(firstView({ x: 100, y: 0, width: 400, height: 200 }, pane, margins)).toEqual({ x: 300, y: 295, zoom: 1 });
  });

  it('shrinks what is wide until it fits', () => {
    const { x, zoom } = firstView({ x: 0, y: 0, width: 1_450, height: 300 }, pane, margins);
    expect(zoom).toBeCloseTo(0.8);
    expect(x).toBeCloseTo(20);
  });

  it('begins at the left and at the top rather than shrink below what can be read, unless it may', () => {
    const { x, y, zoom } = firstView({ x: -60, y: 10, width: 4_000, height: 2_000 }, pane, margins);
    expect(zoom).toBe(0.7);
    expect(x).toBeCloseTo(20 + 60 * 0.7);
    expect(y).toBeCloseTo(50 - 10 * 0.7);
    expect(firstView({ x: 0, y: 0, width: 2_000, height: 100 }, pane, margins, 0.45).zoom).toBeCloseTo(0.58);
  });

  it('is made for the box around all nodes', () => {
    const box = { width: 220, height: 96 };
    expect(
      boundsOf([
        { x: 10, y: 0, ...box },
        { x: -40, y: 300, ...box },
      ]),
    ).toEqual({ x: -40, y: 0, width: 270, height: 396 });
    expect(boundsOf([])).toBeNull();
  });
});
