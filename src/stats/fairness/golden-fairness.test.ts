import { describe, expect, it } from 'vitest';
import type { Answer, GoldenInput } from '../golden/answers';
import { differences } from '../golden/differences';
import fairness from '../golden/fairness.json';
import { fairnessAnswer, reweighingAnswer } from '../golden/fairness-answers';
import reweighing from '../golden/reweighing.json';
import { countByGroup, demographicParityRatio, groupRates } from './fairness';
import { reweigh } from './reweighing';

interface GoldenFile {
  readonly cases: readonly { readonly id: string; readonly input: GoldenInput; readonly expected: unknown }[];
}

const files: readonly (readonly [name: string, file: GoldenFile, answer: (input: GoldenInput) => Answer])[] = [
  ['fairness', fairness, fairnessAnswer],
  ['reweighing', reweighing, reweighingAnswer],
];

describe.each(files)('%s figures equal the reference', (_, file, answer) => {
  it.each(file.cases.map((c) => [c.id, c] as const))('%s', (_id, c) => {
    expect(differences(answer(c.input), c.expected, 1e-12)).toEqual([]);
  });
});

describe('fairness figures', () => {
  it('say why they are undefined', () => {
    const counts = countByGroup([0, 0], [0, 0], [0, 0], 2);
    const [some, none] = counts.map(groupRates);
    expect(some?.truePositiveRate.because?.en).toMatch(/favourable/);
    expect(none?.selectionRate.because?.en).toMatch(/no rows/);
    expect(demographicParityRatio(counts).because?.en).toMatch(/Nobody/);
  });

  it('leave rows of unknown groups out', () => {
    expect(countByGroup([1, 1, 0], [1, 1, 1], [0, -1, 3], 1)).toEqual([
      { rows: 1, positives: 1, selected: 1, hits: 1 },
    ]);
    expect([...reweigh([0, -1], [1, 1], 1, 2).rows]).toEqual([1, 0]);
  });
});
