import { describe, expect, it } from 'vitest';
import classification from '../golden/classification_metrics.json';
import { differences } from '../golden/differences';
import regression from '../golden/regression_metrics.json';
import {
  addError,
  addToConfusion,
  classificationMeasures,
  type ErrorSums,
  NO_ERRORS,
  regressionMeasures,
} from './prequential';

const values = (figures: Readonly<Record<string, { readonly value: number | null }>>) =>
  Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value]));

describe('measures of a stream equal the reference of the same rows at once', () => {
  it.each(classification.cases.map((c) => [c.id, c] as const))('%s', (_id, { input, expected }) => {
    const labels = [...new Set<string | number>([...input.y_true, ...input.y_pred])].sort((a, b) =>
      a < b ? -1 : a > b ? 1 : 0,
    );
    const confusion: number[][] = [];
    input.y_true.forEach((truth, i) => {
      addToConfusion(confusion, labels.indexOf(truth), labels.indexOf(input.y_pred[i] ?? ''));
    });
    const { accuracy, balancedAccuracy, macroF1, kappa } = values(classificationMeasures(confusion));
    const wanted = {
      accuracy: expected?.accuracy,
      balancedAccuracy: expected?.balanced_accuracy,
      macroF1: expected?.macro_f1,
      kappa: expected?.kappa,
    };
    expect(differences({ accuracy, balancedAccuracy, macroF1, kappa }, wanted, 1e-12)).toEqual([]);
  });

  it.each(regression.cases.map((c) => [c.id, c] as const))('%s', (_id, { input, expected }) => {
    const sums = input.y_true.reduce<ErrorSums>((s, y, i) => addError(s, y, input.y_pred[i] ?? 0), NO_ERRORS);
    const wanted = { rmse: expected?.rmse, mae: expected?.mae, r2: expected?.r2 };
    expect(differences(values(regressionMeasures(sums)), wanted, 1e-12)).toEqual([]);
  });
});
