import { describe, expect, it } from 'vitest';
import type { PredictionInput } from '../../worker/protocol';
import { pixelGridOf, stroke } from './pixel-grid';

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
  it('inks where the brush is, and nowhere far from it', () => {
    const pixels = stroke(new Float32Array(64), 8, 4.5, 4.5);
    expect(pixels[4 * 8 + 4]).toBe(1);
    expect(pixels[0]).toBe(0);
  });
});
