import type { Text } from '../../lib/text';
import { text } from '../../lib/text';
import type { DataNote } from '../notes';
import { amount } from '../notes';
import { medianOf, selectSmallest } from '../select';
import type { Column } from '../table';
import type { CountedColumn, DateReading, NumberReading } from './classify';
import { countWords, numberAsDate, readDates, readNumbers } from './classify';
import { Findings } from './findings';
import type { InferOptions } from './infer-options';
import { codedColumn } from './infer-words';
import type { RawColumn } from './raw-column';
import { CELL } from './raw-column';

/** `verbatim-needed`: the column is text after all and some of its cells must be read again as they stand. */
export type InferredColumn = { readonly column: Column; readonly notes: readonly DataNote[] } | 'verbatim-needed';

/** Share of present cells that must be numbers (dates, booleans) for the rest to be called invalid. */
const ENOUGH = 0.9;
/** Share of ids among numbers from which on they are ids. */
const ID_SHARE = 0.01;

/** Settles a column's type from all of its cells and converts it. */
export function inferColumn(raw: RawColumn, options: InferOptions): InferredColumn {
  const counted = countWords(raw, options.rows, options.isMissing);
  const { name } = options;
  if (counted.present === 0) {
    if (options.rows === 0) return codedColumn(counted, 0, options);
    const values = new Float64Array(options.rows).fill(Number.NaN);
    return { column: { name, role: null, type: 'number', values }, notes: allMissing(options) };
  }
  const dates = readDates(counted);
  if (dates !== null) {
    const column = dateColumn(counted, dates, options);
    if (column !== null) return column;
  }
  const numbers = readNumbers(counted, options.decimal);
  if (numbers !== null) {
    const ids = numbers.ids > 0 && (numbers.wide || numbers.ids >= numbers.numbers * ID_SHARE);
    if (!ids && numbers.numbers >= counted.present * ENOUGH) return numberColumn(counted, numbers, options);
  }
  const booleans = booleanColumn(counted, options);
  if (booleans !== null) return booleans;
  if (raw.longs > 0) return 'verbatim-needed';
  const kept = codedColumn(counted, numbers?.numbers ?? 0, options);
  return numbers !== null && numbers.ids * 2 > counted.present ? { ...kept, notes: [idNote(numbers.ids, name)] } : kept;
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

function numberColumn(counted: CountedColumn, { parsed }: NumberReading, options: InferOptions): InferredColumn {
  const { raw, rows, words, missing } = counted;
  const { kinds } = raw;
  const found = new Findings();
  // A little room to spare is kept; making a copy to shed it would cost more.
  const spare = raw.values.length - rows;
  const values = spare * 20 <= rows ? raw.values.subarray(0, rows) : raw.values.slice(0, rows);
  let whole = counted.decimals === 0;
  // A column of plain numbers throughout is done.
  for (let row = counted.plain === rows && raw.longs === 0 ? rows : 0; row < rows; row++) {
    const kind = kinds[row] ?? CELL.absent;
    if (kind <= CELL.long) {
      if (kind === CELL.long) whole &&= Number.isInteger(values[row]);
      continue;
    }
    const code = kind === CELL.word ? (values[row] ?? 0) : -1;
    values[row] = Number.NaN;
    if (code < 0 || missing[code] === 1) continue;
    const word = words[code] ?? '';
    const line = options.lines[row];
    const number = parsed[code] ?? null;
    if (number === null) found.add('invalid-number', line, word);
    else if (!Number.isFinite(number.value)) found.add('infinite', line, word);
    else if (!Number.isSafeInteger(number.value) && /^[+-]?\d{16,}$/.test(word.trim())) {
      found.add('beyond-exact', line, word);
    } else {
      values[row] = number.value;
      whole &&= Number.isInteger(number.value);
      if (/^[+-]?0\d+$/.test(word.trim())) found.add('leading-zeros', line, word);
      if (number.thousands) found.add('thousands', undefined, word);
      if (number.currency) found.add('currency', undefined, word);
      if (number.percent) found.add('percent', undefined, word);
      if (number.parentheses) found.add('parentheses', undefined, word);
    }
  }
  if (whole) noteUnusual(values, options.lines, found);
  const { name } = options;
  const mixedPercent = found.count('percent') > 0 && found.count('percent') < counted.present * ENOUGH;
  const notes = NUMBER_NOTES.flatMap(([code, severity, message]) =>
    found.note(code, code === 'percent' && mixedPercent ? 'warning' : severity, message, name),
  );
  return { column: { name, role: null, type: whole ? 'integer' : 'number', values }, notes };
}

const NUMBER_NOTES: readonly (readonly [string, DataNote['severity'], (count: number) => Text])[] = [
  [
    'invalid-number',
    'warning',
    (n) => text(`${amount(n, 'cell', 'is')} no number and became missing.`, `수가 아닌 값 ${n}개를 결측으로 바꿨어요.`),
  ],
  [
    'infinite',
    'warning',
    (n) => text(`${amount(n, 'infinite value')} made missing.`, `무한대 값 ${n}개를 결측으로 바꿨어요.`),
  ],
  [
    'beyond-exact',
    'warning',
    (n) =>
      text(
        `${amount(n, 'whole number', 'is')} too long to be kept exactly and became missing.`,
        `정확히 담을 수 없을 만큼 긴 정수 ${n}개를 결측으로 바꿨어요.`,
      ),
  ],
  [
    'leading-zeros',
    'warning',
    (n) => text(`${amount(n, 'number', '')} lost leading zeros.`, `수 ${n}개의 앞자리 0이 사라졌어요.`),
  ],
  [
    'unusual-values',
    'warning',
    (n) =>
      text(
        `Far from all others: ${amount(n, 'value', '')}. Nothing was changed; check them.`,
        `다른 값과 크게 동떨어진 값이 ${n}개 있어요. 값은 그대로 두었으니 확인하세요.`,
      ),
  ],
  [
    'thousands',
    'info',
    (n) =>
      text(`${amount(n, 'cell', 'had')} thousands separators.`, `자릿수 구분 기호가 있는 값 ${n}개를 수로 읽었어요.`),
  ],
  [
    'currency',
    'info',
    (n) => text(`${amount(n, 'cell', 'had')} a currency sign.`, `통화 기호가 있는 값 ${n}개를 수로 읽었어요.`),
  ],
  [
    'percent',
    'info',
    (n) =>
      text(
        `${amount(n, 'cell', 'had')} a percent sign; the values are in percent.`,
        `백분율 기호가 있는 값 ${n}개를 퍼센트 단위의 수로 읽었어요.`,
      ),
  ],
  [
    'parentheses',
    'info',
    (n) =>
      text(
        `${amount(n, 'cell')} written in parentheses and read as negative.`,
        `괄호로 묶인 값 ${n}개를 음수로 읽었어요.`,
      ),
  ],
];

/**
 * Whole numbers that are probably codes or slips: ten interquartile ranges outside
 * the quartiles, or negative where all others are positive. Told of only while few.
 */
function noteUnusual(values: Float64Array, lines: Uint32Array, found: Findings): void {
  const present = spreadSample(values);
  if (present.length < 20) return;
  const q1 = selectSmallest(present, Math.floor(present.length / 4));
  const q3 = selectSmallest(present, Math.floor((present.length * 3) / 4));
  if (q3 <= q1) return;
  const low = q1 - 10 * (q3 - q1);
  const high = q3 + 10 * (q3 - q1);
  const middle = medianOf(present);
  const few = Math.max(3, values.length * 0.01);
  let outside = 0;
  let negative = 0;
  let zero = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (value < low || value > high) outside++;
    if (value < 0) negative++;
    if (value === 0) zero++;
  }
  const strangeNegative = middle > 0 && zero === 0 && negative > 0 && negative <= few;
  const strangeOutside = outside > 0 && outside <= few;
  if (!strangeNegative && !strangeOutside) return;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    const strange = (strangeOutside && (value < low || value > high)) || (strangeNegative && value < 0);
    if (strange) found.add('unusual-values', lines[row], String(value));
  }
}

