import { describe, expect, it } from 'vitest';
import { decimate, type TickScale } from './decimate';

type Kept = readonly ['move' | 'line', number, number];

function keep(values: readonly number[], scale: TickScale, first = 0): readonly Kept[] {
  const kept: Kept[] = [];
  decimate(
    Float64Array.from(values),
    first,
    scale,
    (x, y) => kept.push(['move', x, y]),
    (x, y) => kept.push(['line', x, y]),
  );
  return kept;
}

describe('a line of many ticks', () => {
  it('keeps every figure while each has a pixel of its own', () => {
    expect(keep([1, 2, 3], { offset: 10, step: 2 }, 5)).toEqual([
      ['move', 20, 1],
      ['line', 22, 2],
      ['line', 24, 3],
    ]);
  });

  it('keeps at most four figures a pixel, the lowest and highest among them', () => {
    const values = Array.from({ length: 10_000 }, (_, i) => Math.sin(i) * (1 + (i % 17)));
    values[4321] = -500;
    values[8765] = 500;
    const kept = keep(values, { offset: 0, step: 0.05 });
    expect(kept.length).toBeLessThanOrEqual(500 * 4);
    const columns = new Map<number, number[]>();
    values.forEach((value, i) => {
      const at = Math.floor(i * 0.05);
      columns.set(at, [...(columns.get(at) ?? []), value]);
    });
    for (const [at, all] of columns) {
      const seen = kept.filter(([, x]) => Math.floor(x) === at).map(([, , y]) => y);
      expect([Math.min(...seen), Math.max(...seen), seen[0], seen.at(-1)]).toEqual([
        Math.min(...all),
        Math.max(...all),
        all[0],
        all.at(-1),
      ]);
    }
  });

  it('keeps them in the order in which they came', () => {
    const xs = keep([5, 1, 9, 4, 4, 2, 8], { offset: 0, step: 0.3 }).map(([, x]) => x);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
  });

  it('is broken where a figure is missing, thinned or not', () => {
    for (const step of [0.1, 3]) {
      const moves = keep([1, 2, Number.NaN, 3, 4, Number.NaN], { offset: 0, step }).filter(([how]) => how === 'move');
      expect(moves.map(([, , y]) => y)).toEqual([1, 3]);
    }
  });
});
