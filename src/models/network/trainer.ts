import type { Task } from '../../graph/schema-types';
import type { OfSchema } from '../../lib/of-schema';
import type { Text } from '../../lib/text';
import type { MetricPoint } from '../metric-point';
import type { BackendName } from './backend/backend-choice';
import type { NetworkPlan } from './network';
import type { PlateauState } from './schedule';
import type { settingsSchema } from './training-schemas';

/** Rows as a trainer reads them. */
export interface Examples {
  readonly rows: number;
  /** rows × the size of the plan's input, row-major. */
  readonly features: Float32Array;
  /** Class indices, or scaled values. */
  readonly targets: Float32Array;
  /** One a row with mean 1, or null where all rows count alike. */
  readonly weights: Float32Array | null;
}

export type TrainingSettings = OfSchema<typeof settingsSchema>;

/** Everything a trainer needs to know: the same job gives the same bits on the same CPU-side backend. */
export interface TrainingJob {
  readonly plan: NetworkPlan;
  readonly task: Task;
  readonly train: Examples;
  readonly validation: Examples | null;
  readonly settings: TrainingSettings;
  readonly seed: number;
  readonly backend: BackendName;
  /** Regression: the target's standard deviation, so that RMSE is told in its own units; else 1. */
  readonly targetScale: number;
}

export interface TrainingHooks {
  readonly signal: AbortSignal;
  metric(point: MetricPoint): void;
  progress(fraction: number, doing?: Text, secondsLeft?: number): void;
}

/** A network's numbers, flat, in the order of its parameter layout. */
export interface NetworkValues {
  readonly weights: Float32Array;
  readonly statistics: Float32Array;
}

/** All that training needs to go on after a completed epoch as if nothing had happened. */
export interface Checkpoint extends NetworkValues {
  /** Completed epochs. */
  readonly epoch: number;
  /** Completed optimizer steps. */
  readonly step: number;
  readonly slots: readonly Float32Array[];
  readonly plateau: PlateauState;
  readonly best: { readonly epoch: number; readonly loss: number; readonly values: NetworkValues } | null;
  readonly history: Readonly<Record<string, readonly number[]>>;
}

export interface Trained extends NetworkValues {
  readonly epochs: number;
  /** 1-based epoch whose weights were kept. */
  readonly bestEpoch: number;
  readonly stoppedEarly: boolean;
  readonly history: Readonly<Record<string, readonly number[]>>;
}

/**
 * Trains a plan. A trainer holds nothing between jobs. It runs while the job's
 * backend is active, gives other tasks a turn at least every 50 ms, throws
 * Cancelled when its signal fires, a Failure where a person can mend it, and
 * ContextLost with the graphics context; it leaves no tensor behind in any case.
 */
export interface Trainer {
  readonly name: string;
  supports(job: TrainingJob): boolean;
  /** `keep` receives a checkpoint after each epoch where the backend can be lost. */
  train(
    job: TrainingJob,
    hooks: TrainingHooks,
    from?: Checkpoint,
    keep?: (checkpoint: Checkpoint) => void,
  ): Promise<Trained>;
}
