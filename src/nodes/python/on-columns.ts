import { call, list, type Py, type PyValue, py, tuple, wordArray } from './py';
import { columnTransformer } from './sklearn';

/** A transformer for some columns, or 'passthrough'; what no entry names stays as it is. */
export interface OnColumns {
  readonly name: string;
  readonly transformer: PyValue;
  readonly columns: readonly string[];
}

/** A `ColumnTransformer` that hands all other columns on, under the names that columns have. */
export function onColumns(entries: readonly OnColumns[]): Py {
  const made = call(
    columnTransformer,
    [list(entries.map(({ name, transformer, columns }) => tuple([name, transformer, wordArray(columns)])))],
    { remainder: 'passthrough', verbose_feature_names_out: false },
  );
  return py`${made}.set_output(transform=${'pandas'})`;
}
