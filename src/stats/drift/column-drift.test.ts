import { describe, expect, it } from 'vitest';
import { createRandom } from '../../lib/random';
import columnDriftCases from '../golden/column_drift.json';
import { columnDriftAnswer } from '../golden/column-drift-answers';
import { differences } from '../golden/differences';
import { columnDrift, type DriftRules, dataDrift } from './column-drift';
import { type DriftSample, driftReference } from './drift-reference';

const RULES: DriftRules = {
  method: 'auto',
  significance: 0.05,
  effect: 0.1,
  distance: 0.1,
  minRows: 50,
  comparisons: 4,
};

describe('column drift equals the reference', () => {
  it.each(columnDriftCases.cases.map((c) => [c.id, c] as const))('%s', (_id, c) => {
    expect(differences(columnDriftAnswer(c.input), c.expected, 1e-11)).toEqual([]);
  });
});

function normals(rows: number, seed: number, shift = 0): DriftSample {
  const random = createRandom(seed);
  return { type: 'number', values: Float64Array.from({ length: rows }, () => random.normal() + shift) };
}

const words = (values: readonly (string | null)[]): DriftSample => ({ type: 'category', values });

describe('a verdict', () => {
  it.each([300, 2_000])('on %i reference rows hardly ever says drift of rows from the same world', (rows) => {
    const reference = driftReference(normals(rows, 1));
    const drifts = Array.from({ length: 200 }, (_, k) => columnDrift(reference, normals(500, 100 + k), RULES)).filter(
      ({ verdict }) => verdict === 'drift',
    );
    expect(drifts.length).toBeLessThanOrEqual(1);
    expect(columnDrift(reference, normals(500, 7, 1), RULES).verdict).toBe('drift');
  });

  it('needs an effect, however sure a test is', () => {
    const reference = driftReference(normals(1_000, 1));
    const slight = columnDrift(reference, normals(20_000, 2, 0.15), RULES);
    expect(slight).toMatchObject({ method: 'ks', verdict: 'stable' });
    expect(slight.pValue).toBeLessThan(slight.threshold);
  });

  it('needs more than chance gives in few rows, however far a distance', () => {
    const reference = driftReference(normals(2_000, 1));
    const few = columnDrift(reference, normals(50, 5, 0.1), RULES);
    expect(few).toMatchObject({ method: 'wasserstein', verdict: 'stable' });
    expect(few.statistic).toBeGreaterThan(few.threshold);
  });

  it('is “not enough rows” below the fewest rows on either side, and of no rows at all', () => {
    const many = normals(200, 1);
    const few = normals(49, 2, 5);
    expect(columnDrift(driftReference(many), few, RULES)).toMatchObject({
      verdict: 'not-enough-rows',
      statistic: null,
    });
    expect(columnDrift(driftReference(few), many, RULES).verdict).toBe('not-enough-rows');
    expect(columnDrift(driftReference(words([])), words([]), { ...RULES, minRows: 0 }).verdict).toBe('not-enough-rows');
  });

  it('sees rows go missing in numbers and words', () => {
    const whole = normals(600, 1);
    const half = normals(600, 2).values.map((value, i) => (i % 2 === 0 ? Number.NaN : Number(value)));
    const holed: DriftSample = { type: 'number', values: Float64Array.from(half) };
    for (const method of ['auto', 'psi', 'chi-square', 'wasserstein', 'jensen-shannon'] as const) {
      expect(columnDrift(driftReference(whole), holed, { ...RULES, method }).verdict, method).toBe('drift');
    }
    const colours = Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? 'red' : 'blue'));
    const gone = colours.map((word, i) => (i % 4 === 0 ? null : word));
    expect(columnDrift(driftReference(words(colours)), words(gone), RULES).verdict).toBe('drift');
  });

  it('treats numbers of few values as categories, and unknown ones as new words', () => {
    const coin = (top: number): DriftSample => ({
      type: 'number',
      values: Float64Array.from({ length: 400 }, (_, i) => (i % 2) * top),
    });
    expect(columnDrift(driftReference(coin(1)), coin(1), RULES)).toMatchObject({ type: 'category', verdict: 'stable' });
    expect(columnDrift(driftReference(coin(1)), coin(9), RULES).verdict).toBe('drift');
  });

  it('of a constant column is stable while it stays and drift when it changes', () => {
    const constant = (value: number): DriftSample => ({ type: 'number', values: new Float64Array(100).fill(value) });
    expect(columnDrift(driftReference(constant(3)), constant(3), RULES)).toMatchObject({
      verdict: 'stable',
      pValue: 1,
    });
    expect(columnDrift(driftReference(constant(3)), constant(4), RULES).verdict).toBe('drift');
  });
});

describe('data drift', () => {
  it('is said of the share of columns that can be judged', () => {
    expect(dataDrift(['drift', 'stable', 'not-enough-rows'], 0.5)).toEqual({ share: 0.5, verdict: 'drift' });
    expect(dataDrift(['drift', 'stable', 'stable'], 0.5).verdict).toBe('stable');
    expect(dataDrift(['stable'], 0)).toEqual({ share: 0, verdict: 'stable' });
    expect(dataDrift(['not-enough-rows'], 0.5)).toEqual({ share: null, verdict: 'not-enough-rows' });
    expect(dataDrift([], 0.5).verdict).toBe('not-enough-rows');
  });
});
