import { z } from 'zod';
import { counted } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { defineKind } from '../../contract/kind';
import {
  inferTrigger,
  reportInput,
  restraints,
  signalOutput,
  triggerForm,
  triggerShape,
} from '../../triggers/trigger-params';

const newDataParams = z.strictObject({
  every: z.int().min(1).max(1_000_000_000).default(1_000),
  count: z.enum(['labelled', 'handed-out', 'versions']).default('labelled'),
  ...triggerShape({ minRows: 0, coolDown: 0 }),
});

export const newDataSpec = defineKind({
  id: 'retrain.new-data',
  version: 1,
  stage: 'retrain',
  role: 'trigger',
  computesWith: 'nothing',
  icon: 'list-plus',
  title: text('On new data', '새 데이터 트리거'),
  keywords: ['trigger', 'data', 'rows', 'new', 'count', 'volume', '트리거', '새 데이터', '행', '누적'],
  inputs: [reportInput],
  outputs: [signalOutput],
  params: newDataParams,
  form: {
    every: {
      label: text('Every', '간격'),
      control: { type: 'number', min: 1, max: 1_000_000_000, integer: true },
    },
    count: {
      label: text('What counts', '세는 것'),
      control: {
        type: 'choice',
        options: [
          { value: 'labelled', label: text('rows with their labels', '라벨이 도착한 행') },
          { value: 'handed-out', label: text('all rows that came', '들어온 모든 행') },
          { value: 'versions', label: text('versions of the data set', '데이터 세트의 버전') },
        ],
      },
    },
    ...triggerForm,
  },
  summary: (params) => {
    const rest = restraints(params);
    if (params.count === 'versions') {
      return text(`every ${counted(params.every, 'version')}${rest.en}`, `버전 ${params.every}개마다${rest.ko}`);
    }
    const which = params.count === 'labelled' ? text('labelled row', '라벨이 달린 ') : text('row', '');
    return text(`every ${counted(params.every, which.en)}${rest.en}`, `${which.ko}${params.every}행마다${rest.ko}`);
  },
  infer: (inputs, params) => inferTrigger(inputs, params),
});
