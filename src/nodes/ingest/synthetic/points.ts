import { cosPi, sinPi } from '../../../lib/portable-math';
import { permutation, type Random } from '../../../lib/random';
import type { Cells } from './fields';

/** How far from the middle the centres of blobs lie, at least; neighbours are about 5 apart. */
const RING = 4;

/** Round clusters of standard deviation `spread`, their centres evenly on a ring; classes of equal size, in random order. */
export function blobRows(rows: number, centres: number, spread: number, random: Random): (row: number) => Cells {
  const order = permutation(rows, random);
  const radius = Math.max(RING, 2.5 / sinPi(1 / centres));
  return (row) => {
    const cluster = (order[row] ?? 0) % centres;
    const angle = (2 * cluster) / centres;
    const x = radius * cosPi(angle) + spread * random.normal();
    const y = radius * sinPi(angle) + spread * random.normal();
    return [x, y, cluster];
  };
}

/** Two interleaved half circles of radius 1 (as scikit-learn's make_moons); `noise` is a standard deviation. */
export function moonRows(rows: number, noise: number, random: Random): (row: number) => Cells {
  const order = permutation(rows, random);
  return (row) => {
    const upper = (order[row] ?? 0) % 2;
    const angle = random.next();
    const x = upper === 1 ? cosPi(angle) : 1 - cosPi(angle);
    const y = upper === 1 ? sinPi(angle) : 0.5 - sinPi(angle);
    return [x + noise * random.normal(), y + noise * random.normal(), upper];
  };
}

/** A circle of radius 0.5 within one of radius 1; `noise` is a standard deviation. */
export function circleRows(rows: number, noise: number, random: Random): (row: number) => Cells {
  const order = permutation(rows, random);
  return (row) => {
    const outer = (order[row] ?? 0) % 2;
    const angle = 2 * random.next();
    const radius = outer === 1 ? 1 : 0.5;
    const x = radius * cosPi(angle) + noise * random.normal();
    return [x, radius * sinPi(angle) + noise * random.normal(), outer];
  };
}
