import { describe, expect, it } from 'vitest';
import { zoomLevel, zoomStep } from './zoom-level';

describe('the size of text', () => {
  it('follows steps of zoom that are never above it', () => {
    for (let zoom = 0.25; zoom < 1; zoom += 0.013) {
      expect(zoomStep(zoom)).toBeLessThanOrEqual(zoom + 1e-9);
      expect(zoom - zoomStep(zoom)).toBeLessThan(0.05 + 1e-9);
    }
    expect([zoomStep(0.7), zoomStep(0.1 + 0.6), zoomStep(2), zoomStep(0.1)]).toEqual([0.7, 0.7, 1, 0.25]);
  });

  it('leaves out more the farther one is', () => {
    expect([1, 0.8, 0.5, 0.3].map(zoomLevel)).toEqual(['near', 'middle', 'far', 'farthest']);
  });
});
