import { z } from 'zod';
import { counted } from '../../../lib/figures';
import { text } from '../../../lib/text';
import { defineKind, type PortSpec } from '../../contract/kind';
import { signalOutput } from '../../triggers/trigger-params';

const combineParams = z.strictObject({
  mode: z.enum(['any', 'all']).default('any'),
  within: z.int().min(1).max(1_000_000).default(1),
});

const input = <const N extends string>(name: N, en: string, ko: string) =>
  ({ name, type: 'signal', title: text(en, ko), live: 'only' }) as const satisfies PortSpec;

/** The inputs, in the order in which they are told. */
export const SIGNALS = ['first', 'second', 'third', 'fourth'] as const;

export const combineSpec = defineKind({
  id: 'retrain.combine',
  version: 1,
  stage: 'retrain',
  role: 'trigger',
  computesWith: 'nothing',
  icon: 'merge',
  title: text('Combine signals', '신호 결합'),
  keywords: ['combine', 'any', 'all', 'and', 'or', 'signals', 'logic', '결합', '신호', '모두', '논리'],
  inputs: [
    input('first', 'First signal', '첫째 신호'),
    input('second', 'Second signal', '둘째 신호'),
    { ...input('third', 'Third signal', '셋째 신호'), optional: true },
    { ...input('fourth', 'Fourth signal', '넷째 신호'), optional: true },
  ],
  outputs: [signalOutput],
  params: combineParams,
  form: {
    mode: {
      label: text('Fires when', '작동 조건'),
      control: {
        type: 'choice',
        options: [
          { value: 'any', label: text('any of them fires', '하나라도 작동할 때') },
          { value: 'all', label: text('all of them have fired', '모두 작동했을 때') },
        ],
      },
    },
    within: {
      label: text('Within', '기간'),
      control: { type: 'number', min: 1, max: 1_000_000, integer: true, unit: text('ticks', '틱') },
      when: ({ mode }) => mode === 'all',
    },
  },
  summary: ({ mode, within }) =>
    mode === 'any' ? text('any', '하나라도') : text(`all within ${counted(within, 'tick')}`, `${within}틱 안에 모두`),
  infer: () => ({ outputs: { signal: { type: 'signal' } }, problems: [] }),
});
