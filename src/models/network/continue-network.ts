import { cannotContinue } from '../cannot-continue';
import type { ContinueContext, ContinueRequest } from '../estimator';
import { frozenTarget } from '../frozen-target';
import { featureMatrix } from '../matrix';
import type { ModelValue } from '../model';
import { rowWeights } from '../row-weights';
import { rowsToContinue } from '../rows-to-continue';
import { toArtifact } from './artifact';
import { chooseBackend, withSomeBackend } from './backend/backends';
import type { NetworkPlan } from './network';
import { continuable, penaltiesOf } from './network-origin';
import { networkTarget } from './network-target';
import type { NetworkArtifact, NetworkBody } from './network-value';
import { layOut, type Parameter } from './parameters';
import { noPlateau } from './schedule';
import { trainAnywhere } from './train-anywhere';
import type { Checkpoint, NetworkValues, TrainingJob } from './trainer';

/**
 * Trains a network further from its weights, as {@link Estimator.continueTraining}: the optimizer starts anew at a
 * constant rate.
 */
export async function continueNetwork(
  request: ContinueRequest,
  network: NetworkBody,
  ctx: ContinueContext,
): Promise<ModelValue> {
  const { model, table, seed } = request;
  const start = continuable(network);
  if (start === null) throw cannotContinue();
  const { plan, settings, balanced } = start;
  const known = rowsToContinue(request, ctx);
  const checked = frozenTarget(model, table, request.earlyStopping?.rows ?? new Uint32Array(0)).rows;
  const stopping = checked.length === 0 ? undefined : request.earlyStopping;
  const { encode } = networkTarget(known.target);
  const examples = (part: Uint32Array, weights: Float32Array | null) => ({
    rows: part.length,
    features: featureMatrix(table, model.features, part, 'single').values,
    targets: encode(part),
    weights,
  });
  const workload = plan.inputShape.length === 1 ? 'dense' : 'convolutional';
  const chosen = await chooseBackend(ctx.backend, workload);
  ctx.usesBackend(chosen.name, chosen.reason);
  const job: TrainingJob = {
    plan,
    task: model.task,
    train: examples(known.rows, rowWeights(table, known.rows, known.target, balanced)),
    validation: stopping === undefined ? null : examples(checked, null),
    settings: {
      ...settings,
      epochs: request.epochs,
      learningRate: settings.learningRate * request.learningRateFactor,
      schedule: { type: 'constant', factor: 1, every: 1, warmUp: 0 },
      earlyStopping: stopping === undefined ? null : { patience: stopping.patience, minDelta: stopping.minDelta },
    },
    seed,
    backend: chosen.name,
    targetScale: model.target.scale?.sd ?? 1,
  };
  const from: Checkpoint = {
    ...valuesOf(network, plan),
    epoch: 0,
    step: 0,
    slots: [],
    plateau: noPlateau,
    best: null,
    history: {},
  };
  const { trained, backend, trainer } = await trainAnywhere(job, ctx, from);
  const artifact = await withSomeBackend(backend, ctx.signal, async () => toArtifact(plan, trained));
  const { epochs, bestEpoch, stoppedEarly, history } = trained;
  const body: NetworkBody = {
    type: 'network',
    ...artifact,
    origin: { penalties: penaltiesOf(plan), settings, balanced },
  };
  return {
    ...model,
    body,
    training: {
      backend,
      trainer,
      seed,
      rows: known.rows.length,
      rounds: { count: epochs, best: bestEpoch, stoppedEarly, history },
    },
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
