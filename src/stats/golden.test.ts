import { describe, expect, it } from 'vitest';
import {
  type Answer,
  averagePrecisionAnswer,
  classificationAnswer,
  descriptiveAnswer,
  type GoldenInput,
  multiclassAnswer,
  probabilityAnswer,
  regressionAnswer,
  rocAnswer,
} from './golden/answers';
import averagePrecision from './golden/average_precision.json';
import classification from './golden/classification_metrics.json';
import descriptive from './golden/descriptive.json';
import { differences } from './golden/differences';
import multiclass from './golden/multiclass_probabilities.json';
import probability from './golden/probability_metrics.json';
import regression from './golden/regression_metrics.json';
import roc from './golden/roc_auc.json';

interface GoldenFile {
  readonly reference: string;
  readonly cases: readonly { readonly id: string; readonly input: GoldenInput; readonly expected: unknown }[];
}

const files: readonly (readonly [name: string, file: GoldenFile, answer: (input: GoldenInput) => Answer])[] = [
  ['classification', classification, classificationAnswer],
  ['ROC', roc, rocAnswer],
  ['average precision', averagePrecision, averagePrecisionAnswer],
  ['probability', probability, probabilityAnswer],
  ['multiclass probability', multiclass, multiclassAnswer],
  ['regression', regression, regressionAnswer],
  ['descriptive', descriptive, descriptiveAnswer],
];

describe.each(files)('%s figures equal the reference', (_, file, answer) => {
  it.each(file.cases.map((c) => [c.id, c] as const))('%s', (_id, c) => {
    expect(differences(answer(c.input), c.expected, 1e-12)).toEqual([]);
  });
});
