import { type Text, text } from '../../lib/text';
import type { BackendName } from './backend/backend-choice';
import { chooseBackend, retireBackend, withBackend } from './backend/backends';
import { ContextLost, LOST_CONTEXT } from './backend/context-loss';
import { tfjsTrainer } from './tfjs-trainer';
import type { Checkpoint, Trained, Trainer, TrainingHooks, TrainingJob } from './trainer';

/** In order of preference: the first that supports a job trains it. */
const trainers: readonly Trainer[] = [tfjsTrainer];

/** What training gave, and where it happened in the end. */
export interface Outcome {
  readonly trained: Trained;
  readonly backend: BackendName;
  readonly trainer: string;
}

/** What whoever runs a training is told of it. */
export interface TrainingListener extends TrainingHooks {
  log(message: Text): void;
  usesBackend(name: BackendName, reason: Text): void;
}

/**
 * Trains on the job's backend, from the given weights where there are some. A lost graphics context is survived:
 * training goes on elsewhere from the last completed epoch.
 */
export async function trainAnywhere(job: TrainingJob, ctx: TrainingListener, from?: Checkpoint): Promise<Outcome> {
  const trainer = trainers.find((candidate) => candidate.supports(job));
  if (trainer === undefined) throw new Error('no trainer takes this network');
  let kept = from;
  const canBeLost = job.backend === 'webgl' || job.backend === 'webgpu';
  const keep = (checkpoint: Checkpoint): void => {
    kept = checkpoint;
  };
  try {
    const trained = await withBackend(job.backend, ctx.signal, () =>
      trainer.train(job, ctx, from, canBeLost ? keep : undefined),
    );
    return { trained, backend: job.backend, trainer: trainer.name };
  } catch (cause) {
    if (!(cause instanceof ContextLost)) throw cause;
    retireBackend(job.backend, LOST_CONTEXT);
    const next = await chooseBackend(job.backend, 'convolutional');
    const epoch = kept?.epoch ?? 0;
    const reason = text(
      `${next.name.toUpperCase()}: the graphics context was lost; training went on after epoch ${epoch}`,
      `${next.name.toUpperCase()}: 그래픽 컨텍스트를 잃어 ${epoch} 에포크 다음부터 이어서 학습함`,
    );
    ctx.log(reason);
    ctx.usesBackend(next.name, reason);
    const elsewhere = { ...job, backend: next.name };
    const trained = await withBackend(next.name, ctx.signal, () => trainer.train(elsewhere, ctx, kept));
    return { trained, backend: next.name, trainer: trainer.name };
  }
}
