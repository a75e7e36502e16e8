import { describe, expect, it } from 'vitest';
import { namedTicks, pan, pixelsOf, rangeOf, reveal, START_AXIS, showAll, tickAt, xOf, zoom } from './tick-axis';

const domain = { first: 1, last: 1000 };
const length = ({ from, to }: { from: number; to: number }) => to - from + 1;

describe('the tick axis', () => {
  it('follows the live edge until it is moved', () => {
    expect(rangeOf(START_AXIS, domain)).toEqual({ from: 761, to: 1000 });
    expect(rangeOf(START_AXIS, { first: 1, last: 1001 }).to).toBe(1001);
    const back = pan(START_AXIS, domain, -100);
    expect(rangeOf(back, domain)).toEqual({ from: 661, to: 900 });
    expect(rangeOf(back, { first: 1, last: 2000 }).to).toBe(900);
  });

  it('follows again once it is moved to the live edge', () => {
    const back = pan(START_AXIS, domain, -100);
    expect(pan(back, domain, 99).end).toBe(999);
    expect(pan(back, domain, 100).end).toBeNull();
  });

  it('never shows ticks before the first', () => {
    expect(rangeOf(pan(START_AXIS, domain, -5000), domain)).toEqual({ from: 1, to: 240 });
  });

  it('gives the first ticks a steady frame', () => {
    expect(rangeOf(START_AXIS, { first: 1, last: 3 })).toEqual({ from: 1, to: 12 });
  });

  it('zooms around the pointer: the tick under it stays', () => {
    const axis = { span: 200, end: 600, hover: null };
    const before = pixelsOf(rangeOf(axis, domain), 1000);
    const closer = zoom(axis, domain, 0.5, 450);
    const after = pixelsOf(rangeOf(closer, domain), 1000);
    expect(length(rangeOf(closer, domain))).toBe(100);
    expect(xOf(after, 450)).toBeCloseTo(xOf(before, 450), 6);
  });

  it('keeps following while it zooms at the live edge', () => {
    expect(zoom(START_AXIS, domain, 0.5)).toEqual({ span: 120, end: null, hover: null });
    expect(rangeOf(zoom(showAll(START_AXIS), domain, 2), domain)).toEqual({ from: 1, to: 1000 });
  });

  it('brings a tick into sight and leaves what is in sight alone', () => {
    const { from, to } = rangeOf(reveal(START_AXIS, domain, 300), domain);
    expect(from).toBeLessThan(300);
    expect(to).toBeGreaterThan(300);
    expect(reveal(START_AXIS, domain, 990)).toBe(START_AXIS);
    expect(rangeOf(reveal(START_AXIS, domain, 2), domain)).toEqual({ from: 1, to: 240 });
  });

  it('finds the tick at the place where it is drawn', () => {
    const pixels = pixelsOf({ from: 10, to: 49 }, 900);
    expect(tickAt(pixels, xOf(pixels, 33))).toBeCloseTo(33, 9);
    expect(xOf(pixels, 10) - pixels.left).toBeCloseTo(pixels.step / 2, 9);
  });

  it('names round ticks that have room', () => {
    expect(namedTicks({ from: 1, to: 1000 }, 0.8)).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]);
    expect(namedTicks({ from: 7, to: 12 }, 100)).toEqual([7, 8, 9, 10, 11, 12]);
  });
});
