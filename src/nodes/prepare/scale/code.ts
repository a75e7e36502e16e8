import { type Text, text } from '../../../lib/text';
import { chosenFields } from '../../contract/chosen-columns';
import { defineCode } from '../../contract/code';
import { onColumns } from '../../python/on-columns';
import { call, imported, type Py, tuple } from '../../python/py';
import { SCALABLE, type ScaleParams, scaleSpec } from './spec';

export const scaleCode = defineCode(scaleSpec, {
  python({ params, inputs }) {
    const { fields } = chosenFields(inputs.table.schema, params.columns, SCALABLE, 'columns');
    return {
      writes: 'step',
      name: 'scale',
      transformer: onColumns([{ name: 'scale', transformer: scaler(params), columns: fields.map(({ name }) => name) }]),
      why: WHY[params.method],
    };
  },
});

const preprocessing = (name: string): Py => imported('sklearn.preprocessing', name);

function scaler({ method, low, high, output, quantiles, family }: ScaleParams): Py {
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
      return call(preprocessing('QuantileTransformer'), [], { n_quantiles: quantiles, output_distribution: output });
    case 'power':
      return call(preprocessing('PowerTransformer'), [], { method: family });
  }
}

const WHY: Readonly<Record<ScaleParams['method'], Text>> = {
  standard: text('Mean 0 and standard deviation 1.', '평균 0, 표준편차 1로 맞춰요.'),
  minmax: text('The least and the greatest value to the ends of a range.', '최솟값과 최댓값을 범위의 양 끝에 맞춰요.'),
  maxabs: text('Divided by the greatest absolute value.', '가장 큰 절댓값으로 나눠요.'),
  robust: text('Median 0 and interquartile range 1.', '중앙값 0, 사분위 범위 1로 맞춰요.'),
  quantile: text('Ranks instead of values.', '값 대신 순위를 써요.'),
  power: text('A power that makes the values most nearly normal.', '분포가 정규분포에 가까워지도록 거듭제곱해요.'),
};
