import { text } from '../../lib/text';
import type { DataNote } from '../notes';
import type { DecimalMark } from '../parse-number';
import type { CountedColumn } from './classify';
import type { InferOptions } from './infer-options';

const COMMA =
  /^[+-]?(?:(?:\d+|\d{1,3}(?:\.\d{3})+),(?:\d{1,2}|\d{4,})|(?:0|\d{4,}),\d+|\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+,\d+)-?$/;
const POINT =
  /^[+-]?(?:[\d,]*\.(?:\d{1,2}|\d{4,})(?:e[+-]?\d+)?|0?\.\d+|\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+\.\d+)-?$/i;

/** Which decimal mark a cell can only have, if it shows one. */
export function markOf(cell: string): DecimalMark | null {
  const bare = cell.trim();
  return COMMA.test(bare) ? ',' : POINT.test(bare) ? '.' : null;
}

/** A group of three digits after a comma that may be thousands or decimals. */
export const EITHER = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/** Distinct words that are enough to tell. */
const TELLING = 1_000;

/** The column's decimal mark: the file's, unless its own cells show the other and none shows the file's. */
export function decimalOf(counted: CountedColumn, file: DecimalMark): DecimalMark {
  if (counted.decimals > 0) return file;
  let other = false;
  const words = Math.min(counted.words.length, TELLING);
  for (let code = 0; code < words; code++) {
    if ((counted.counts[code] ?? 0) === 0 || counted.missing[code] === 1) continue;
    const mark = markOf(counted.words[code] ?? '');
    if (mark === file) return file;
    if (mark !== null) other = true;
  }
  return other ? (file === '.' ? ',' : '.') : file;
}

/** Says that a column of 1,452 and the like could be read a thousandfold, and offers the other reading. */
export function ambiguousMark(counted: CountedColumn, options: InferOptions, used: DecimalMark): DataNote[] {
  if (options.decimalGiven || !isEither(counted, options.decimal)) return [];
  const examples = counted.words.filter((word) => EITHER.test(word.trim())).slice(0, 5);
  const count = counted.present;
  const decimals = used === ',';
  return [
    {
      code: 'ambiguous-decimal',
      severity: 'warning',
      count,
      column: options.name,
      examples: decimals && examples.length === 0 ? [] : examples,
      message: decimals
        ? text(
            'Every number here has a comma before three digits; the comma was read as the decimal mark.',
            '모든 값에 쉼표와 숫자 세 자리가 있어요. 쉼표를 소수점으로 읽었어요.',
          )
        : text(
            'Every number here has a comma before three digits; the comma was read as a thousands separator.',
            '모든 값에 쉼표와 숫자 세 자리가 있어요. 쉼표를 천 단위 구분 기호로 읽었어요.',
          ),
      hint: text('Choose the decimal mark where the file is read.', '파일을 읽을 때 소수점을 고르세요.'),
      mend: {
        type: 'params',
        label: decimals ? text('Read as thousands', '천 단위 구분으로 읽기') : text('Read as decimals', '소수로 읽기'),
        params: { decimal: decimals ? 'point' : 'comma' },
      },
    },
  ];
}

/** Whether all present cells have one comma before three digits. */
function isEither(counted: CountedColumn, file: DecimalMark): boolean {
  const { words, counts, missing, raw, rows, plain } = counted;
  if (file === '.' && plain > 0) return false;
  for (let code = 0; code < words.length; code++) {
    if ((counts[code] ?? 0) > 0 && missing[code] === 0 && !EITHER.test((words[code] ?? '').trim())) return false;
  }
  // With a decimal comma they were read as plain numbers of three decimals.
  if (plain > 0) {
    for (let row = 0; row < rows; row++) {
      const kind = raw.kinds[row] ?? 0;
      if (kind <= 252 && (kind !== 3 || Math.abs(raw.values[row] ?? 0) < 1)) return false;
      if (kind <= 252 && Math.abs(raw.values[row] ?? 0) >= 1000) return false;
    }
  }
  return counted.present > 0;
}
