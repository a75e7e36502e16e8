import { text } from '../../../lib/text';
import { call, helper, imported, np, type Py, tuple } from '../../python/py';
import type { ScaleParams } from './spec';

export const preprocessing = (name: string): Py => imported('sklearn.preprocessing', name);

/** A scaler of scikit-learn that is to be fitted. */
export function scaler({ method, low, high, output, quantiles, family }: ScaleParams): Py {
  switch (method) {
    case 'standard':
      return call(preprocessing('StandardScaler'), []);
    case 'minmax':
      return call(
        preprocessing('MinMaxScaler'),
        [],
        low === 0 && high === 1 ? {} : { feature_range: tuple([low, high]) },
      );
    case 'maxabs':
      return call(preprocessing('MaxAbsScaler'), []);
    case 'robust':
      return call(preprocessing('RobustScaler'), []);
    case 'quantile':
      return call(preprocessing('QuantileTransformer'), [], {
        n_quantiles: quantiles,
        output_distribution: output,
        subsample: EVERY_ROW,
      });
    case 'power':
      return call(imported('sklearn.pipeline', 'make_pipeline'), [
        call(steadyPower, [], { method: family, standardize: false }),
        call(preprocessing('StandardScaler'), []),
      ]);
  }
}

/** Versions differ in what asks for no sample; this many rows no table has. */
const EVERY_ROW = 1_000_000_000;

const steadyPower = helper({
  name: 'SteadyPowerTransformer',
  why: text(
    'PowerTransformer, with the power 1 for columns of which the best power would leave nothing but rounding. Of long tables some 100,000 rows are enough to find it.',
    'PowerTransformer와 같지만, 가장 좋은 거듭제곱이 반올림 오차만 남기는 열에는 1을 써요. 긴 표는 10만 행쯤이면 찾기에 충분해요.',
  ),
  source: `class SteadyPowerTransformer(PowerTransformer):
    def fit(self, X, y=None):
        super().fit(X[:: -(-len(X) // 100_000)])
        with np.errstate(all="ignore"):
            values = np.asarray(self.transform(X))
            rows = np.sum(~np.isnan(values), axis=0)
            mean, variance = np.nanmean(values, axis=0), np.nanvar(values, axis=0)
            eps = np.finfo(float).eps
            rounding = rows * eps * variance + (rows * mean * eps) ** 2
            steady = np.isfinite(variance) & (variance > rounding)
        self.lambdas_ = np.where(steady, self.lambdas_, 1.0)
        return self

    def fit_transform(self, X, y=None):
        return self.fit(X).transform(X)`,
  uses: [...preprocessing('PowerTransformer').uses, ...np.uses],
});
