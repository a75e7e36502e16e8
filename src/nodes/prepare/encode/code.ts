import { type Text, text } from '../../../lib/text';
import type { Field } from '../../../table/table';
import { chosenFields } from '../../contract/chosen-columns';
import { defineCode, type PyTable } from '../../contract/code';
import { onColumns } from '../../python/on-columns';
import { call, list, type Py, type PyValue } from '../../python/py';
import { textOf } from '../../sql/sql';
import {
  dateTargetMean,
  frequency,
  groupedDateTargetMean,
  groupedFrequency,
  groupedOneHot,
  groupedOrdinal,
  groupedTargetMean,
  ordinal,
  plainOneHot,
  targetMean,
} from './encoders';
import { encodedAs } from './fitted-encoder';
import { type EncodeParams, encodableTypes, encodeSpec } from './spec';
import { encodeSql } from './sql';
import { encodeState } from './state';

export const encodeCode = defineCode(encodeSpec, {
  python({ params, inputs: { table }, fitted }) {
    const fields = encodedFields(table, params);
    const columns = fields.map(({ name }) => name);
    const target = table.schema.fields.find(({ role }) => role === 'target');
    const base = { writes: 'step', name: 'encode', why: WHY[params.method] } as const;
    if (columns.length === 0) return { ...base, transformer: null, why: NOTHING };
    if (fitted !== null) return { ...base, transformer: encodedAs(encodeState.parse(fitted.state)) };
    if (params.method === 'target') {
      const chosen = { columns: list(columns), target: target?.name ?? '', ...groupingOf(params) };
      return { ...base, transformer: call(targetEncoder(params, target?.type === 'date'), [], chosen) };
    }
    return { ...base, transformer: onColumns([{ name: params.method, transformer: encoder(params), columns }]) };
  },
  sql({ params, inputs: { table }, output }) {
    const fields = encodedFields(table, params);
    const behind = output('table');
    return textOf(encodeSql(table, fields, params, behind?.type === 'table' ? behind.fields : []));
  },
});

function encodedFields({ schema }: PyTable, { columns }: EncodeParams): readonly Field[] {
  const types = encodableTypes({ columns });
  return chosenFields(schema, columns, types, 'columns').fields;
}

function encoder(params: EncodeParams): Py {
  const { method, dropFirst } = params;
  const grouping = groupingOf(params);
  const isPlain = Object.keys(grouping).length === 0;
  if (method === 'ordinal') return call(isPlain ? ordinal : groupedOrdinal, [], grouping);
  if (method === 'frequency') return call(isPlain ? frequency : groupedFrequency, [], grouping);
  return isPlain
    ? plainOneHot(dropFirst)
    : call(groupedOneHot, [], { ...grouping, ...(dropFirst && { drop_first: true }) });
}

function targetEncoder(params: EncodeParams, isDate: boolean): Py {
  if (Object.keys(groupingOf(params)).length === 0) return isDate ? dateTargetMean : targetMean;
  return isDate ? groupedDateTargetMean : groupedTargetMean;
}

/** What differs from the usual. */
const groupingOf = ({ rare, rareCount, rareShare, unknown }: EncodeParams): Readonly<Record<string, PyValue>> => ({
  ...(rare === 'count' && { least_count: rareCount }),
  ...(rare === 'share' && { least_share: rareShare }),
  ...(unknown !== 'ignore' && { unknown }),
});

const WHY: Readonly<Record<EncodeParams['method'], Text>> = {
  onehot: text('A column of 0 and 1 for each category.', '범주마다 0과 1로 된 열을 만들어요.'),
  ordinal: text('Categories as numbers in order.', '범주를 순서대로 수로 바꿔요.'),
  frequency: text('Categories as their share of the training rows.', '범주를 학습 행에서 차지하는 비율로 바꿔요.'),
  target: text('Categories as their mean target in training.', '범주를 학습 데이터의 목표 평균으로 바꿔요.'),
};
const NOTHING = text('There is no category to encode.', '인코딩할 범주형 열이 없어요.');
