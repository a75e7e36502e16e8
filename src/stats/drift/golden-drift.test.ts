import { describe, expect, it } from 'vitest';
import type { Answer, GoldenInput } from '../golden/answers';
import chiSquare from '../golden/chi_square.json';
import { differences } from '../golden/differences';
import {
  chiSquareAnswer,
  jensenShannonAnswer,
  kolmogorovSmirnovAnswer,
  stabilityAnswer,
  wassersteinAnswer,
} from '../golden/drift-answers';
import jensenShannon from '../golden/jensen_shannon.json';
import ks from '../golden/ks_2samp.json';
import psi from '../golden/psi.json';
import wasserstein from '../golden/wasserstein.json';
import { kolmogorovSmirnov } from './kolmogorov-smirnov';

interface GoldenFile {
  readonly cases: readonly { readonly id: string; readonly input: GoldenInput; readonly expected: unknown }[];
}

const files: readonly (readonly [name: string, file: GoldenFile, answer: (input: GoldenInput) => Answer])[] = [
  ['Wasserstein', wasserstein, wassersteinAnswer],
  ['Jensen-Shannon', jensenShannon, jensenShannonAnswer],
  ['Kolmogorov-Smirnov', ks, kolmogorovSmirnovAnswer],
  ['chi-square', chiSquare, chiSquareAnswer],
  ['population stability', psi, stabilityAnswer],
];

describe.each(files)('%s figures equal the reference', (_, file, answer) => {
  it.each(file.cases.map((c) => [c.id, c] as const))('%s', (_id, c) => {
    expect(differences(answer(c.input), c.expected, 1e-11)).toEqual([]);
  });
});

describe('the Kolmogorov-Smirnov test', () => {
  it('keeps a tiny exact p-value that 1 - (staying) would round to 0', () => {
    const low = Array.from({ length: 300 }, (_, i) => i);
    const p =
      kolmogorovSmirnov(
        low,
        low.map((x) => x + 1_000),
      )?.pValue ?? 1;
    // Of all C(600, 300) orders, two separate the samples.
    expect(Math.log10(p)).toBeCloseTo(-178.83, 2);
  });

  it('says which p-value it gives', () => {
    const many = Float64Array.from({ length: 3_000 }, (_, i) => i);
    expect(kolmogorovSmirnov([1, 2], [1, 3])?.method).toBe('exact');
    expect(kolmogorovSmirnov(many, many)?.method).toBe('asymptotic');
  });
});
