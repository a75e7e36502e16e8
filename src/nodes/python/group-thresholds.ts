import type { ColumnType } from '../../table/table';
import { dict, type Py, type PyValue, py } from './py';

/** Thresholds of groups, by what stands in a frame for their words. `type` is that of the column, where it is known. */
export const groupThresholds = (thresholds: Readonly<Record<string, number>>, type?: ColumnType): Py =>
  dict(Object.entries(thresholds).flatMap(([word, from]) => cellsOf(word, type).map((cell) => [cell, from] as const)));

/** Of each row of a frame the threshold of its group, or the common one. */
export const thresholdOfRows = (frame: Py, column: string, thresholds: Py, common: Py | number): Py =>
  py`${frame}[${column}].map(${thresholds}).fillna(${common})`;

/** What stands in a frame for the word of a group; of a column that is not known all that may. */
function cellsOf(word: string, type: ColumnType | undefined): readonly PyValue[] {
  const flag = word === 'true' ? 1 : word === 'false' ? 0 : null;
  const number = Number.isFinite(Number(word)) && String(Number(word)) === word ? Number(word) : null;
  switch (type) {
    case 'boolean':
      return flag === null ? [] : [flag];
    case 'integer':
    case 'number':
      return number === null ? [] : [number];
    case undefined:
      return [word, ...(flag === null ? [] : [flag]), ...(number === null ? [] : [number])];
    default:
      return [word];
  }
}
