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

const MOST_TICKS = 100;
const LAST_TICK = 100_000_000;

const demandParams = z.strictObject({
  ticks: z.array(z.int().min(1).max(LAST_TICK)).max(MOST_TICKS).default([]),
  ...triggerShape({ minRows: 0, coolDown: 0 }),
});

export const demandSpec = defineKind({
  id: 'retrain.demand',
  version: 1,
  stage: 'retrain',
  role: 'trigger',
  firedByHand: true,
  computesWith: 'nothing',
  icon: 'mouse-pointer-click',
  title: text('On demand', '수동 트리거'),
  keywords: ['trigger', 'manual', 'demand', 'button', 'person', '트리거', '수동', '버튼', '요청'],
  inputs: [{ ...reportInput, optional: true }],
  outputs: [signalOutput],
  params: demandParams,
  form: {
    ticks: {
      label: text('Also at ticks', '스스로 작동할 틱'),
      control: { type: 'numbers', min: 1, max: LAST_TICK, maxLength: MOST_TICKS },
    },
    ...triggerForm,
  },
  summary: (params) => {
    const rest = restraints(params);
    const count = params.ticks.length;
    const at = count === 0 ? text('', '') : text(` · at ${counted(count, 'tick')}`, ` · ${count}개 틱`);
    return text(`a person${at.en}${rest.en}`, `사람이 요청할 때${at.ko}${rest.ko}`);
  },
  infer: (inputs, params) => inferTrigger(inputs, params),
});
