import { permutation, type Random } from '../../../lib/random';
import type { Cells } from './fields';

/** How far from the middle the centres of blobs lie, at least; neighbours are about 5 apart. */
const RING = 4;

/** Round clusters of standard deviation `spread`, their centres evenly on a ring; classes of equal size, in random order. */
export function blobRows(rows: number, centres: number, spread: number, random: Random): (row: number) => Cells {
  const order = permutation(rows, random);
  const radius = Math.max(RING, 2.5 / Math.sin(Math.PI / centres));
  return (row) => {
    const cluster = (order[row] ?? 0) % centres;
    const angle = (2 * Math.PI * cluster) / centres;
    const x = radius * Math.cos(angle) + spread * random.normal();
    const y = radius * Math.sin(angle) + spread * random.normal();
    return [x, y, cluster];
  };
}

/** Two interleaved half circles of radius 1 (as scikit-learn's make_moons); `noise` is a standard deviation. */
export function moonRows(rows: number, noise: number, random: Random): (row: number) => Cells {
  const order = permutation(rows, random);
  return (row) => {
    const upper = (order[row] ?? 0) % 2;
    const angle = Math.PI * random.next();
    const x = upper === 1 ? Math.cos(angle) : 1 - Math.cos(angle);
    const y = upper === 1 ? Math.sin(angle) : 0.5 - Math.sin(angle);
    return [x + noise * random.normal(), y + noise * random.normal(), upper];
  };
}

/** A circle of radius 0.5 within one of radius 1; `noise` is a standard deviation. */
export function circleRows(rows: number, noise: number, random: Random): (row: number) => Cells {
  const order = permutation(rows, random);
  return (row) => {
    const outer = (order[row] ?? 0) % 2;
    const angle = 2 * Math.PI * random.next();
    const radius = outer === 1 ? 1 : 0.5;
    const x = radius * Math.cos(angle) + noise * random.normal();
    return [x, radius * Math.sin(angle) + noise * random.normal(), outer];
  };
}
