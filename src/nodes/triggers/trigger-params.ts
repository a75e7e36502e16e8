import { counted } from '../../lib/figures';
import '../../lib/zod-without-eval';
import { z } from 'zod';
import type { Problem } from '../../graph/problem';
import { type Text, text } from '../../lib/text';
import type { FormField, InputSchemas, PortSpec } from '../contract/kind';

/** What every trigger can be told, whatever its condition. */
export interface TriggerParams {
  /** Labelled rows since the last champion or the last firing, below which it does not fire. */
  readonly minRows: number;
  /** Batches after a firing in which it does not fire again. */
  readonly coolDown: number;
}

/** The parameters of {@link TriggerParams}, as fields of a kind's schema. */
export const triggerShape = (defaults: TriggerParams) => ({
  minRows: z.int().min(0).max(10_000_000).default(defaults.minRows),
  coolDown: z.int().min(0).max(1_000_000).default(defaults.coolDown),
});

export const triggerForm: { readonly [K in keyof TriggerParams]: FormField<TriggerParams> } = {
  minRows: {
    label: text('Minimum labelled rows', '라벨이 달린 최소 행 수'),
    control: { type: 'number', min: 0, max: 10_000_000, integer: true, unit: text('rows', '행') },
  },
  coolDown: {
    label: text('Cool-down', '쉬는 시간'),
    control: { type: 'number', min: 0, max: 1_000_000, integer: true, unit: text('batches', '배치') },
  },
};

export const reportInput = {
  name: 'report',
  type: 'report',
  title: text('Monitor report', '모니터 보고서'),
  live: 'only',
} as const satisfies PortSpec;

export const signalOutput = {
  name: 'signal',
  type: 'signal',
  title: text('Signal', '신호'),
  live: 'only',
} as const satisfies PortSpec;

/** What a trigger gives, and a word where minimum rows are asked for that nothing counts. */
export function inferTrigger(inputs: InputSchemas, { minRows }: TriggerParams, more: readonly Problem[] = []) {
  const uncounted: readonly Problem[] =
    minRows === 0 || inputs.report !== undefined
      ? []
      : [
          {
            code: 'rows-not-counted',
            severity: 'warning',
            port: 'report',
            param: 'minRows',
            message: text(
              'Without a monitor’s report nobody counts labelled rows, so the minimum is passed over.',
              '모니터 보고서가 없으면 라벨이 달린 행을 셀 수 없어 최소 행 수를 적용하지 않아요.',
            ),
            hint: text(
              'Connect a monitor’s report, or set the minimum to 0.',
              '모니터의 보고서를 연결하거나 최소 행 수를 0으로 정하세요.',
            ),
          },
        ];
  return { outputs: { signal: { type: 'signal' } as const }, problems: [...more, ...uncounted] };
}

/** The end of a trigger's summary. */
export function restraints({ minRows, coolDown }: TriggerParams): Text {
  const en = [
    ...(minRows > 0 ? [`≥ ${counted(minRows, 'row')}`] : []),
    ...(coolDown > 0 ? [`cool-down ${coolDown}`] : []),
  ];
  const ko = [...(minRows > 0 ? [`${minRows}행 이상`] : []), ...(coolDown > 0 ? [`${coolDown}배치 쉼`] : [])];
  return text(en.map((word) => ` · ${word}`).join(''), ko.map((word) => ` · ${word}`).join(''));
}
