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

/** The pixels after a soft round brush touched the image at (x, y), in pixels; values 0 … 1. */
export function stroke(pixels: Float32Array, side: number, x: number, y: number): Float32Array {
  const next = pixels.slice();
  const radius = side / 11;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
      const touch = Math.min(1, Math.max(0, 1.35 - distance / radius / 1.25));
      const index = row * side + column;
      next[index] = Math.max(next[index] ?? 0, touch);
    }
  }
  return next;
}
