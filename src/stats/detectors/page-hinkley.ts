import { type Detected, requireFinite } from './detector';

/** A type, not an interface, so that it counts as JSON. */
export type PageHinkleyState = {
  readonly minRows: number;
  /** A rise of the mean by less than this is let pass. */
  readonly delta: number;
  /** The threshold, in the values' own unit: 50 suits values of unit scale, 0/1 errors need less. */
  readonly lambda: number;
  /** What is kept of the past sum at each step; 1 forgets nothing. */
  readonly alpha: number;
  readonly rows: number;
  readonly mean: number;
  readonly sum: number;
  readonly least: number;
};

type Settings = Pick<PageHinkleyState, 'minRows' | 'delta' | 'lambda' | 'alpha'>;

export function createPageHinkley(settings: Partial<Settings> = {}): PageHinkleyState {
  const { minRows = 30, delta = 0.005, lambda = 50, alpha = 0.9999 } = settings;
  return { minRows, delta, lambda, alpha, rows: 0, mean: 0, sum: 0, least: 0 };
}

/**
 * The Page-Hinkley test (Page 1954) for a rise of the mean: drift when the sum of what exceeds the running mean by
 * more than `delta` stands `lambda` above its least. After drift it starts anew.
 */
export function updatePageHinkley(state: PageHinkleyState, value: number): Detected<PageHinkleyState> {
  requireFinite(value);
  const rows = state.rows + 1;
  const mean = state.mean + (value - state.mean) / rows;
  const sum = state.alpha * state.sum + (value - mean - state.delta);
  const least = Math.min(state.least, sum);
  if (rows >= state.minRows && sum - least > state.lambda) return { state: createPageHinkley(state), verdict: 'drift' };
  const { minRows, delta, lambda, alpha } = state;
  return { state: { minRows, delta, lambda, alpha, rows, mean, sum, least }, verdict: 'stable' };
}
