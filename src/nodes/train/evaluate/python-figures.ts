import { text } from '../../../lib/text';
import { helper, np, usesOf } from '../../python/py';

/* The figures of a report in Python, by the names that they have in the report. */

const metrics = (...names: readonly string[]) => usesOf('sklearn.metrics', ...names);

const labelFigures = helper({
  name: 'label_figures',
  why: text(
    'How well the classes that were said fit the true ones. Where both sides have one label alone, agreement cannot be told from chance.',
    '모델이 답한 클래스가 정답과 얼마나 맞는지 재요. 양쪽에 클래스가 하나뿐이면 우연히 맞은 것과 구별할 수 없어요.',
  ),
  source: `def label_figures(truth, predicted):
    precision, recall, f1, _ = precision_recall_fscore_support(
        truth, predicted, average="macro", zero_division=0
    )
    one_label = len({*truth, *predicted}) == 1
    return {
        "accuracy": accuracy_score(truth, predicted),
        "balancedAccuracy": balanced_accuracy_score(truth, predicted),
        "macroF1": f1,
        "macroPrecision": precision,
        "macroRecall": recall,
        "kappa": None if one_label else cohen_kappa_score(truth, predicted),
        "mcc": matthews_corrcoef(truth, predicted),
    }`,
  uses: metrics(
    'accuracy_score',
    'balanced_accuracy_score',
    'cohen_kappa_score',
    'matthews_corrcoef',
    'precision_recall_fscore_support',
  ),
});

const calibrationError = helper({
  name: 'calibration_error',
  why: text(
    'How far probabilities lie from what came true, in ten bins of equal width (ECE).',
    '확률이 실제 비율과 얼마나 다른지, 너비가 같은 구간 열 개에서 재요(ECE).',
  ),
  source: `def calibration_error(came_true, probability):
    bins = np.searchsorted(np.arange(1, 10) / 10, probability)
    gaps = np.bincount(bins, weights=probability - came_true)
    return np.abs(gaps).sum() / len(probability)`,
  uses: np.uses,
});

const KNOWN = `    known = truth.notna().to_numpy()
    truth, predicted = truth[known].to_numpy(), predicted[known].to_numpy()`;

export const binaryFigures = helper({
  name: 'binary_figures',
  why: text(
    'The figures of one part. Rows without a truth are left out; what the rows cannot tell is None.',
    '한 부분의 지표예요. 정답이 없는 행은 빼고, 행으로 알 수 없는 지표는 None이에요.',
  ),
  source: `def binary_figures(truth, predicted, probabilities, classes, positive):
${KNOWN}
    probabilities = probabilities[known].to_numpy()
    if len(truth) == 0:
        return {}
    hits = truth[:, None] == np.array(classes, dtype=object)
    is_positive = hits[:, classes.index(positive)]
    score = probabilities[:, classes.index(positive)]
    all_known = hits.any(axis=1).all()
    some = all_known and is_positive.any()
    both = some and not is_positive.all()
    return {
        **label_figures(truth, predicted),
        "rocAuc": roc_auc_score(is_positive, score) if both else None,
        "averagePrecision": average_precision_score(is_positive, score) if some else None,
        "logLoss": log_loss(hits.argmax(axis=1), probabilities, labels=[0, 1])
        if all_known
        else None,
        "brier": brier_score_loss(is_positive, score) if all_known else None,
        "ece": calibration_error(is_positive, score),
    }`,
  uses: [
    ...np.uses,
    ...metrics('average_precision_score', 'brier_score_loss', 'log_loss', 'roc_auc_score'),
    ...labelFigures.uses,
    ...calibrationError.uses,
  ],
});

export const multiclassFigures = helper({
  name: 'multiclass_figures',
  why: text(
    'The figures of one part. Rows without a truth are left out; what the rows cannot tell is None. Areas under curves are means over the classes, each against the rest.',
    '한 부분의 지표예요. 정답이 없는 행은 빼고, 행으로 알 수 없는 지표는 None이에요. 곡선 아래 면적은 클래스마다 나머지와 비교한 값의 평균이에요.',
  ),
  source: `def multiclass_figures(truth, predicted, probabilities, classes):
${KNOWN}
    probabilities = probabilities[known].to_numpy()
    if len(truth) == 0:
        return {}
    hits = truth[:, None] == np.array(classes, dtype=object)
    all_known = hits.any(axis=1).all()
    each = all_known and hits.any(axis=0).all()
    top = probabilities.argmax(axis=1)
    right = hits[np.arange(len(top)), top]
    labels = np.arange(len(classes))
    return {
        **label_figures(truth, predicted),
        "rocAuc": roc_auc_score(hits, probabilities) if each else None,
        "averagePrecision": average_precision_score(hits, probabilities) if each else None,
        "logLoss": log_loss(hits.argmax(axis=1), probabilities, labels=labels)
        if all_known
        else None,
        "brier": ((probabilities - hits) ** 2).sum(axis=1).mean() if all_known else None,
        "ece": calibration_error(right, probabilities.max(axis=1)),
    }`,
  uses: [
    ...np.uses,
    ...metrics('average_precision_score', 'log_loss', 'roc_auc_score'),
    ...labelFigures.uses,
    ...calibrationError.uses,
  ],
});

const rSquared = helper({
  name: 'r_squared',
  why: text(
    'R²; 0 where the truth is constant, unless every answer is exact.',
    'R²예요. 정답이 모두 같으면 답이 전부 정확하지 않은 한 0이에요.',
  ),
  source: `def r_squared(truth, predicted):
    if len(truth) < 2:
        return None
    if (truth == truth[0]).all():
        return float((truth == predicted).all())
    return r2_score(truth, predicted)`,
  uses: metrics('r2_score'),
});

export const regressionFigures = helper({
  name: 'regression_figures',
  why: text(
    'The figures of one part. Rows without a truth are left out; what the rows cannot tell is None.',
    '한 부분의 지표예요. 정답이 없는 행은 빼고, 행으로 알 수 없는 지표는 None이에요.',
  ),
  source: `def regression_figures(truth, predicted):
${KNOWN}
    if len(truth) == 0:
        return {}
    nonzero = (truth != 0).all()
    return {
        "rmse": mean_squared_error(truth, predicted) ** 0.5,
        "mae": mean_absolute_error(truth, predicted),
        "r2": r_squared(truth, predicted),
        "mape": mean_absolute_percentage_error(truth, predicted) if nonzero else None,
    }`,
  uses: [...metrics('mean_absolute_error', 'mean_absolute_percentage_error', 'mean_squared_error'), ...rSquared.uses],
});
