import { type Detected, requireFinite } from './detector';

/** A type, not an interface, so that it counts as JSON. */
export type DdmState = {
  readonly minRows: number;
  /** Standard deviations above the best so far. */
  readonly warnAt: number;
  readonly driftAt: number;
  readonly rows: number;
  readonly errors: number;
  /** Error rate and its standard deviation where their sum was least; null before `minRows`. */
  readonly best: { readonly rate: number; readonly deviation: number } | null;
};

export function createDdm(settings: Partial<Pick<DdmState, 'minRows' | 'warnAt' | 'driftAt'>> = {}): DdmState {
  return { minRows: 30, warnAt: 2, driftAt: 3, ...settings, rows: 0, errors: 0, best: null };
}

/**
 * DDM (Gama et al. 2004) over 0/1 errors: a warning, then drift, when the error rate and its deviation stand 2 and 3
 * deviations above their least. After drift it starts anew.
 */
export function updateDdm(state: DdmState, error: number): Detected<DdmState> {
  requireFinite(error);
  const rows = state.rows + 1;
  const errors = state.errors + error;
  const { minRows, warnAt, driftAt, best: old } = state;
  if (rows < minRows) return { state: { minRows, warnAt, driftAt, rows, errors, best: old }, verdict: 'stable' };
  const rate = errors / rows;
  const deviation = Math.sqrt((rate * (1 - rate)) / rows);
  const level = rate + deviation;
  const best = old === null || level < old.rate + old.deviation ? { rate, deviation } : old;
  if (level > best.rate + driftAt * best.deviation) return { state: createDdm(state), verdict: 'drift' };
  const verdict = level > best.rate + warnAt * best.deviation ? 'warning' : 'stable';
  return { state: { minRows, warnAt, driftAt, rows, errors, best }, verdict };
}
