import { isCoded } from '../../../../table/columns';
import type { Table } from '../../../../table/table';
import type { SeenMissing } from '../seen';

/** What pandas of every version takes for missing unless it is told otherwise. */
const DEFAULT = new Set(
  ['#N/A', '#N/A N/A', '#NA', '-1.#IND', '-1.#QNAN', '-NaN', '-nan', '1.#IND', '1.#QNAN', '<NA>', 'N/A', 'NA'].concat(
    ...['NULL', 'NaN', 'n/a', 'nan', 'null', ''],
  ),
);
/** Newer ones take this too. */
const NEWER = 'None';

/** What to tell `read_csv` of cells without a value: as little as will do. */
export function missingOf(table: Table, found: ReadonlyMap<string, ReadonlySet<string>>): SeenMissing {
  const answers = new Set(table.columns.flatMap((column) => (isCoded(column) ? column.dictionary : [])));
  const besides = ![...DEFAULT, NEWER].some((word) => answers.has(word));
  const byColumn = [...found].flatMap(([column, cells]) => {
    const words = [...cells].filter((cell) => !besides || !DEFAULT.has(cell));
    return words.length === 0 ? [] : [{ column, words }];
  });
  const all = [...new Set(byColumn.flatMap(({ words }) => words))];
  // What may be a word, a number or a truth elsewhere is missing in its own column alone.
  const everywhere = all.every((word) => !answers.has(word.trim().normalize('NFC')) && !/\d|true|false/i.test(word));
  return everywhere ? { besides, words: all, byColumn: null } : { besides, words: [], byColumn };
}
