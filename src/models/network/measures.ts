import type { Task } from '../../graph/schema-types';

/** Sums over rows: of their loss without penalties, and how many were taken for another class. */
export interface Totals {
  readonly loss: number;
  readonly wrong: number;
}

/** What the curves show of the training part, or of the validation part under names of its own. */
export function measures(
  { task, targetScale }: { readonly task: Task; readonly targetScale: number },
  totals: Totals,
  rows: number,
  part: '' | 'validation',
): Record<string, number> {
  const name = (word: string): string => (part === '' ? word : `${part}${word[0]?.toUpperCase()}${word.slice(1)}`);
  const loss = totals.loss / rows;
  return task === 'regression'
    ? { [name('loss')]: loss, [name('rmse')]: Math.sqrt(loss) * targetScale }
    : { [name('loss')]: loss, [name('accuracy')]: 1 - totals.wrong / rows };
}
