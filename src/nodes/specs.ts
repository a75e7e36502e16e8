import type { AnySpec } from './kind';
import { predictSpec } from './serve/predict/spec';
import { cnnSpec } from './train/cnn/spec';
import { denseSpec } from './train/dense/spec';
import { evaluateSpec } from './train/evaluate/spec';
import { linearSpec } from './train/linear/spec';

/** Every kind, in the palette's order: one line a kind. */
export const specs: readonly AnySpec[] = [denseSpec, linearSpec, cnnSpec, evaluateSpec, predictSpec];
