import type { OutputSummary } from '../../engine/events';
import type { MessageKey } from '../../i18n/catalogue';
import type { PartName } from '../../table/table';

/** What the parts of a table are called. */
export const partWord: Readonly<Record<PartName, MessageKey>> = {
  train: 'panels.partTrain',
  validation: 'panels.partValidation',
  test: 'panels.partTest',
};

type Figures = Readonly<Record<string, number | null>>;

/** The figures that an output is best judged by, under their plain names: of a model those of its part alone. */
export function headlineFigures({ metrics = {}, part, schema }: OutputSummary): Figures {
  if (schema.type !== 'model' || part !== 'validation') return metrics;
  return Object.fromEntries(
    Object.entries(metrics).flatMap(([name, value]) => {
      const [, first, rest = ''] = /^validation([A-Z])(.*)$/.exec(name) ?? [];
      return first === undefined ? [] : [[first.toLowerCase() + rest, value] as const];
    }),
  );
}
