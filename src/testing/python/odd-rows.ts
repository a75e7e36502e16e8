import { csvCell } from '../../lib/csv-cell';
import type { JsonObject } from '../../lib/json';
import { createRandom } from '../../lib/random';
import { fileRows, type Source } from './training-documents';

/** Columns whose names would end a literal, or are words of Python. */
export const QUANTITY = 'lambda';
export const WORDS = '"); import os; ("';
const FEATURES = ['키(cm)', 'a "quoted" \'name\'', 'two\nlines'];

/** Three features, a quantity, words, digits, truths, and how often each row counts. */
const csv = ((): string => {
  const random = createRandom(3);
  const head = [...FEATURES, QUANTITY, WORDS, 'grade', 'sure', 'counts'].map((name) => csvCell(name)).join(',');
  const lines = Array.from({ length: 160 }, () => {
    const [a, b, c] = [random.normal(), random.normal(), Math.round(3 * random.normal())];
    const z = a - 2 * b + 0.3 * c + random.normal();
    // The last two stand in another order by UTF-16 than by code points.
    const word = z > 1.5 ? '높음 "high"' : z > -1 ? '😀' : 'Ａ, low';
    return [a, b, c, 10 * z + 50, csvCell(word), z > 0 ? 10 : 9, z > 0.2, 1 + random.integer(4)].join(',');
  });
  return `${[head, ...lines].join('\n')}\n`;
})();

/** These rows with a truth to be predicted, and a column of groups that nothing is learned from. */
export const groupedRows = (): Source =>
  fileRows(csv, {
    target: 'sure',
    drop: [QUANTITY, 'grade', 'counts'],
    settings: { [WORDS]: { role: 'sensitive' } },
  });

/** These rows with one of their columns to be predicted, and the others of its sort dropped. */
export function oddRows(target: string, weighted = false, split: JsonObject | null = {}): Source {
  const others = [QUANTITY, WORDS, 'grade', 'sure'].filter((name) => name !== target);
  const columns = weighted
    ? { target, drop: others, settings: { counts: { role: 'weight' } } }
    : { target, drop: [...others, 'counts'] };
  return fileRows(csv, columns, split);
}
