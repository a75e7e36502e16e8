/** So much more alike than by chance, and so many standard errors beyond it, neighbours are alike in truth. */
const EXCESS = 0.05;
const ERRORS = 4;

/** Whether each quantity resembles the one before (correlation at lag 1); NaN breaks the line. */
export function quantityCarriesOn(values: Float64Array): boolean {
  let [rows, mean, spread] = [0, 0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    rows++;
    const off = value - mean;
    mean += off / rows;
    spread += off * (value - mean);
  }
  let [pairs, along] = [0, 0];
  for (let row = 1; row < values.length; row++) {
    const product = ((values[row] ?? 0) - mean) * ((values[row - 1] ?? 0) - mean);
    if (Number.isNaN(product)) continue;
    pairs++;
    along += product;
  }
  if (pairs < 2 || !(spread > 0)) return false;
  return isReal(along / pairs / (spread / rows), 1 / Math.sqrt(pairs));
}

/** Whether each class follows itself more often than by chance; below 0 breaks the line. */
export function classCarriesOn(classes: ArrayLike<number>): boolean {
  const counts = new Map<number, number>();
  let [rows, pairs, same] = [0, 0, 0];
  for (let row = 0; row < classes.length; row++) {
    const [now, before] = [classes[row] ?? -1, row === 0 ? -1 : (classes[row - 1] ?? -1)];
    if (now < 0) continue;
    rows++;
    counts.set(now, (counts.get(now) ?? 0) + 1);
    if (before < 0) continue;
    pairs++;
    if (now === before) same++;
  }
  if (pairs < 2) return false;
  let chance = 0;
  for (const count of counts.values()) chance += (count / rows) * (count / rows);
  return isReal(same / pairs - chance, Math.sqrt((chance * (1 - chance)) / pairs));
}

const isReal = (excess: number, error: number): boolean => excess > EXCESS && excess > ERRORS * error;
