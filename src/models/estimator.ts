import type { Text } from '../lib/text';
import type { Table } from '../table/table';
import { ownBody } from './body';
import type { Features } from './matrix';
import type { MetricPoint } from './metric-point';
import type { ModelBody, ModelValue } from './model';
import type { BackendChoice, BackendName } from './network/backend/backend-choice';

/** `scores[row * outputs + k]`: class probabilities (two for `binary`), or the value in the target's own units. */
export type Scores = { readonly scores: Float64Array; readonly outputs: number };

export interface PredictContext {
  readonly backend: BackendChoice;
  readonly signal: AbortSignal;
  /** Says which backend really runs, and why; families that need none never do. */
  usesBackend?(name: BackendName, reason: Text): void;
}

/** A model's body, opened to score rows. */
export interface Scorer {
  /** Scores of rows of features, every one finite or the whole is refused by whoever asked. One call at a time. */
  score(features: Features): Promise<Scores>;
  /** Frees what was opened; it is opened anew should another call come. */
  dispose(): void;
}

export interface ContinueRequest {
  readonly model: ModelValue;
  /** Prepared by the model's own recipe. */
  readonly table: Table;
  /** Rows of the table to learn from. */
  readonly rows: Uint32Array;
  /** Rounds, of families that train in rounds. */
  readonly epochs: number;
  /** Of the learning rate that the model was first trained with. */
  readonly learningRateFactor: number;
  readonly seed: number;
  /** Stops on the loss over rows kept apart; absent, every epoch is trained. */
  readonly earlyStopping?: { readonly patience: number; readonly minDelta: number; readonly rows: Uint32Array };
}

/** What continuing tells and asks of whoever runs it; a kind's RunContext is one. */
export interface ContinueContext {
  readonly signal: AbortSignal;
  readonly backend: BackendChoice;
  progress(fraction: number, doing?: Text, secondsLeft?: number): void;
  metric(point: MetricPoint): void;
  log(message: Text): void;
  usesBackend(name: BackendName, reason: Text): void;
}

/** What a family computes with its bodies. */
export interface Estimator<B extends ModelBody> {
  readonly type: B['type'];
  /** Features are gathered as 32-bit or as 64-bit floats. */
  readonly precision: 'single' | 'double';
  open(model: ModelValue, body: B, ctx: PredictContext): Scorer;
  /** Refuses a body that is well formed and cannot work: throws a Failure `model-file-invalid`. */
  check(model: ModelValue, body: B, ctx: PredictContext): Promise<void>;
  /**
   * Trains further from what was learned: recipe, classes and scale stay as they are. Rows without a target, or of a
   * class that the model does not know, are left out and counted in the log. Fails with `too-few-rows` where none is
   * left, and `cannot-continue` where this body cannot be. Absent of families that cannot be trained further.
   */
  continueTraining?(request: ContinueRequest, body: B, ctx: ContinueContext): Promise<ModelValue>;
}

/** An estimator whose own type of body has been forgotten, as the list of families holds it. */
export interface AnyEstimator {
  readonly type: string;
  readonly precision: 'single' | 'double';
  open(model: ModelValue, ctx: PredictContext): Scorer;
  check(model: ModelValue, ctx: PredictContext): Promise<void>;
  continueTraining?(request: ContinueRequest, ctx: ContinueContext): Promise<ModelValue>;
}

/** Closes over a family's own type. */
export function defineEstimator<B extends ModelBody>(estimator: Estimator<B>): AnyEstimator {
  const own = ownBody<B>(estimator.type);
  const { continueTraining } = estimator;
  return {
    type: estimator.type,
    precision: estimator.precision,
    open: (model, ctx) => estimator.open(model, own(model.body), ctx),
    check: (model, ctx) => estimator.check(model, own(model.body), ctx),
    ...(continueTraining === undefined
      ? {}
      : { continueTraining: (request, ctx) => continueTraining(request, own(request.model.body), ctx) }),
  };
}
