import { Failure } from '../lib/failure';
import { CSV_CHOICE, type CsvChoice, type CsvTable, readCsv } from '../table/csv/read-csv';
import { choiceLike } from '../table/csv/reading';
import type { DataLake, LakeVersion } from './lake';

/**
 * A CSV file that is to be appended to a data set, read as the file was that the set began with. What a person chose
 * stands, and a file that cannot be cut as that one was is cut as it would be by itself.
 */
export async function readForSet(
  lake: Pick<DataLake, 'find'>,
  set: string,
  bytes: Uint8Array,
  choice: CsvChoice = CSV_CHOICE,
): Promise<CsvTable> {
  const before = await lake.find(set).catch(ifNone);
  if (before?.reading === undefined) return readCsv(bytes, choice);
  const alike = choiceLike(before.reading, choice);
  const read = await readCsv(bytes, alike);
  if (read.table.columns.length > 1 || alike.delimiter === choice.delimiter) return read;
  return readCsv(bytes, { ...alike, delimiter: choice.delimiter });
}

/** The set is about to be made. */
function ifNone(cause: unknown): LakeVersion | undefined {
  if (cause instanceof Failure) return undefined;
  throw cause;
}
