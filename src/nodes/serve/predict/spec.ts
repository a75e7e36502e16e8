import { z } from 'zod';
import type { WireSchema } from '../../../graph/schema-types';
import { text } from '../../../lib/text';
import { predictionFields } from '../../../table/prediction-fields';
import { defineKind, type InputSchemas, tableAt } from '../../contract/kind';

const predictParams = z.strictObject({});

export const predictSpec = defineKind({
  id: 'serve.predict',
  version: 1,
  stage: 'serve',
  role: 'answers',
  computesWith: 'network',
  icon: 'sparkles',
  title: text('Predict', '예측'),
  keywords: [
    'serve',
    'predict',
    'inference',
    'deploy',
    'form',
    'score',
    'apply',
    'api',
    '예측',
    '예측 제공',
    '서빙',
    '추론',
    '배포',
    '적용',
  ],
  inputs: [
    { name: 'model', type: 'model', title: text('Model', '모델') },
    { name: 'table', type: 'table', title: text('Raw rows', '원본 행'), optional: true },
  ],
  outputs: [{ name: 'predictions', type: 'table', title: text('Predictions', '예측값') }],
  params: predictParams,
  form: {},
  summary: () => text('a row or a table', '한 행 또는 표'),
  infer: (inputs) => ({ outputs: { predictions: predictionsSchema(inputs) }, problems: [] }),
});

function predictionsSchema(inputs: InputSchemas): WireSchema {
  const model = inputs.model?.type === 'model' ? inputs.model : undefined;
  const table = tableAt(inputs, 'table');
  const known = model !== undefined && (model.task === 'regression' || model.classes !== undefined);
  const fields = table?.fields ?? [];
  const names = fields.map((field) => field.name);
  return {
    type: 'table',
    fields: [...fields, ...(known ? predictionFields(names, model.classes) : [])],
    // Without a table the columns are those of the model's raw rows, which only running tells.
    complete: known && table?.complete === true,
    partitioned: table?.partitioned ?? false,
    fittedBeforeSplit: table?.fittedBeforeSplit ?? [],
    ...(table?.rows === undefined ? {} : { rows: table.rows }),
  };
}
