import type { Text } from '../../lib/text';
import type { Table } from '../../table/table';
import { usualRule } from '../decision';
import { type DividedRows, divideRows } from '../held-out';
import { type FeatureKind, featureColumns, featureMatrix } from '../matrix';
import type { ModelValue, TargetInfo } from '../model';
import { rowWeights } from '../row-weights';
import { readTarget, type TaskChoice } from '../target';
import type { NetworkPlan } from './network';
import { penaltiesOf } from './network-origin';
import { networkTarget } from './network-target';
import type { NetworkArtifact, NetworkBody } from './network-value';
import type { Examples, TrainingJob, TrainingSettings } from './trainer';

export interface TrainingRequest {
  readonly table: Table;
  readonly task: TaskChoice;
  readonly reads: FeatureKind;
  /** The network for rows of this shape, of which so many are learned from. */
  plan(inputShape: readonly number[], outputs: number, rows: number): NetworkPlan;
  /** How it is trained, and trained further. */
  readonly settings: TrainingSettings;
  /** Weigh classes by the inverse of their frequency. */
  readonly balanced: boolean;
}

/** A request with its rows read: what every way of training starts from. */
export interface Lesson extends Pick<TrainingJob, 'plan' | 'task' | 'train' | 'validation' | 'targetScale'> {
  readonly info: TargetInfo;
  readonly features: readonly string[];
}

/** Reads the parts of the table; without a validation part, early stopping has a tenth of the training rows held out. */
export function readLesson(
  request: TrainingRequest,
  { seed, log }: { readonly seed: number; log(message: Text): void },
): Lesson {
  const { table } = request;
  const rows: DividedRows = divideRows(table, request.settings, seed, log);
  const target = readTarget(table, request.task, rows.train, rows.validation);
  const { info, outputs, encode } = networkTarget(target);
  const features = featureColumns(table, request.reads);
  const examples = (part: Uint32Array, weights: Float32Array | null): Examples => ({
    rows: part.length,
    features: featureMatrix(table, features, part, 'single').values,
    targets: encode(part),
    weights,
  });
  const { shape } = featureMatrix(table, features, new Uint32Array(0), 'single');
  return {
    plan: request.plan(shape, outputs, rows.train.length),
    task: target.task,
    train: examples(rows.train, rowWeights(table, rows.train, target, request.balanced)),
    validation: rows.validation.length === 0 ? null : examples(rows.validation, null),
    targetScale: info.scale?.sd ?? 1,
    info,
    features,
  };
}

type Outcome = Required<Omit<ModelValue['training'], 'rows'>>;

/** The model around a trained network. */
export function networkModel(
  { table, settings, balanced }: TrainingRequest,
  { plan, task, info, features, train }: Lesson,
  artifact: NetworkArtifact,
  { backend, trainer, seed, rounds }: Outcome,
): ModelValue {
  const origin = { penalties: penaltiesOf(plan), settings, balanced };
  const body: NetworkBody = { type: 'network', ...artifact, origin };
  return {
    task,
    target: info,
    recipe: table.recipe,
    features,
    decision: usualRule(info),
    body,
    // One order of the fields, as model files have them.
    training: { backend, trainer, seed, rows: train.rows, rounds },
  };
}
