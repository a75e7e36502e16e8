import { describe, expect, it } from 'vitest';
import { sparkPath } from './spark-path';

const points = (count: number) =>
  Array.from({ length: count }, (_, epoch) => ({ epoch, epochs: count, values: { loss: 1 / (epoch + 1) } }));
const size = { width: 100, height: 20 };

describe('the sparkline', () => {
  it('draws at most 72 points however long the training', () => {
    const [line] = sparkPath(points(2_000), ['loss'], size);
    expect(line?.d.match(/[ML]/g)?.length).toBeLessThanOrEqual(72);
  });
  it('ends at the newest point', () => {
    const [line] = sparkPath(points(100), ['loss'], size);
    expect(line?.d.endsWith('L99.0 18.0')).toBe(true);
  });
  it('fills its width where nobody knows how long it will take', () => {
    const open = points(5).map((point) => ({ ...point, epochs: null }));
    expect(sparkPath(open, ['loss'], size)[0]?.d).toMatch(/L100\.0 18\.0$/);
  });
  it('leaves out what is not a number', () => {
    const broken = [...points(3), { epoch: 3, epochs: 4, values: { loss: Number.NaN } }];
    expect(sparkPath(broken, ['loss'], size)[0]?.d).not.toContain('NaN');
  });
  it('draws nothing before there are two points', () => expect(sparkPath(points(1), ['loss'], size)).toEqual([]));
});
