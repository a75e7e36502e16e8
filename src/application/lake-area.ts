import type { DataLake, LakeSet, LakeVersion } from '../lake/lake';
import { readForSet } from '../lake/read-for-set';
import { Failure } from '../lib/failure';
import type { FileReading } from '../nodes/contract/file-reading';
import type { WireValue } from '../nodes/contract/runner';
import { csvChoice } from '../nodes/ingest/file/reading';
import { MAX_FILE_BYTES, tooLarge } from '../nodes/ingest/file/spec';
import { CSV_CHOICE } from '../table/csv/read-csv';
import type { Table } from '../table/table';
import { toCsv } from '../table/to-csv';
import type { OutputRef, RowsPage } from './looks';
import type { NamedBytes } from './models-area';
import { rowsPage } from './preview';
import { unreadable } from './put-file';
import { type Result, resultOf } from './result';

/** Some rows of a version, with the names of their columns. */
interface LakePage extends RowsPage {
  readonly columns: readonly string[];
}

/** The data sets that a workspace keeps. */
export interface LakeArea {
  list(): Promise<Result<readonly LakeSet[]>>;
  /**
   * Reads a CSV file as rows, as `ingest.file` does, and appends them (or makes the set). A running loop whose stream
   * follows the set goes on with them.
   */
  append(name: string, file: File, reading?: FileReading): Promise<Result<LakeVersion>>;
  /** Appends the table of an output; `from` says for reading where it is from. */
  keep(name: string, output: OutputRef, from: string): Promise<Result<LakeVersion>>;
  rows(name: string, hash: string, from: number, count: number): Promise<Result<LakePage>>;
  /** A version as a CSV file. */
  download(name: string, hash: string): Promise<Result<NamedBytes>>;
  remove(name: string): Promise<Result<void>>;
}

interface LakeAreaParts {
  readonly output: (ref: OutputRef) => Promise<WireValue>;
  /** Hears of each set that rows were appended to. */
  readonly appended: (name: string) => void;
}

/** The data sets of a lake. */
export function createLakeArea(lake: DataLake, { output, appended }: LakeAreaParts): LakeArea {
  /** The version read last: a person looks at page after page of it. */
  let last: { readonly of: string; readonly table: Promise<Table> } | null = null;
  const tableOf = (name: string, hash: string): Promise<Table> => {
    const of = `${hash} ${name}`;
    if (last?.of !== of) {
      const table = lake.read(name, hash).then((read) => read.table);
      table.catch(() => {
        if (last?.table === table) last = null;
      });
      last = { of, table };
    }
    return last.table;
  };
  const add = async (name: string, rows: Table, from: string): Promise<LakeVersion> => {
    const version = await lake.append(name, rows, from);
    appended(name.trim());
    return version;
  };

  return {
    list: () => resultOf(() => lake.list()),
    append: (name, file, reading) =>
      resultOf(async () => {
        const choice = reading === undefined ? CSV_CHOICE : csvChoice(reading);
        const { table } = await readForSet(lake, name.trim(), await bytesOf(file), choice);
        return add(name, table, file.name);
      }),
    keep: (name, ref, from) =>
      resultOf(async () => {
        const value = await output(ref);
        if (value.type !== 'table') throw new Error(`a ${value.type} has no rows`);
        return add(name, value.table, from);
      }),
    rows: (name, hash, from, count) =>
      resultOf(async () => {
        const table = await tableOf(name, hash);
        return { ...rowsPage(table, from, count), columns: table.columns.map((column) => column.name) };
      }),
    download: (name, hash) =>
      resultOf(async () => {
        const table = await tableOf(name, hash);
        const plain = name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-');
        return { name: `${plain}-${hash.slice(0, 8)}.csv`, bytes: new TextEncoder().encode(toCsv(table)) };
      }),
    remove: (name) =>
      resultOf(async () => {
        await lake.remove(name);
        last = null;
      }),
  };
}

async function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > MAX_FILE_BYTES) throw new Failure(tooLarge(file.size));
  const bytes = await file.arrayBuffer().catch((cause: unknown) => {
    throw unreadable(file.name, cause);
  });
  return new Uint8Array(bytes);
}
