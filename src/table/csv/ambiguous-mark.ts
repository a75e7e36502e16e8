import { text } from '../../lib/text';
import type { DataNote } from '../notes';
import type { DecimalMark } from '../parse-number';
import type { CountedColumn } from './classify';
import { type ColumnMarks, hasDoubtfulThousands, shownBy } from './column-marks';
import type { InferOptions } from './infer-options';

/** Says that what was read as thousands could be decimals, or the other way round, and offers the other reading. */
export function ambiguousMark(
  counted: CountedColumn,
  marks: ColumnMarks | null,
  { name, decimalGiven }: InferOptions,
  used: DecimalMark,
): DataNote[] {
  if (marks === null || decimalGiven) return [];
  const { comma, point, none, eitherComma, eitherPoint } = marks;
  const alone = comma + point + none === 0 && (eitherComma === 0) !== (eitherPoint === 0);
  const only = alone ? (eitherComma > 0 ? ',' : '.') : null;
  if (only === null ? !hasDoubtfulThousands(marks, used) : only === '.' && used === '.') return [];
  const sign = only ?? OTHER[used];
  const asDecimals = only === used;
  const shown = sign === ',' ? 'eitherComma' : 'eitherPoint';
  const examples = counted.words.filter((word) => shownBy(word) === shown).slice(0, 5);
  const message =
    only === null
      ? sign === ','
        ? text(
            'Some numbers here have a comma before three digits, and others a decimal point; the comma was read as a thousands separator.',
            '쉼표와 숫자 세 자리가 있는 값과 소수점이 있는 값이 섞여 있어요. 쉼표를 천 단위 구분 기호로 읽었어요.',
          )
        : text(
            'Some numbers here have a point before three digits, and others a decimal comma; the point was read as a thousands separator.',
            '점과 숫자 세 자리가 있는 값과 소수점으로 쉼표를 쓴 값이 섞여 있어요. 점을 천 단위 구분 기호로 읽었어요.',
          )
      : sign === '.'
        ? text(
            'Every number here has a point before three digits; the point was read as a thousands separator.',
            '모든 값에 점과 숫자 세 자리가 있어요. 점을 천 단위 구분 기호로 읽었어요.',
          )
        : asDecimals
          ? text(
              'Every number here has a comma before three digits; the comma was read as the decimal mark.',
              '모든 값에 쉼표와 숫자 세 자리가 있어요. 쉼표를 소수점으로 읽었어요.',
            )
          : text(
              'Every number here has a comma before three digits; the comma was read as a thousands separator.',
              '모든 값에 쉼표와 숫자 세 자리가 있어요. 쉼표를 천 단위 구분 기호로 읽었어요.',
            );
  const other = only === null ? 'both' : PARAM[asDecimals ? OTHER[used] : only];
  return [
    {
      code: 'ambiguous-decimal',
      severity: 'warning',
      count: marks[shown],
      column: name,
      examples,
      message,
      hint: text('Choose the decimal mark where the file is read.', '파일을 읽을 때 소수점을 고르세요.'),
      mend: {
        type: 'params',
        label: asDecimals
          ? text('Read as thousands', '천 단위 구분으로 읽기')
          : text('Read as decimals', '소수로 읽기'),
        params: { decimal: other },
      },
    },
  ];
}

const OTHER = { ',': '.', '.': ',' } as const;
const PARAM = { ',': 'comma', '.': 'point' } as const;
