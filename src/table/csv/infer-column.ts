import { text } from '../../lib/text';
import type { DataNote } from '../notes';
import { amount } from '../notes';
import type { DecimalMark } from '../parse-number';
import type { Column } from '../table';
import { ambiguousMark } from './ambiguous-mark';
import type { CountedColumn, DateReading } from './classify';
import { countWords, readDates, readNumbers, withMissing } from './classify';
import { decimalOf } from './column-decimal';
import { type ColumnMarks, columnMarks, hasDoubtfulThousands, isMixed, tellsEach } from './column-marks';
import { dateColumn } from './date-column';
import { Findings } from './findings';
import { areIds } from './ids';
import type { InferOptions } from './infer-options';
import { codedColumn } from './infer-words';
import { answersKept, missingWords } from './missing-notes';
import { mixedNote } from './mixed-marks';
import { numberColumn } from './number-column';
import type { RawColumn } from './raw-column';
import { CELL } from './raw-column';
import type { ColumnReadBy } from './reading';

/** `verbatim-needed`: the column is text after all and some of its cells must be read again as they stand. */
export type InferredColumn = TypedColumn | 'verbatim-needed';

interface TypedColumn {
  readonly column: Column;
  readonly notes: readonly DataNote[];
  /** What numbers or dates were read by. */
  readonly readBy?: Omit<ColumnReadBy, 'name'>;
}

/** Share of present cells that must be numbers (dates, booleans) for the rest to be called invalid. */
const ENOUGH = 0.9;

/** Settles a column's type from all of its cells and converts it. */
export function inferColumn(raw: RawColumn, options: InferOptions): InferredColumn {
  const { name, isMissing, isNothing } = options;
  const all = countWords(raw, options.rows, isNothing);
  const asDates = datesOf(all, options);
  const marks = asDates === null ? columnMarks(all, options) : null;
  const asValues = asDates ?? numbersOf(all, marks, options);
  if (asValues === 'verbatim-needed') return asValues;
  if (asValues !== null) return { ...asValues, notes: [...missingWords(all, name), ...asValues.notes] };
  const counted = withMissing(all, isMissing);
  if (counted.present === 0) {
    if (options.rows === 0) return codedColumn(counted, 0, options);
    const values = new Float64Array(options.rows).fill(Number.NaN);
    const notes = [...missingWords(counted, name), ...allMissing(options)];
    return { column: { name, role: null, type: 'number', values }, notes };
  }
  const booleans = booleanColumn(counted, options);
  if (booleans !== null) return { ...booleans, notes: [...missingWords(counted, name), ...booleans.notes] };
  if (raw.longs > 0) return 'verbatim-needed';
  const numbers = readNumbers(counted, decimalOf(counted, options.decimal));
  const kept = codedColumn(counted, numbers?.numbers ?? 0, options);
  const named = numbers !== null && (numbers.ids * 2 > counted.present || areIds(counted, numbers));
  const ids = named ? [idNote(numbers.ids, name)] : null;
  const mixed = marks !== null && isMixed(marks) ? [mixedNote(marks, 'words', all, options)] : [];
  const notes = [...missingWords(counted, name), ...answersKept(all, counted, name), ...mixed, ...(ids ?? kept.notes)];
  return { column: kept.column, notes };
}

/** The column as dates, where its cells are that but for a few. */
function datesOf(counted: CountedColumn, options: InferOptions): TypedColumn | null {
  const dates = counted.present === 0 ? null : readDates(counted, options.dateOrder);
  const column = dates === null ? null : dateColumn(counted, dates, options);
  return dates === null || column === null ? null : { ...column, ...datesReadBy(dates) };
}

