import { Failure } from '../../lib/failure';
import { korean } from '../../lib/korean';
import { square } from '../../lib/portable-math';
import { text } from '../../lib/text';
import type { Table } from '../../table/table';
import type { ContinueContext, ContinueRequest } from '../estimator';
import { continuedModel, type FitContext, fittedModel, readExamples } from '../fitted-model';
import type { ModelValue } from '../model';
import { columnWeights } from '../row-weights';
import { rowsToContinue } from '../rows-to-continue';
import type { BayesBody } from './bayes-value';
import { type ClassMoments, classMoments, NO_WEIGHT } from './class-moments';

export interface BayesRequest {
  readonly table: Table;
  /** Of the greatest variance among the features, this share is added to every variance. */
  readonly varSmoothing: number;
  /** `seen`: as often as each class occurs; `equal`: all alike; or one number a class, in their order. */
  readonly priors: 'seen' | 'equal' | readonly number[];
}

/**
 * Gaussian naive Bayes, fitted on the training rows in one go; rows count as the weight column says. Fails with
 * `target-not-classes` where the target is a quantity, and `constant-features` where no feature varies.
 */
export async function trainBayes({ table, varSmoothing, priors }: BayesRequest, ctx: FitContext): Promise<ModelValue> {
  const examples = readExamples(table, 'auto');
  const { rows, features, target } = examples;
  const { classes } = target.info;
  if (classes === undefined) throw notClasses(target.info.name);
  const moments = await classMoments(
    {
      table,
      features,
      rows,
      labels: target.values(rows),
      classes: classes.length,
      weights: columnWeights(table, rows),
    },
    ctx.signal,
  );
  if (!(moments.widest > 0)) throw constantFeatures();
  const nothing: BayesBody = {
    type: 'bayes',
    varSmoothing,
    priors: priors === 'seen' ? null : priors === 'equal' ? classes.map(() => 1 / classes.length) : priors,
    features: features.length,
    counts: new Float64Array(classes.length),
    means: new Float64Array(moments.means.length),
    variances: new Float64Array(moments.variances.length).fill(varSmoothing * moments.widest),
  };
  return fittedModel(examples, learnFrom(nothing, moments), ctx);
}

/** Goes on counting, as {@link Estimator.continueTraining} and as scikit-learn's `partial_fit`. */
export async function continueBayes(
  request: ContinueRequest,
  body: BayesBody,
  ctx: ContinueContext,
): Promise<ModelValue> {
  const { model, table, seed } = request;
  const { rows, target } = rowsToContinue(request, ctx);
  const moments = await classMoments(
    {
      table,
      features: model.features,
      rows,
      labels: target.values(rows),
      classes: body.counts.length,
      weights: columnWeights(table, rows),
    },
    ctx.signal,
  );
  return continuedModel(model, learnFrom(body, moments), rows.length, seed);
}

/**
 * Joins the moments of further rows to those of all before (Chan, Golub and LeVeque 1979). The smoothing is taken off
 * and put on again as it follows from the new rows, which is what scikit-learn's `partial_fit` does.
 */
function learnFrom(body: BayesBody, { counts, means, variances, widest }: ClassMoments): BayesBody {
  const { features } = body;
  const smoothing = body.varSmoothing * widest;
  const joined = {
    ...body,
    counts: body.counts.map((count, k) => count + (counts[k] ?? 0)),
    means: body.means.slice(),
    variances: body.variances.slice(),
  };
  for (let at = 0; at < means.length; at++) {
    const k = Math.floor(at / features);
    const [past, added] = [body.counts[k] ?? 0, counts[k] ?? 0];
    if (added <= NO_WEIGHT) continue;
    const [mean, newMean] = [body.means[at] ?? 0, means[at] ?? 0];
    const [variance, newVariance] = [(body.variances[at] ?? 0) - smoothing, variances[at] ?? 0];
    const total = past + added;
    if (past === 0) {
      joined.means[at] = newMean;
      joined.variances[at] = newVariance + smoothing;
      continue;
    }
    const apart = ((added * past) / total) * square(mean - newMean);
    joined.means[at] = (added * newMean + past * mean) / total;
    joined.variances[at] = (past * variance + added * newVariance + apart) / total + smoothing;
  }
  return joined;
}

function notClasses(column: string): Failure {
  return new Failure({
    code: 'target-not-classes',
    column,
    message: text(
      `The target “${column}” is a quantity, and this model only tells classes apart.`,
      korean`목표 “${column}”은(는) 수치인데 이 모델은 클래스만 예측할 수 있어요.`,
    ),
    hint: text(
      'Give the column the type “category” in “Choose columns”, or train another model.',
      '‘열 고르기’에서 열 유형을 ‘범주’로 바꾸거나 다른 모델을 학습해 주세요.',
    ),
  });
}

function constantFeatures(): Failure {
  return new Failure({
    code: 'constant-features',
    message: text(
      'Every column is the same in all training rows, so there is nothing to tell classes apart by.',
      '모든 열이 학습 행 전체에서 같은 값이라 클래스를 구별할 근거가 없어요.',
    ),
    hint: text('Keep a column whose values vary.', '값이 달라지는 열을 남겨 주세요.'),
  });
}
