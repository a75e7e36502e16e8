import { text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import { examplesOf, mayLackClasses, targetValues, trained } from '../../python/estimators';
import { call, py } from '../../python/py';
import { gaussianBayes } from '../../python/sklearn';
import { fittedModelCode } from '../../training/fitted-code';
import { weightColumn } from '../../training/weights-code';
import { bayesSpec } from './spec';

export const bayesCode = defineCode(bayesSpec, {
  python(node) {
    const { params, inputs, fitted } = node;
    if (fitted !== null) return fittedModelCode(node, fitted, inputs.table);
    const examples = examplesOf(node);
    const { schema, table, train } = examples;
    const classes = mayLackClasses(examples)
      ? py`${targetValues(table, schema, train)}.nunique()`
      : py`${schema.classes?.length ?? 0}`;
    const estimator = call(gaussianBayes, [], {
      ...(params.priors === 'equal' && { priors: py`[1 / ${classes}] * ${classes}` }),
      ...(params.varSmoothing !== 1e-9 && { var_smoothing: params.varSmoothing }),
    });
    const weight = weightColumn(inputs.table);
    const why = text(
      'Of each class, the mean and variance of every column.',
      '클래스마다 각 열의 평균과 분산을 배워요.',
    );
    const extra = weight === null ? {} : { sample_weight: py`${train}[${weight}]` };
    return trained(node, examples, 'bayes', estimator, why, extra);
  },
});
