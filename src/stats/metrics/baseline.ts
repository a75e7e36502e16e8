/**
 * What a model that has learned nothing but the classes' shares says (scikit-learn's DummyClassifier, strategy
 * `prior`): always the majority class, the first of equals, with the shares as probabilities.
 */
export interface MajorityBaseline {
  readonly predicted: number;
  readonly shares: Float64Array;
}

/** From class indices of the training rows, those outside 0 … classes-1 left out; null where none is left. */
export function majorityBaseline(training: ArrayLike<number>, classes: number): MajorityBaseline | null {
  const counts = new Float64Array(classes);
  let rows = 0;
  for (let i = 0; i < training.length; i++) {
    const k = training[i] ?? -1;
    if (k < 0 || k >= classes) continue;
    counts[k] = (counts[k] ?? 0) + 1;
    rows++;
  }
  if (rows === 0) return null;
  return { predicted: counts.indexOf(Math.max(...counts)), shares: counts.map((count) => count / rows) };
}

/** The mean of the training rows' target, missing values left out; null where none is left. */
export function meanBaseline(training: ArrayLike<number>): number | null {
  let sum = 0;
  let rows = 0;
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < training.length; i++) {
    const value = training[i] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value;
    rows++;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (rows === 0) return null;
  // A sum of equal numbers rounds.
  return least === greatest ? least : sum / rows;
}