/** The present values of some 10,000 rows, evenly spread: enough for quartiles. */
function spreadSample(values: Float64Array): Float64Array {
  const stride = Math.max(1, Math.floor(values.length / 10_000));
  const sample: number[] = [];
  for (let row = 0; row < values.length; row += stride) {
    const value = values[row] ?? Number.NaN;
    if (!Number.isNaN(value)) sample.push(value);
  }
  return Float64Array.from(sample);
}

function dateColumn(counted: CountedColumn, dates: DateReading, options: InferOptions): InferredColumn | null {
  const { raw, rows, words, missing } = counted;
  const { kinds } = raw;
  const { name, lines } = options;
  const found = new Findings();
  const values = raw.values.slice(0, rows);
  let valid = 0;
  const formats = new Set(dates.formats);
  for (let row = 0; row < rows; row++) {
    const kind = kinds[row] ?? CELL.absent;
    const held = values[row] ?? 0;
    values[row] = Number.NaN;
    if (kind <= CELL.long) {
      const date = numberAsDate(held);
      if (date === null) found.add('invalid-date', lines[row], String(held));
      else {
        values[row] = date.value;
        valid++;
        if (date.how === 'compact') formats.add('compact');
        else found.add('excel-serial', lines[row], String(held));
      }
    } else if (kind === CELL.word && missing[held] !== 1) {
      const value = dates.values[held];
      if (value === undefined || Number.isNaN(value)) found.add('invalid-date', lines[row], words[held] ?? '');
      else {
        values[row] = value;
        valid++;
      }
    }
  }
  if (valid < counted.present * 0.8) return null;
  const notes = [
    ...found.note(
      'invalid-date',
      'warning',
      (n) =>
        text(`${amount(n, 'cell', 'is')} no date and became missing.`, `날짜가 아닌 값 ${n}개를 결측으로 바꿨어요.`),
      name,
    ),
    ...found.note(
      'excel-serial',
      'warning',
      (n) =>
        text(
          `${amount(n, 'number')} read as a spreadsheet’s serial day.`,
          `수 ${n}개를 스프레드시트의 일련번호 날짜로 읽었어요.`,
        ),
      name,
    ),
    ...dateFormatNotes(formats.size, dates, valid, name),
  ];
  return { column: { name, role: null, type: 'date', values }, notes };
}

function dateFormatNotes(formats: number, dates: DateReading, valid: number, column: string): DataNote[] {
  const notes: DataNote[] = [];
  if (formats > 1) {
    const message = text(
      `Dates are written in ${formats} formats in this column.`,
      `이 열에는 날짜 형식이 ${formats}가지 섞여 있어요.`,
    );
    notes.push({ code: 'mixed-dates', severity: 'warning', message, count: valid, column });
  }
  if (dates.ambiguous > 0 || dates.mixedOrder) {
    const first = dates.order === 'day-first' ? text('day', '일') : text('month', '월');
    const message = text(
      `Day/month or month/day cannot be told in ${amount(dates.ambiguous, 'date', '')}; read ${first.en} first.`,
      `일/월 순서를 알 수 없는 날짜 ${dates.ambiguous}개를 ‘${first.ko}’이 먼저인 것으로 읽었어요.`,
    );
    notes.push({ code: 'ambiguous-dates', severity: 'warning', message, count: dates.ambiguous, column });
  }
  return notes;
}

function booleanColumn(counted: CountedColumn, options: InferOptions): InferredColumn | null {
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
