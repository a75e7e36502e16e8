/** What a streaming detector says after a value. */
export type Verdict = 'stable' | 'warning' | 'drift';

/** A detector after one more value. The state is plain JSON, so that an interrupted stream can go on from it. */
export interface Detected<State> {
  readonly state: State;
  readonly verdict: Verdict;
}

/** Feeds values one by one; says at which of them (from 0) the verdict was a warning or drift. */
export function watch<State>(
  start: State,
  values: Iterable<number>,
  update: (state: State, value: number) => Detected<State>,
): { readonly state: State; readonly warnings: readonly number[]; readonly drifts: readonly number[] } {
  let state = start;
  const warnings: number[] = [];
  const drifts: number[] = [];
  let index = 0;
  for (const value of values) {
    const detected = update(state, value);
    state = detected.state;
    if (detected.verdict === 'warning') warnings.push(index);
    if (detected.verdict === 'drift') drifts.push(index);
    index++;
  }
  return { state, warnings, drifts };
}

/** Throws where a detector is fed anything but a finite number: its caller must leave missing ones out. */
export function requireFinite(value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`a detector cannot judge ${value}`);
}
