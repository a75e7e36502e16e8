/** Two classes: say `positive` from this probability on. */
export interface Rule {
  readonly positive: number;
  readonly threshold: number;
}

export const DEFAULT_RULE: Rule = { positive: 1, threshold: 0.5 };

/**
 * The class index said for each row of `scores` (rows × classes, row-major): by the rule where there are two
 * classes, else the most probable, the first of equals.
 */
export function decideClasses(scores: ArrayLike<number>, classes: number, rule: Rule = DEFAULT_RULE): Int32Array {
  const said = new Int32Array(scores.length / classes);
  for (let row = 0; row < said.length; row++) {
    const at = row * classes;
    if (classes === 2) {
      said[row] = (scores[at + rule.positive] ?? 0) >= rule.threshold ? rule.positive : 1 - rule.positive;
      continue;
    }
    let best = 0;
    for (let k = 1; k < classes; k++) if ((scores[at + k] ?? 0) > (scores[at + best] ?? 0)) best = k;
    said[row] = best;
  }
  return said;
}
