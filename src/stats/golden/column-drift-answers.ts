import { columnDrift, type DriftMethod } from '../drift/column-drift';
import { type DriftSample, driftReference } from '../drift/drift-reference';
import type { Answer, GoldenInput } from './answers';

const METHODS: readonly ('auto' | DriftMethod)[] = ['auto', 'ks', 'chi-square', 'psi', 'wasserstein', 'jensen-shannon'];

/** Verdicts of every method, at an effect of 0.1, a distance of 0.1 and at least 20 rows. */
export function columnDriftAnswer(input: GoldenInput): Answer {
  const reference = driftReference(sampleOf(input.kind, input.ref));
  const current = sampleOf(input.kind, input.cur);
  const rules = {
    significance: 0.05,
    effect: 0.1,
    distance: 0.1,
    minRows: 20,
    comparisons: Number(input.comparisons),
  };
  return Object.fromEntries(METHODS.map((method) => [method, columnDrift(reference, current, { ...rules, method })]));
}

function sampleOf(kind: unknown, value: unknown): DriftSample {
  const cells: readonly unknown[] = Array.isArray(value) ? value : [];
  return kind === 'category'
    ? { type: 'category', values: cells.map((cell) => (cell === null ? null : String(cell))) }
    : { type: 'number', values: Float64Array.from(cells, (cell) => (cell === null ? Number.NaN : Number(cell))) };
}
