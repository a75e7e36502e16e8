import { Failure } from '../../lib/failure';
import { type Text, text } from '../../lib/text';
import type { Table } from '../../table/table';
import { type FrozenTarget, frozenTarget } from '../frozen-target';
import { featureMatrix } from '../matrix';
import type { ModelValue, NetworkArtifact } from '../model';
import { requireFeatures } from '../required-features';
import { rowWeights } from '../row-weights';
import { toArtifact } from './artifact';
import { chooseBackend, withBackend } from './backend/backends';
import type { NetworkPlan } from './network';
import { originOf } from './network-origin';
import { layOut, type Parameter } from './parameters';
import { noPlateau } from './schedule';
import { trainAnywhere } from './train-anywhere';
import type { TrainingContext } from './train-network';
import type { Checkpoint, NetworkValues, TrainingJob } from './trainer';

export interface ContinueRequest {
  readonly model: ModelValue;
  /** Prepared by the model's own recipe. */
  readonly table: Table;
  /** Rows of the table to learn from. */
  readonly rows: Uint32Array;
  readonly epochs: number;
  /** Of the learning rate that the model was first trained with. */
  readonly learningRateFactor: number;
  readonly seed: number;
  /** Stops on the loss over rows kept apart; absent, every epoch is trained. */
  readonly earlyStopping?: { readonly patience: number; readonly minDelta: number; readonly rows: Uint32Array };
}

/** What continuing tells and asks of whoever runs it; a kind's RunContext is one. */
export type ContinueContext = Omit<TrainingContext, 'seed'>;

/**
 * Trains a model further from its weights: recipe, classes and target scale stay as they are, the optimizer starts
 * anew at a constant rate. Rows without a target, or of a class that the model does not know, are left out and
 * counted in the log. Fails with `cannot-continue` where the network cannot be trained here, `too-few-rows` where
 * no row is left.
 */
export async function continueTraining(request: ContinueRequest, ctx: ContinueContext): Promise<ModelValue> {
  const started = performance.now();
  const { model, table, seed } = request;
  const origin = originOf(model);
  if (origin === null) throw cannotContinue();
  requireFeatures(model, table);
  const known = frozenTarget(model, table, request.rows);
  sayLeftOut(known, ctx.log);
  if (known.rows.length === 0) throw noRows(model.target.name);
  const checked = frozenTarget(model, table, request.earlyStopping?.rows ?? new Uint32Array(0)).rows;
  const stopping = checked.length === 0 ? undefined : request.earlyStopping;
  const examples = (part: Uint32Array, weights: Float32Array | null) => ({
    rows: part.length,
    features: featureMatrix(table, model.features, part).values,
    targets: known.target.encode(part),
    weights,
  });
  const workload = origin.plan.inputShape.length === 1 ? 'dense' : 'convolutional';
  const chosen = await chooseBackend(ctx.backend, workload);
  ctx.usesBackend(chosen.name, chosen.reason);
  const job: TrainingJob = {
    plan: origin.plan,
    task: model.task,
    train: examples(known.rows, rowWeights(table, known.rows, known.target, origin.balanced)),
    validation: stopping === undefined ? null : examples(checked, null),
    settings: {
      ...origin.settings,
      epochs: request.epochs,
      learningRate: origin.settings.learningRate * request.learningRateFactor,
      schedule: { type: 'constant', factor: 1, every: 1, warmUp: 0 },
      earlyStopping: stopping === undefined ? null : { patience: stopping.patience, minDelta: stopping.minDelta },
    },
    seed,
    backend: chosen.name,
    targetScale: model.target.scale?.sd ?? 1,
  };
  const start: Checkpoint = {
    ...valuesOf(model.network, origin.plan),
    epoch: 0,
    step: 0,
    slots: [],
    plateau: noPlateau,
    best: null,
    history: {},
  };
  const { trained, backend, trainer } = await trainAnywhere(job, ctx, start);
  const network = await withBackend(backend, ctx.signal, async () => toArtifact(origin.plan, trained));
  const { epochs, bestEpoch, stoppedEarly, history } = trained;
  const rows = known.rows.length;
  const ms = performance.now() - started;
  return {
    ...model,
    network,
    training: { backend, trainer, seed, rows, epochs, bestEpoch, stoppedEarly, ms, history },
    origin,
  };
}

/** A saved network's weights in the order of its plan. */
function valuesOf(network: NetworkArtifact, plan: NetworkPlan): NetworkValues {
  const layout = layOut(plan);
  const saved = new Map(network.weights.map(({ name, values }) => [name, values]));
  const joined = (parameters: readonly Parameter[], size: number): Float32Array => {
    const values = new Float32Array(size);
    for (const { name, offset } of parameters) values.set(saved.get(name) ?? [], offset);
    return values;
  };
  return {
    weights: joined(layout.trainable, layout.trainableSize),
    statistics: joined(layout.statistics, layout.statisticsSize),
  };
}

function sayLeftOut({ unlabelled, unknown }: FrozenTarget, log: (message: Text) => void): void {
  if (unlabelled > 0) {
    log(
      text(
        `${unlabelled} ${unlabelled === 1 ? 'row was' : 'rows were'} left out: the target is missing.`,
        `목표 값이 없는 행 ${unlabelled}개를 뺐습니다.`,
      ),
    );
  }
  if (unknown.size === 0) return;
  const count = [...unknown.values()].reduce((sum, rows) => sum + rows, 0);
  const names = [...unknown.keys()].sort().slice(0, 3);
  const list = `${names.map((name) => `“${name}”`).join(', ')}${unknown.size > names.length ? ', …' : ''}`;
  log(
    text(
      `${count} ${count === 1 ? 'row was' : 'rows were'} left out: the model does not know the target ${list}.`,
      `모델이 모르는 목표 값(${list})이라 행 ${count}개를 뺐습니다.`,
    ),
  );
}

function cannotContinue(): Failure {
  return new Failure({
    code: 'cannot-continue',
    port: 'model',
    message: text(
      'This network was not made by Millrace in a way that it can train further.',
      '이 신경망은 Millrace에서 이어서 학습할 수 없는 구조입니다.',
    ),
    hint: text(
      'Train a new model on these rows: choose full retraining.',
      '이 행들로 새 모델을 학습하세요. 전체 재학습을 고르면 됩니다.',
    ),
  });
}

function noRows(target: string): Failure {
  return new Failure({
    code: 'too-few-rows',
    column: target,
    message: text(
      'No row is left to learn from: none has a target that the model knows.',
      '모델이 아는 목표 값을 가진 행이 없어 학습할 수 없습니다.',
    ),
    hint: text(
      'Wait for more labelled rows, or choose full retraining, which learns new classes.',
      '레이블이 더 모일 때까지 기다리거나, 새 클래스도 배우는 전체 재학습을 고르세요.',
    ),
  });
}
