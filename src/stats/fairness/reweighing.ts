import { requireSameLength } from '../metrics/figure';

/**
 * Kamiran and Calders' (2012) reweighing: rows of group g and class y weigh n_y · n_g / (n · n_gy), so that every
 * group gets the same weighted share of each class. `weights[g][y]` is null where no row is of that group and class.
 */
export interface Reweighing {
  readonly weights: readonly (readonly (number | null)[])[];
  /** One a row; 0 where the group or the class is unknown (outside the counts). */
  readonly rows: Float64Array;
}

export function reweigh(
  groups: ArrayLike<number>,
  classes: ArrayLike<number>,
  groupCount: number,
  classCount: number,
): Reweighing {
  requireSameLength(groups, classes);
  const cells = Array.from({ length: groupCount }, () => new Array<number>(classCount).fill(0));
  for (let i = 0; i < groups.length; i++) {
    const cell = cells[groups[i] ?? -1];
    const y = classes[i] ?? -1;
    if (cell !== undefined && y >= 0 && y < classCount) cell[y] = (cell[y] ?? 0) + 1;
  }
  const ofGroup = cells.map((cell) => cell.reduce((a, b) => a + b, 0));
  const ofClass = Array.from({ length: classCount }, (_, y) => cells.reduce((sum, cell) => sum + (cell[y] ?? 0), 0));
  const n = ofGroup.reduce((a, b) => a + b, 0);
  const weights = cells.map((cell, g) =>
    cell.map((count, y) => (count === 0 ? null : ((ofClass[y] ?? 0) * (ofGroup[g] ?? 0)) / (n * count))),
  );
  const rows = Float64Array.from(
    { length: groups.length },
    (_, i) => weights[groups[i] ?? -1]?.[classes[i] ?? -1] ?? 0,
  );
  return { weights, rows };
}
