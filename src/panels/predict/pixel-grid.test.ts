import { describe, expect, it } from 'vitest';
import type { PredictionInput } from '../../worker/protocol';
import { padSide, pixelGridOf, resample, stroke } from './pixel-grid';

const pixel = (index: number, max = 16): PredictionInput => ({
  field: { name: `pixel_${index}`, type: 'integer', role: null },
  typical: '0',
  min: 0,
  max,
});

describe('a drawing pad', () => {
  it('is offered for 64 pixel columns, row by row', () => {
    const grid = pixelGridOf(Array.from({ length: 64 }, (_, index) => pixel(index)));
    expect(grid).toMatchObject({ side: 8, ink: 16 });
    expect(grid?.columns[9]).toBe('pixel_9');
  });
  it('is not offered for measurements that happen to be 36', () => {
    expect(pixelGridOf(Array.from({ length: 36 }, (_, index) => pixel(index, 97.3)))).toBeNull();
  });
  it('is not offered for a few columns', () =>
    expect(pixelGridOf([pixel(0), pixel(1), pixel(2), pixel(3)])).toBeNull());
  it('has a whole number of points for each pixel', () => {
    expect([8, 28, 6, 200].map(padSide)).toEqual([112, 112, 114, 200]);
  });
  it('inks all the way of the brush, and nowhere far from it', () => {
    const points = stroke(new Float32Array(112 * 112), 112, [20, 20], [90, 20]);
    expect(points[20 * 112 + 55]).toBe(1);
    expect(points[60 * 112 + 55]).toBe(0);
  });
  it('shows the model the mean ink of each pixel', () => {
    const points = new Float32Array(16).fill(0);
    points.set([1, 1, 0, 0, 1, 0, 0, 0]);
    expect([...resample(points, 4, 2)]).toEqual([0.75, 0, 0, 0]);
  });
});
