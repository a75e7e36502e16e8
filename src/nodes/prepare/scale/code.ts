import { type Text, text } from '../../../lib/text';
import { chosenFields } from '../../contract/chosen-columns';
import { defineCode } from '../../contract/code';
import { onColumns } from '../../python/on-columns';
import { textOf } from '../../sql/sql';
import { scaledAs } from './fitted-scaler';
import { scaler } from './scalers';
import { SCALABLE, type ScaleParams, scaleSpec } from './spec';
import { scaleSql } from './sql';

export const scaleCode = defineCode(scaleSpec, {
  python({ params, inputs, fitted }) {
    const { fields } = chosenFields(inputs.table.schema, params.columns, SCALABLE, 'columns');
    const columns = fields.map(({ name }) => name);
    const base = { writes: 'step', name: 'scale', why: WHY[params.method] } as const;
    if (columns.length === 0) return { ...base, transformer: null, why: NOTHING };
    if (fitted !== null) return { ...base, transformer: scaledAs(fitted, params) };
    return { ...base, transformer: onColumns([{ name: 'scale', transformer: scaler(params), columns }]) };
  },
  sql({ params, inputs: { table } }) {
    return textOf(scaleSql(table, chosenFields(table.schema, params.columns, SCALABLE, 'columns').fields, params));
  },
});

const NOTHING = text('There is no number to scale.', '정규화할 수치형 열이 없어요.');

const WHY: Readonly<Record<ScaleParams['method'], Text>> = {
  standard: text('Mean 0 and standard deviation 1.', '평균 0, 표준편차 1로 맞춰요.'),
  minmax: text('The least and the greatest value to the ends of a range.', '최솟값과 최댓값을 범위의 양 끝에 맞춰요.'),
  maxabs: text('Divided by the greatest absolute value.', '가장 큰 절댓값으로 나눠요.'),
  robust: text('Median 0 and interquartile range 1.', '중앙값 0, 사분위 범위 1로 맞춰요.'),
  quantile: text('Ranks instead of values.', '값 대신 순위를 써요.'),
  power: text('A power that makes the values most nearly normal.', '분포가 정규분포에 가까워지도록 거듭제곱해요.'),
};