/** The column as numbers, where its cells are that but for a few. */
function numbersOf(counted: CountedColumn, marks: ColumnMarks | null, options: InferOptions): InferredColumn | null {
  if (counted.present === 0) return null;
  const single = decimalOf(counted, options.decimal);
  const own = ownMarks(marks, single, options);
  const decimal = own === undefined ? single : options.decimal;
  const numbers = readNumbers(counted, own ?? decimal);
  if (numbers === null) return null;
  const enough = numbers.numbers + numbers.infinite >= counted.present * ENOUGH;
  if (!enough || numbers.numbers === 0 || areIds(counted, numbers)) return null;
  // Plain numbers have been read by the mark of the file.
  if (decimal !== options.decimal && counted.decimals > 0) return 'verbatim-needed';
  const read = numberColumn(counted, numbers, options);
  const mixed = marks !== null && isMixed(marks);
  const became = own === 'each' ? 'read' : (own ?? 'missing');
  const told = mixed ? [mixedNote(marks, became, counted, options)] : [];
  const ambiguous = mixed || own !== undefined ? [] : ambiguousMark(counted, marks, options, decimal);
  const readBy = { decimal, marks: own, unsure: ambiguous.length > 0 };
  return { ...read, notes: [...read.notes, ...told, ...ambiguous], readBy };
}

/** Whether cells are read by marks of their own: as in an earlier file, as a person says, or as each shows. */
function ownMarks(marks: ColumnMarks | null, single: DecimalMark, options: InferOptions): 'each' | 'both' | undefined {
  if (options.marks !== undefined || marks === null) return options.marks;
  if (options.bothDecimal && (isMixed(marks) || hasDoubtfulThousands(marks, single))) return 'both';
  return tellsEach(marks) ? 'each' : undefined;
}

/** Dates such as 08/02/2021 alone are read by an order. */
function datesReadBy({ formats, order, told, ambiguous, mixedOrder }: DateReading): Pick<TypedColumn, 'readBy'> {
  if (!formats.has('dmy')) return {};
  return { readBy: { dates: { order, told }, unsure: (ambiguous > 0 && !told) || mixedOrder } };
}

function allMissing({ name, rows }: InferOptions): DataNote[] {
  const message = text('Every cell of this column is missing.', '이 열은 모든 값이 결측이에요.');
  return [{ code: 'empty-column', severity: 'warning', message, count: rows, column: name }];
}

function idNote(count: number, column: string): DataNote {
  const message = text(
    'These look like identifiers (leading zeros, or more digits than a number can hold) and were kept as text.',
    '앞자리 0이 있거나 수로 담기에 너무 긴 식별자로 보여 글자 그대로 두었어요.',
  );
  return { code: 'ids-kept', severity: 'info', message, count, column };
}

function booleanColumn(counted: CountedColumn, options: InferOptions): TypedColumn | null {
  const { raw, rows, words, counts, missing } = counted;
  if (words.length > 100 || counted.plain > counted.present * (1 - ENOUGH)) return null;
  const meaning = words.map((word) => {
    const lower = word.trim().toLowerCase();
    return lower === 'true' ? 1 : lower === 'false' ? 0 : Number.NaN;
  });
  let known = 0;
  meaning.forEach((value, code) => {
    if (!Number.isNaN(value)) known += counts[code] ?? 0;
  });
  if (known < counted.present * ENOUGH) return null;
  const found = new Findings();
  const values = new Float64Array(rows).fill(Number.NaN);
  for (let row = 0; row < rows; row++) {
    const kind = raw.kinds[row] ?? CELL.absent;
    const held = raw.values[row] ?? 0;
    if (kind <= CELL.long) found.add('invalid-boolean', options.lines[row], String(held));
    else if (kind === CELL.word && missing[held] !== 1) {
      const value = meaning[held] ?? Number.NaN;
      values[row] = value;
      if (Number.isNaN(value)) found.add('invalid-boolean', options.lines[row], words[held] ?? '');
    }
  }
  const { name } = options;
  const notes = found.note(
    'invalid-boolean',
    'warning',
    (n) =>
      text(
        `${amount(n, 'cell', 'is')} neither true nor false and became missing.`,
        `참도 거짓도 아닌 값 ${n}개를 결측으로 바꿨어요.`,
      ),
    name,
  );
  return { column: { name, role: null, type: 'boolean', values }, notes };
}
