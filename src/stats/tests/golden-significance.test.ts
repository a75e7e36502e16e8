import { describe, expect, it } from 'vitest';
import type { Answer, GoldenInput } from '../golden/answers';
import correlation from '../golden/correlation.json';
import { differences } from '../golden/differences';
import detectors from '../golden/drift_detectors.json';
import significance from '../golden/significance_tests.json';
import { correlationAnswer, detectorAnswer, significanceAnswer } from '../golden/significance-answers';
import tails from '../golden/tails.json';
import { regularizedBeta } from '../special/incomplete-beta';
import { logGamma, upperGamma } from '../special/incomplete-gamma';
import { fairCoinCdf, normalTail, studentTwoSided } from '../special/tails';

interface GoldenFile {
  readonly cases: readonly { readonly id: string; readonly input: GoldenInput; readonly expected: unknown }[];
}

const files: readonly (readonly [name: string, file: GoldenFile, answer: (input: GoldenInput) => Answer])[] = [
  ['significance', significance, significanceAnswer],
  ['correlation', correlation, correlationAnswer],
  ['detector', detectors, detectorAnswer],
];

describe.each(files)('%s figures equal the reference', (_, file, answer) => {
  it.each(file.cases.map((c) => [c.id, c] as const))('%s', (_id, c) => {
    expect(differences(answer(c.input), c.expected, 1e-11)).toEqual([]);
  });
});

const tail = (of: string, [x = 0, a = 0, b = 0]: readonly number[]): number =>
  of === 'normal'
    ? normalTail(x)
    : of === 'student'
      ? studentTwoSided(x, a)
      : of === 'coin'
        ? fairCoinCdf(x, a)
        : of === 'gamma'
          ? upperGamma(x, a)
          : of === 'log_gamma'
            ? logGamma(x)
            : regularizedBeta(x, a, b);

describe('tail functions', () => {
  it.each(tails.cases.map((c) => [c.id, c] as const))('%s keeps nine digits, however small the tail', (_id, c) => {
    const ratio = tail(c.input.of, c.input.at) / c.expected;
    expect(Math.abs(ratio - 1)).toBeLessThan(1e-9);
  });

  it('sums the two tails of the normal to 1', () => {
    for (const z of [-4, -0.2, 0, 1, 6]) expect(normalTail(-z) + normalTail(z)).toBeCloseTo(1, 15);
  });
});
