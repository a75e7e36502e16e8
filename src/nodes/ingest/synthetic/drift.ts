export interface DriftChoice {
  readonly drift: 'none' | 'sudden' | 'gradual' | 'recurring';
  /** Share of the rows after which drift begins. */
  readonly driftAt: number;
  /** Share of the rows: how long the change takes (gradual), or how long each season lasts (recurring). */
  readonly driftSpan: number;
}

/** The chance that a row at this share of the rows comes from the changed world. */
export function chanceOfDrift({ drift, driftAt, driftSpan }: DriftChoice, at: number): number {
  if (drift === 'none' || at < driftAt) return 0;
  if (drift === 'sudden') return 1;
  const spans = (at - driftAt) / driftSpan;
  return drift === 'gradual' ? Math.min(1, spans) : 1 - (Math.floor(spans) % 2);
}
