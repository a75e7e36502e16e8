import type { PredictionInput } from '../../worker/protocol';

/** Columns that together are one square grey image, row by row. */
export interface PixelGrid {
  readonly side: number;
  /** Column names, row-major. */
  readonly columns: readonly string[];
  /** The value of full ink: 16 in the 8 × 8 digits, 255 elsewhere, 1 where scaled. */
  readonly ink: number;
}

const SMALLEST = 6;
/** About so many points a side are drawn on, whatever the model reads. */
const PAD_POINTS = 112;

/** Finds out whether a model's raw columns are the pixels of one image; null where they are not. */
export function pixelGridOf(inputs: readonly PredictionInput[]): PixelGrid | null {
  const numeric = inputs.filter(({ field }) => field.type === 'number' || field.type === 'integer');
  const side = Math.sqrt(numeric.length);
  if (numeric.length !== inputs.length || !Number.isInteger(side) || side < SMALLEST) return null;
  if (numeric.some(({ min }) => min === undefined || min < 0)) return null;
  const ink = Math.max(...numeric.map(({ max }) => max ?? 0));
  if (ink !== 1 && ink !== 16 && ink !== 255) return null;
  if (numeric.some(({ field }) => !/\d/.test(field.name))) return null;
  return { side, ink, columns: numeric.map(({ field }) => field.name) };
}

/** Points a side of the pad for an image of `side` pixels: a whole number of them for each pixel. */
export const padSide = (side: number): number => side * Math.max(1, Math.round(PAD_POINTS / side));

/** The pad after a soft round brush went from one point to another, in points; values 0 … 1. */
export function stroke(
  points: Float32Array,
  side: number,
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
): Float32Array<ArrayBuffer> {
  const next = Float32Array.from(points);
  const radius = side / 15;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const squared = dx * dx + dy * dy;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const [px, py] = [column + 0.5 - from[0], row + 0.5 - from[1]];
      // The nearest place on the way from one point to the other.
      const along = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
      const distance = Math.hypot(px - along * dx, py - along * dy);
      const touch = Math.min(1, Math.max(0, radius + 1 - distance));
      const index = row * side + column;
      next[index] = Math.max(next[index] ?? 0, touch);
    }
  }
  return next;
}

/** The pad as the model sees it: the mean ink of the points that make up each pixel. */
export function resample(points: Float32Array, from: number, to: number): Float32Array<ArrayBuffer> {
  const block = from / to;
  const pixels = new Float32Array(to * to);
  for (let row = 0; row < to; row++) {
    for (let column = 0; column < to; column++) {
      let sum = 0;
      for (let y = row * block; y < (row + 1) * block; y++) {
        for (let x = column * block; x < (column + 1) * block; x++) sum += points[y * from + x] ?? 0;
      }
      pixels[row * to + column] = sum / (block * block);
    }
  }
  return pixels;
}
