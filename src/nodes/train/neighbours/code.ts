import { text } from '../../../lib/text';
import { mostRows } from '../../../models/neighbours/neighbours-value';
import { defineCode } from '../../contract/code';
import { examplesOf, isRegression, trained } from '../../python/estimators';
import { nearestEstimator } from '../../python/nearest';
import { line, py } from '../../python/py';
import { featuresOf, rowsOf } from '../../python/tables';
import { fittedModelCode } from '../../training/fitted-code';
import { neighboursSpec } from './spec';

export const neighboursCode = defineCode(neighboursSpec, {
  python(node) {
    const { params, inputs, fitted, seed } = node;
    const { table } = inputs;
    if (fitted !== null) return fittedModelCode(node, fitted, table);
    const most = mostRows(featuresOf(table).length);
    const isSample = node.learned()?.model?.rows === most;
    const examples = examplesOf(node, (train) =>
      isSample
        ? [
            line(py`${train} = ${rowsOf(table, 'train')}`),
            line(py`${train} = ${train}.sample(${most}, random_state=${seed}).sort_index()`, SAMPLED),
          ]
        : [line(py`${train} = ${rowsOf(table, 'train')}`)],
    );
    const { neighbours } = params;
    const why = text(
      `The ${neighbours} most similar training rows answer.`,
      `가장 비슷한 학습 행 ${neighbours}개가 답해요.`,
    );
    return trained(node, examples, 'neighbours', nearestEstimator(params, isRegression(node)), why);
  },
});

const SAMPLED = text(
  'A model carries no more rows. Millrace draws others, each class or tenth of a quantity in its share.',
  '모델에 담을 수 있는 행의 수예요. Millrace는 클래스나 수치의 10분의 1 구간마다 비율대로 다른 행을 뽑아요.',
);
