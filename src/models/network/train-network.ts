import { counted } from '../../lib/figures';
import { text } from '../../lib/text';
import type { Table } from '../../table/table';
import { usualRule } from '../decision';
import { divideRows } from '../held-out';
import { type FeatureKind, featureColumns, featureMatrix } from '../matrix';
import type { ModelValue } from '../model';
import { rowWeights } from '../row-weights';
import { readTarget, type TaskChoice } from '../target';
import { toArtifact } from './artifact';
import type { BackendChoice } from './backend/backend-choice';
import { chooseBackend, withSomeBackend } from './backend/backends';
import type { NetworkPlan } from './network';
import { penaltiesOf } from './network-origin';
import { networkTarget } from './network-target';
import type { NetworkBody } from './network-value';
import { type TrainingListener, trainAnywhere } from './train-anywhere';
import type { TrainingJob, TrainingSettings } from './trainer';

export interface TrainingRequest {
  readonly table: Table;
  readonly task: TaskChoice;
  readonly reads: FeatureKind;
  /** The network for rows of this shape, of which so many are learned from. */
  plan(inputShape: readonly number[], outputs: number, rows: number): NetworkPlan;
  readonly settings: TrainingSettings;
  /** Weigh classes by the inverse of their frequency. */
  readonly balanced: boolean;
}

/** What training tells and asks of whoever runs it; a kind's RunContext is one. */
export interface TrainingContext extends TrainingListener {
  readonly seed: number;
  readonly backend: BackendChoice;
}

/**
 * Trains a network on the training part of a table and gives the model with its
 * recipe. Early stopping goes by the validation part, or by a tenth of the
 * training rows held out where there is none. A lost graphics context is
 * survived: training goes on elsewhere from the last completed epoch.
 */
export async function trainNetwork(request: TrainingRequest, ctx: TrainingContext): Promise<ModelValue> {
  const { table } = request;
  const rows = divideRows(table, request.settings, ctx.seed, ctx.log);
  const target = readTarget(table, request.task, rows.train, rows.validation);
  const { info, outputs, encode } = networkTarget(target);
  const features = featureColumns(table, request.reads);
  const examples = (part: Uint32Array, weights: Float32Array | null) => ({
    rows: part.length,
    features: featureMatrix(table, features, part, 'single').values,
    targets: encode(part),
    weights,
  });
  const { shape } = featureMatrix(table, features, new Uint32Array(0), 'single');
  const plan = request.plan(shape, outputs, rows.train.length);
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
    targetScale: info.scale?.sd ?? 1,
  };
  const { trained, backend, trainer } = await trainAnywhere(job, ctx);
  if (trained.stoppedEarly) {
    ctx.log(
      text(
        `Stopped after ${counted(trained.epochs, 'epoch')}; the weights of epoch ${trained.bestEpoch} were kept.`,
        `${trained.epochs} 에포크에서 조기 종료했고, ${trained.bestEpoch} 에포크의 가중치를 유지했어요.`,
      ),
    );
  }
  const { history, epochs, bestEpoch, stoppedEarly } = trained;
  const artifact = await withSomeBackend(backend, ctx.signal, async () => toArtifact(plan, trained));
  const body: NetworkBody = {
    type: 'network',
    ...artifact,
    origin: { penalties: penaltiesOf(plan), settings: request.settings, balanced: request.balanced },
  };
  return {
    task: target.task,
    target: info,
    recipe: table.recipe,
    features,
    decision: usualRule(info),
    body,
    training: {
      backend,
      trainer,
      seed: ctx.seed,
      rows: rows.train.length,
      rounds: { count: epochs, best: bestEpoch, stoppedEarly, history },
    },
  };
}
