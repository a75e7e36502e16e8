import { text } from '../../../lib/text';
import { bayesFormat, priorsOf } from '../../../models/bayes/bayes-body';
import type { BayesBody } from '../../../models/bayes/bayes-value';
import { ownBody } from '../../../models/body';
import type { FittedModel } from '../../contract/code';
import { call, line, list, np, py } from '../../python/py';
import { gaussianBayes } from '../../python/sklearn';
import type { FittedFamily, WrittenBody } from '../../training/fitted-family';

/** Means, variances and shares of the classes, as scikit-learn keeps them. */
export const fittedBayes: FittedFamily = {
  type: 'bayes',
  write: (model) => bayes(model, ownBody<BayesBody>('bayes')(bayesFormat.read(model.body))),
};

function bayes({ features }: FittedModel, body: BayesBody): WrittenBody {
  return {
    variable: 'bayes',
    columns: features,
    lines: (estimator, { array, schema, list: names }) => {
      const shape = [body.counts.length, body.features];
      return [
        line(py`${estimator} = ${call(gaussianBayes, [])}`, BAYES),
        line(py`${estimator}.classes_ = ${call(py`${np}.array`, [list(schema.classes ?? [])], { dtype: py`object` })}`),
        line(py`${estimator}.class_prior_ = ${np}.array(${list(priorsOf(body))})`),
        line(py`${estimator}.theta_ = ${array('means', body.means, shape)}`),
        line(py`${estimator}.var_ = ${array('variances', body.variances, shape)}`),
        line(py`${estimator}.n_features_in_ = len(${names})`),
        line(py`${estimator}.feature_names_in_ = ${np}.array(${names}, dtype=object)`),
      ];
    },
  };
}

const BAYES = text(
  'The means and variances that were learned of each class; nothing is fitted.',
  '클래스마다 학습한 평균과 분산이에요. 다시 학습하지 않아요.',
);
