import { describe, expect, it } from 'vitest';
import { isSeen, shiftTo, viewWith } from './into-sight';

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

describe('a view with a node and what it is wired to', () => {
  const large = { width: 1_000, height: 700 };
  const view = { x: 0, y: 0, zoom: 1 };

  it('moves until both are in sight, and keeps its size', () => {
    expect(viewWith([box(300, 200), box(900, 200)], view, large)).toEqual({ x: -112, y: 0, zoom: 1 });
    expect(viewWith([box(300, 200), box(500, 200)], view, large)).toBeNull();
  });

  it('leaves out what there is no room for', () => {
    expect(viewWith([box(300, 200), box(3_000, 200), box(-100, 200)], view, large)).toEqual({ x: 112, y: 0, zoom: 1 });
  });

  it('measures on the screen', () => {
    expect(viewWith([box(1_900, 200)], { x: 0, y: 0, zoom: 0.5 }, large)).toEqual({ x: -62, y: 0, zoom: 0.5 });
  });

  it('shows it clear of the map in the corner', () => {
    expect(viewWith([box(780, 540)], view, large)).toEqual({ x: 0, y: -108, zoom: 1 });
    expect(shiftTo({ x: 500, y: 40, width: 480, height: 600 }, large)).toEqual({ x: -172, y: 0 });
  });
});
