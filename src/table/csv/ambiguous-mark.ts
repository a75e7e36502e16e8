import { type Text, text } from '../../lib/text';
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
  const where = only === null ? SOME[sign] : EVERY[sign];
  const read = asDecimals ? AS_DECIMALS[sign] : AS_THOUSANDS[sign];
  const other = only === null ? 'both' : PARAM[asDecimals ? OTHER[used] : only];
  return [
    {
      code: 'ambiguous-decimal',
      severity: 'warning',
      count: marks[shown],
      column: name,
      examples,
      message: text(`${where.en} ${read.en}`, `${where.ko} ${read.ko}`),
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

type ByMark = Readonly<Record<DecimalMark, Text>>;
const EVERY: ByMark = {
  ',': text('Every number here has a comma before three digits.', '모든 값에 쉼표와 숫자 세 자리가 있어요.'),
  '.': text('Every number here has a point before three digits.', '모든 값에 점과 숫자 세 자리가 있어요.'),
};
const SOME: ByMark = {
  ',': text(
    'Some numbers here have a comma before three digits, and others a decimal point.',
    '쉼표와 숫자 세 자리가 있는 값과 소수점이 있는 값이 섞여 있어요.',
  ),
  '.': text(
    'Some numbers here have a point before three digits, and others a decimal comma.',
    '점과 숫자 세 자리가 있는 값과 소수점으로 쉼표를 쓴 값이 섞여 있어요.',
  ),
};
const AS_THOUSANDS: ByMark = {
  ',': text('The comma was read as a thousands separator.', '쉼표를 천 단위 구분 기호로 읽었어요.'),
  '.': text('The point was read as a thousands separator.', '점을 천 단위 구분 기호로 읽었어요.'),
};
const AS_DECIMALS: ByMark = {
  ',': text('The comma was read as the decimal mark.', '쉼표를 소수점으로 읽었어요.'),
  '.': text('The point was read as the decimal mark.', '점을 소수점으로 읽었어요.'),
};
