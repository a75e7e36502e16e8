import { z } from 'zod';
import { text } from '../../../lib/text';
import { defineKind } from '../../kind';
import { inferTrigger, reportInput, restraints, signalOutput, triggerForm, triggerShape } from '../../trigger-params';

export const newDataParams = z.strictObject({
  every: z.int().min(1).max(1_000_000_000).default(1_000),
  count: z.enum(['labelled', 'handed-out']).default('labelled'),
  ...triggerShape({ minRows: 0, coolDown: 0 }),
});
export type NewDataParams = z.infer<typeof newDataParams>;

export const newDataSpec = defineKind<NewDataParams>({
  id: 'retrain.new-data',
  version: 1,
  stage: 'retrain',
  icon: 'list-plus',
  title: text('On new data', '새 데이터 트리거'),
  help: text(
    'Fires whenever so many new rows have come in since it last fired: rows whose labels are known, or all rows that were served. It needs no drift to be found, and keeps a model fresh at a steady cost.',
    '마지막으로 작동한 뒤 새로운 행이 정해진 만큼 들어올 때마다 작동합니다. 라벨이 도착한 행이나 예측을 제공한 모든 행을 셀 수 있습니다. 드리프트를 찾지 않아도 되고, 일정한 비용으로 모델을 새롭게 유지합니다.',
  ),
  keywords: ['trigger', 'data', 'rows', 'new', 'count', 'volume', '트리거', '새 데이터', '행', '누적'],
  inputs: [reportInput],
  outputs: [signalOutput],
  params: newDataParams,
  form: {
    every: {
      label: text('Every', '간격'),
      control: { type: 'number', min: 1, max: 1_000_000_000, integer: true, unit: text('rows', '행') },
    },
    count: {
      label: text('Rows that count', '세는 행'),
      control: {
        type: 'choice',
        options: [
          { value: 'labelled', label: text('with their labels', '라벨이 도착한 행') },
          { value: 'handed-out', label: text('all that came', '들어온 모든 행') },
        ],
      },
    },
    ...triggerForm,
  },
  summary: (params) => {
    const rest = restraints(params);
    const which = params.count === 'labelled' ? text(' labelled', '라벨이 달린 ') : text('', '');
    return text(`every ${params.every}${which.en} rows${rest.en}`, `${which.ko}${params.every}행마다${rest.ko}`);
  },
  infer: (inputs, params) => inferTrigger(inputs, params),
});
