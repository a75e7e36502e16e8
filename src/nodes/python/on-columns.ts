import { call, list, type Py, type PyValue, tuple } from './py';
import { columnTransformer } from './sklearn';

/** A transformer for some columns, or 'passthrough'; what no entry names stays as it is. */
export interface OnColumns {
  readonly name: string;
  readonly transformer: PyValue;
  readonly columns: readonly string[];
}

/** A `ColumnTransformer` that hands all other columns on, under the names that columns have. */
export const onColumns = (entries: readonly OnColumns[]): Py =>
  call(
    columnTransformer,
    [list(entries.map(({ name, transformer, columns }) => tuple([name, transformer, list(columns)])))],
    { remainder: 'passthrough', verbose_feature_names_out: false },
  );
