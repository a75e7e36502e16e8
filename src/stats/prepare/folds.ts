/** Test sizes of k plain folds of n rows: the first n mod k are one larger. */
export function foldSizes(n: number, k: number): readonly number[] {
  if (k < 2 || k > n) throw new RangeError(`${n} rows cannot make ${k} folds`);
  return Array.from({ length: k }, (_, fold) => Math.floor(n / k) + (fold < n % k ? 1 : 0));
}

/**
 * Rows of each class in each of k stratified folds: `[class][fold]`. Dealt out in
 * turn over the rows sorted by class, so a class's folds differ by one at most, and
 * so do the folds (scikit-learn's StratifiedKFold).
 */
export function stratifiedFoldCounts(classSizes: readonly number[], k: number): readonly (readonly number[])[] {
  if (k < 2 || classSizes.every((size) => size < k)) throw new RangeError(`no class has ${k} rows, one a fold`);
  let dealt = 0;
  return classSizes.map((size) => {
    const counts = new Array<number>(k).fill(0);
    for (let i = 0; i < size; i++, dealt++) counts[dealt % k] = (counts[dealt % k] ?? 0) + 1;
    return counts;
  });
}

/** k test windows at the end of n rows in time order, each trained on all rows before it. `test` is first and last row. */
export function timeSeriesFolds(
  n: number,
  k: number,
): readonly { readonly trainEnd: number; readonly test: readonly [number, number] }[] {
  const size = Math.floor(n / (k + 1));
  if (k < 1 || size < 1) throw new RangeError(`${n} rows cannot make ${k} windows`);
  return Array.from({ length: k }, (_, fold) => {
    const start = n - (k - fold) * size;
    return { trainEnd: start - 1, test: [start, start + size - 1] };
  });
}
