import { describe, expect, it } from 'vitest';
import { makeColumn, makeTable } from '../testing/table/make-table';
import { networkTarget } from './network/network-target';
import { readTarget } from './target';

const rows = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);
const read = (values: readonly number[]) => {
  const table = makeTable([makeColumn('y', values, 'target')]);
  return () => readTarget(table, 'regression', rows(values.length), new Uint32Array(0));
};
const refused = (code: string) => expect.objectContaining({ detail: expect.objectContaining({ code, column: 'y' }) });

describe('a target of numbers', () => {
  it('is refused where all are equal, though their mean rounds', () =>
    expect(read([0.1, 0.1, 0.1])).toThrow(refused('constant-target')));
  it('is refused where its spread overflows, rather than predict NaN', () =>
    expect(read([1e308, -1e308, 1.5e308])).toThrow(refused('target-too-large')));
  it.each([1e-308, 1e-200, 1, 1e100])('is scaled where its numbers are about %d', (unit) => {
    const scaled = [...networkTarget(read([unit, 3 * unit, 2 * unit])()).encode(rows(3))];
    for (const [i, value] of [-1, 1, 0].entries()) expect(scaled[i]).toBeCloseTo(value * Math.sqrt(1.5), 6);
  });
  it('is scaled to mean 0 and deviation 1', () => {
    const scaled = [...networkTarget(read([1, 3])()).encode(rows(2))];
    expect(scaled).toEqual([-1, 1]);
  });
});

it('has classes in the order of their code points, as Python does', () => {
  const table = makeTable([makeColumn('y', ['😀', 'Ａ', 'b'], 'target')]);
  expect(readTarget(table, 'auto', rows(3), new Uint32Array(0)).info.classes).toEqual(['b', 'Ａ', '😀']);
});
