import type { Runner } from './runner';
import { predictRunner } from './serve/predict/run';
import { evaluateRunner } from './train/evaluate/run';

/** Every kind's runner, by kind id: one line a kind. Loaded in the engine only. */
export const runners: readonly Runner[] = [evaluateRunner, predictRunner];
