import type { Runner } from './runner';
import { predictRunner } from './serve/predict/run';
import { cnnRunner } from './train/cnn/run';
import { denseRunner } from './train/dense/run';
import { evaluateRunner } from './train/evaluate/run';
import { linearRunner } from './train/linear/run';

/** Every kind's runner, by kind id: one line a kind. Loaded in the engine only. */
export const runners: readonly Runner[] = [denseRunner, linearRunner, cnnRunner, evaluateRunner, predictRunner];
