import type { ModelValue } from '../../models/model';
import type { LiveModels, ModelOrigin, Retraining, RetrainJob, RetrainOutcome } from '../../nodes/contract/live';
import type { StreamView } from './live-stream';

/** {@link LiveModels}, told which rows there are when a model is kept. */
export interface LoopModels extends Omit<LiveModels, 'keep'> {
  keep(model: ModelValue, about: ModelOrigin, view: StreamView): Promise<string>;
}

/** {@link Retraining}, told which rows there are when a job is begun and when its model is kept. */
export interface LoopRetraining extends Omit<Retraining, 'begin' | 'result'> {
  begin(job: RetrainJob, view: StreamView): void;
  result(id: string, view: StreamView): Promise<RetrainOutcome>;
  /** Jobs begun and not asked for yet: what a checkpoint must keep. */
  pending(): readonly RetrainJob[];
}

/** What a loop has of the outside. What the registry is told twice, because a tick is made again, it does once. */
export interface LoopServices {
  readonly models: LoopModels;
  readonly retraining: LoopRetraining;
}

/** The models as a node sees them while the streams stand so. */
export function modelsAt(models: LoopModels, view: StreamView): LiveModels {
  return { ...models, keep: (model, about) => models.keep(model, about, view) };
}
