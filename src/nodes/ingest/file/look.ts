import type { Dialect } from '../../../table/csv/dialect';
import { type DetectedEncoding, utf8Chunks } from '../../../table/csv/encoding';
import { openCsv } from '../../../table/csv/read-csv';
import type { DecimalMark } from '../../../table/parse-number';
import { dateOrderOf, decimalMarkOf } from '../../../table/reading';
import type { Table } from '../../../table/table';
import type { FileReading } from '../../contract/file-reading';
import { codecOf } from './pandas/codecs';
import { type ColumnPlan, lookAt } from './pandas/column-look';
import { missingOf } from './pandas/missing-words';
import { PandasTokens } from './pandas/tokens';
import { csvChoice } from './reading';
import type { SeenFile, SeenReason } from './seen';

const different = (because: SeenReason): SeenFile => ({ alike: false, because });

/**
 * Finds what pandas has to be told to read a file into the table that was read of it here: its cells are cut as pandas
 * cuts them, and what pandas would make of each is held against the table. `alike: false` where it cannot.
 */
export async function lookAtFile(
  bytes: Uint8Array,
  reading: FileReading,
  table: Table,
  yieldIfDue: () => Promise<void>,
): Promise<SeenFile> {
  const { dialect, encoding } = openCsv(bytes, csvChoice(reading));
  const codec = codecOf(encoding, bytes);
  if (codec === null) return different('encoding');
  const { decimal: file, delimiter, backslash, header } = dialect;
  const skip = linesAbove(bytes, encoding, dialect);
  const looks = table.columns.map((column) => {
    const { recipe } = table;
    const mark = decimalMarkOf(recipe.reading, column.name);
    return lookAt(column, {
      file,
      // pandas has one mark for a column: where cells have their own, it is seen to read them otherwise.
      decimal: mark === '.' || mark === ',' ? mark : file,
      dates: dateOrderOf(recipe.reading, column.name) ?? 'day-first',
    });
  });
  const seen: { names: readonly string[] | null; rows: number; because: SeenReason | null } = {
    names: null,
    rows: 0,
    because: null,
  };
  const tokens = new PandasTokens({ delimiter, backslash, skip }, (cells) => {
    if (header !== null && seen.names === null) {
      seen.names = cells;
      return;
    }
    if (cells.length > looks.length || seen.rows >= table.rows) seen.because = 'rows';
    else for (const [k, look] of looks.entries()) look.see(cells[k] ?? '', seen.rows);
    seen.rows++;
  });
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for (const chunk of utf8Chunks(bytes, encoding, { count: 0 })) {
    const text = decoder.decode(chunk, { stream: true });
    if (codec.otherwise.test(text)) return different('encoding');
    if (text.includes('\0')) return different('cells');
    tokens.push(text);
    if (seen.because !== null) return different(seen.because);
    await yieldIfDue();
  }
  if (!tokens.end() || seen.because !== null || seen.rows !== table.rows) return different('rows');
  const plans = looks.flatMap((look) => look.plan() ?? []);
  if (plans.length < looks.length) return different('cells');
  const names = table.columns.map(({ name }) => name);
  return {
    alike: true,
    delimiter,
    encoding: codec.name,
    skip,
    backslash,
    header: header !== null,
    names: header !== null && names.join('\0') === (seen.names ?? []).join('\0') ? null : names,
    ...together(plans, table, file),
  };
}

/** What all columns together ask of `read_csv`. */
function together(plans: readonly ColumnPlan[], table: Table, file: DecimalMark) {
  const thousands = plans.some((plan) => plan.thousands);
  const named = plans.map((plan, k) => ({ ...plan, name: table.columns[k]?.name ?? '' }));
  return {
    thousands,
    decimal: thousands || plans.some((plan) => plan.commas) ? file : ('.' as const),
    text: named.flatMap(({ name, text }) => (text ? [name] : [])),
    missing: missingOf(table, new Map(named.map(({ name, missing }) => [name, missing]))),
    roundTrip: plans.some((plan) => plan.roundTrip),
    columns: plans.flatMap(({ column }) => column ?? []),
  };
}

/** The lines above the header, or above the first row where there is none; 0 where they are all blank. */
function linesAbove(bytes: Uint8Array, encoding: DetectedEncoding, { header, dataStart }: Dialect): number {
  const { value } = utf8Chunks(bytes, encoding, { count: 0 }, Math.max(1 << 20, 4 * dataStart)).next();
  const above = new TextDecoder().decode((value ?? new Uint8Array(0)).subarray(0, dataStart));
  const lines = above.split(LINE_END).slice(0, -1);
  if (header !== null) {
    while (lines.at(-1) === '') lines.pop();
    lines.splice(-1 - header.join('').split(LINE_END).length + 1);
  }
  return lines.every((line) => line === '') ? 0 : lines.length;
}

const LINE_END = /\r\n|\n|\r/;
