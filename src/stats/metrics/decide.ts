/** Two classes: say `positive` from this probability on, alike for all rows or one a row. */
export interface Rule {
  readonly positive: number;
  readonly threshold: number | ArrayLike<number>;
}

const HALF: Rule = { positive: 1, threshold: 0.5 };

/**
 * The class index predicted for each row of `scores` (rows × classes, row-major): by the rule where there are two
 * classes, else the most probable, the first of equals.
 */
export function decideClasses(scores: ArrayLike<number>, classes: number, rule: Rule = HALF): Int32Array {
  const { positive, threshold } = rule;
  const predicted = new Int32Array(scores.length / classes);
  for (let row = 0; row < predicted.length; row++) {
    const at = row * classes;
    if (classes === 2) {
      const from = typeof threshold === 'number' ? threshold : (threshold[row] ?? 0.5);
      predicted[row] = (scores[at + positive] ?? 0) >= from ? positive : 1 - positive;
      continue;
    }
    let best = 0;
    for (let k = 1; k < classes; k++) if ((scores[at + k] ?? 0) > (scores[at + best] ?? 0)) best = k;
    predicted[row] = best;
  }
  return predicted;
}
