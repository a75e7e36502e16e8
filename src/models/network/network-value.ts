import type { JsonObject } from '../../lib/json';
import type { OfSchema } from '../../lib/of-schema';
import type { ModelBody } from '../model';
import type { originSchema } from './training-schemas';

/** A tfjs LayersModel, taken apart: its output layer is linear (logits, or the scaled value). */
export interface NetworkArtifact {
  /** `model.toJSON(null, false)`. */
  readonly topology: JsonObject;
  readonly weights: readonly WeightArray[];
  readonly inputShape: readonly number[];
  readonly outputs: number;
  readonly parameters: number;
}

export interface WeightArray {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export interface NetworkBody extends ModelBody, NetworkArtifact {
  readonly type: 'network';
  /** What further training needs to know; absent of networks that came without it. */
  readonly origin?: TrainingOrigin;
}

/** How a network was trained, beyond what its topology tells. */
export type TrainingOrigin = OfSchema<typeof originSchema>;
