import type { AnySpec } from './kind';
import { predictSpec } from './serve/predict/spec';
import { evaluateSpec } from './train/evaluate/spec';

/** Every kind, in the palette's order: one line a kind. */
export const specs: readonly AnySpec[] = [evaluateSpec, predictSpec];
