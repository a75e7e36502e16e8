import type { Task } from '../graph/schema-types';
import type { JsonObject } from '../lib/json';
import type { Recipe } from '../table/table';
import type { NetworkPlan } from './network/network';
import type { TrainingSettings } from './network/trainer';

/** A trained model as it travels on a wire and lies on disk: plain data, no tensors. */
export interface ModelValue {
  readonly task: Task;
  readonly target: TargetInfo;
  /** From raw rows to the columns named in `features`. */
  readonly recipe: Recipe;
  /** Column names in the order the network reads them; for images the one image column. */
  readonly features: readonly string[];
  readonly network: NetworkArtifact;
  readonly training: TrainingSummary;
  /** What further training needs to know; absent in files of earlier versions. */
  readonly origin?: TrainingOrigin;
}

/** How a network was made and trained, beyond what its topology tells: penalties, optimizer, learning rate. */
export interface TrainingOrigin {
  readonly plan: NetworkPlan;
  readonly settings: TrainingSettings;
  /** Classes were weighed by the inverse of their frequency. */
  readonly balanced: boolean;
}

export interface TargetInfo {
  readonly name: string;
  /** In the order of the network's outputs; for `binary`, index 1 is the positive class. Absent for regression. */
  readonly classes?: readonly string[];
  /** Regression networks learn (y - mean) / sd. */
  readonly scale?: { readonly mean: number; readonly sd: number };
}

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

export interface TrainingSummary {
  readonly backend: string;
  readonly trainer: string;
  readonly seed: number;
  readonly rows: number;
  readonly epochs: number;
  /** 1-based epoch whose weights were kept. */
  readonly bestEpoch: number;
  readonly stoppedEarly: boolean;
  readonly ms: number;
  /** One entry an epoch, by series name (see MetricPoint.values). */
  readonly history: Readonly<Record<string, readonly number[]>>;
}
