import { text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import { isRegression, trained } from '../../python/estimators';
import { call, imported } from '../../python/py';
import { neighboursSpec } from './spec';

export const neighboursCode = defineCode(neighboursSpec, {
  python(node) {
    const { neighbours, weights, metric } = node.params;
    const estimator = call(
      imported('sklearn.neighbors', isRegression(node) ? 'KNeighborsRegressor' : 'KNeighborsClassifier'),
      [],
      { n_neighbors: neighbours, weights, metric },
    );
    return trained(
      node,
      'neighbours',
      estimator,
      text(`The ${neighbours} most similar training rows answer.`, `가장 비슷한 학습 행 ${neighbours}개가 답해요.`),
    );
  },
});
