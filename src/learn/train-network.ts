import { type Text, text } from '../lib/text';
import type { Table } from '../table/table';
import { toArtifact } from './artifact';
import type { BackendChoice, BackendName } from './backend-choice';
import { chooseBackend, retireBackend, withBackend } from './backends';
import { ContextLost, LOST_CONTEXT } from './context-loss';
import { divideRows } from './held-out';
import { type FeatureKind, featureColumns, featureMatrix } from './matrix';
import type { ModelValue } from './model';
import type { NetworkPlan } from './network';
import { rowWeights } from './row-weights';
import { readTarget, type TaskChoice } from './target';
import { tfjsTrainer } from './tfjs-trainer';
import type { Checkpoint, Trained, Trainer, TrainingHooks, TrainingJob, TrainingSettings } from './trainer';

/** In order of preference: the first that supports a job trains it. */
export const trainers: readonly Trainer[] = [tfjsTrainer];

export interface TrainingRequest {
  readonly table: Table;
  readonly task: TaskChoice;
  readonly reads: FeatureKind;
  /** The network for rows of this shape. */
  plan(inputShape: readonly number[], outputs: number): NetworkPlan;
  readonly settings: TrainingSettings;
  /** Weigh classes by the inverse of their frequency. */
  readonly balanced: boolean;
}

/** What training tells and asks of whoever runs it; a kind's RunContext is one. */
export interface TrainingContext extends TrainingHooks {
  readonly seed: number;
  readonly backend: BackendChoice;
  log(message: Text): void;
  usesBackend(name: BackendName, reason: Text): void;
}

/**
 * Trains a network on the training part of a table and gives the model with its
 * recipe. Early stopping goes by the validation part, or by a tenth of the
 * training rows held out where there is none. A lost graphics context is
 * survived: training goes on elsewhere from the last completed epoch.
 */
export async function trainNetwork(request: TrainingRequest, ctx: TrainingContext): Promise<ModelValue> {
  const started = performance.now();
  const { table } = request;
  const rows = divideRows(table, request.settings, ctx.seed, ctx.log);
  const target = readTarget(table, request.task, rows.train, rows.validation);
  const features = featureColumns(table, request.reads);
  const examples = (part: Uint32Array, weights: Float32Array | null) => ({
    rows: part.length,
    features: featureMatrix(table, features, part).values,
    targets: target.encode(part),
    weights,
  });
  const { shape } = featureMatrix(table, features, new Uint32Array(0));
  const plan = request.plan(shape, target.outputs);
  const chosen = await chooseBackend(ctx.backend, request.reads === 'image' ? 'convolutional' : 'dense');
  ctx.usesBackend(chosen.name, chosen.reason);
  const job: TrainingJob = {
    plan,
    task: target.task,
    train: examples(rows.train, rowWeights(table, rows.train, target, request.balanced)),
    validation: rows.validation.length === 0 ? null : examples(rows.validation, null),
    settings: {
      ...request.settings,
      earlyStopping: rows.validation.length === 0 ? null : request.settings.earlyStopping,
    },
    seed: ctx.seed,
    backend: chosen.name,
    targetScale: target.info.scale?.sd ?? 1,
  };
  const { trained, backend, trainer } = await trainAnywhere(job, ctx);
  if (trained.stoppedEarly) {
    ctx.log(
      text(
        `Stopped after ${trained.epochs} epochs; the weights of epoch ${trained.bestEpoch} were kept.`,
        `${trained.epochs} 에포크에서 조기 종료했고, ${trained.bestEpoch} 에포크의 가중치를 유지했습니다.`,
      ),
    );
  }
  const { history, epochs, bestEpoch, stoppedEarly } = trained;
  const ms = performance.now() - started;
  return {
    task: target.task,
    target: target.info,
    recipe: table.recipe,
    features,
    network: await withBackend(backend, ctx.signal, async () => toArtifact(plan, trained)),
    training: {
      backend,
      trainer,
      seed: ctx.seed,
      rows: rows.train.length,
      epochs,
      bestEpoch,
      stoppedEarly,
      ms,
      history,
    },
  };
}

interface Outcome {
  readonly trained: Trained;
  readonly backend: BackendName;
  readonly trainer: string;
}

async function trainAnywhere(job: TrainingJob, ctx: TrainingContext): Promise<Outcome> {
  const trainer = trainers.find((candidate) => candidate.supports(job));
  if (trainer === undefined) throw new Error('no trainer takes this network');
  let kept: Checkpoint | undefined;
  const canBeLost = job.backend === 'webgl' || job.backend === 'webgpu';
  const keep = (checkpoint: Checkpoint): void => {
    kept = checkpoint;
  };
  try {
    const trained = await withBackend(job.backend, ctx.signal, () =>
      trainer.train(job, ctx, undefined, canBeLost ? keep : undefined),
    );
    return { trained, backend: job.backend, trainer: trainer.name };
  } catch (cause) {
    if (!(cause instanceof ContextLost)) throw cause;
    retireBackend(job.backend, LOST_CONTEXT);
    const next = await chooseBackend('auto', 'convolutional');
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
