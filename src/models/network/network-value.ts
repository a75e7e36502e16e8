import type { JsonObject } from '../../lib/json';
import type { ModelBody } from '../model';
import type { TrainingSettings } from './trainer';

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
export interface TrainingOrigin {
  /** L2 penalty on each layer's kernel, bottom to top; 0 where there is none. */
  readonly penalties: readonly number[];
  readonly settings: TrainingSettings;
  /** Classes were weighed by the inverse of their frequency. */
  readonly balanced: boolean;
}
