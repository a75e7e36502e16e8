import { text } from '../../../lib/text';
import type { Fitted } from '../../contract/code';
import { call, helper, imported, list, np, type Py, type PyValue, py } from '../../python/py';
import { onFrame } from '../../python/sklearn';
import { preprocessing } from './scalers';
import type { ScaleParams } from './spec';
import { type ScaleState, scaleState } from './state';

type Scaling = ScaleState['columns'][number]['scaling'];

/** scikit-learn's scaler with what was learned put into it; null where nothing was scaled. */
export function scaledAs(fitted: Fitted, params: ScaleParams): Py | null {
  const { columns } = scaleState.parse(fitted.state);
  if (columns.length === 0) return null;
  const scaler = learnedScaler(
    fitted,
    params,
    columns.map(({ scaling }) => scaling),
  );
  const names = list(columns.map(({ name }) => name));
  return onFrame(transformColumns, { columns: names, transformer: scaler });
}

function learnedScaler(fitted: Fitted, { method, family, output }: ScaleParams, scalings: readonly Scaling[]): Py {
  const array = (name: string, of: (scaling: Scaling) => number): Py =>
    fitted.array(name, Float64Array.from(scalings, of));
  const centers = (): Py => array('center', (scaling) => ('center' in scaling ? scaling.center : 0));
  const scales = (): Py => array('scale', (scaling) => ('scale' in scaling ? scaling.scale : 1));
  const standard = (): Py => learned(preprocessing('StandardScaler'), {}, { mean_: centers(), scale_: scales() });
  switch (method) {
    case 'standard':
      return standard();
    case 'maxabs':
      return learned(preprocessing('MaxAbsScaler'), {}, { scale_: scales() });
    case 'robust':
      return learned(preprocessing('RobustScaler'), {}, { center_: centers(), scale_: scales() });
    case 'minmax': {
      const factors = array('factor', (scaling) => (scaling.form === 'line' ? scaling.factor : 1));
      const offsets = array('offset', (scaling) => (scaling.form === 'line' ? scaling.offset : 0));
      return learned(preprocessing('MinMaxScaler'), {}, { scale_: factors, min_: offsets });
    }
    case 'quantile': {
      const rows = scalings.map((scaling) => (scaling.form === 'quantile' ? scaling.quantiles : []));
      const count = rows[0]?.length ?? 0;
      const values = Float64Array.from({ length: count * rows.length }, (_, i) => {
        return rows[i % rows.length]?.[Math.floor(i / rows.length)] ?? Number.NaN;
      });
      return learned(
        preprocessing('QuantileTransformer'),
        { output_distribution: output },
        {
          quantiles_: fitted.array('quantiles', values, [count, rows.length]),
          references_: call(py`${np}.linspace`, [0, 1, count]),
          n_quantiles_: count,
        },
      );
    }
    case 'power': {
      const lambdas = array('lambda', (scaling) => (scaling.form === 'power' ? scaling.lambda : 1));
      const power = learned(
        preprocessing('PowerTransformer'),
        { method: family, standardize: false },
        { lambdas_: lambdas },
      );
      return call(imported('sklearn.pipeline', 'make_pipeline'), [power, standard()]);
    }
  }
}

const learned = (
  estimator: Py,
  params: Readonly<Record<string, PyValue>>,
  found: Readonly<Record<string, PyValue>>,
): Py => call(withLearned, [call(estimator, [], params)], found);

const withLearned = helper({
  name: 'with_learned',
  why: text(
    'An estimator as if it had been fitted: what it learned is put into it.',
    '학습한 값을 넣어 이미 학습한 것처럼 만들어요.',
  ),
  source: `def with_learned(estimator, **learned):
    for name, value in learned.items():
        setattr(estimator, name, value)
    return estimator`,
  uses: [],
});

const transformColumns = helper({
  name: 'transform_columns',
  why: text('Some columns through a fitted transformer.', '몇몇 열만 학습한 변환기에 통과시켜요.'),
  source: `def transform_columns(frame, columns, transformer):
    frame = frame.copy()
    frame[columns] = transformer.transform(frame[columns].to_numpy(dtype=float))
    return frame`,
  uses: [],
});
