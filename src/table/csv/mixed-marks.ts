import { type Text, text } from '../../lib/text';
import type { DataNote } from '../notes';
import { amount } from '../notes';
import type { CountedColumn } from './classify';
import { type ColumnMarks, type Shown, shownBy } from './column-marks';
import type { InferOptions } from './infer-options';
import { rawCell } from './raw-cell';

/** Says which rows have which mark, and what became of them. */
export function mixedNote(
  { comma, point, eitherComma, eitherPoint }: ColumnMarks,
  became: Became,
  counted: CountedColumn,
  { name, lines, decimal }: InferOptions,
): DataNote {
  const either = eitherComma + eitherPoint;
  const fewer = comma < point ? 'comma' : 'point';
  const rows: number[] = [];
  const examples = {
    comma: new Set<string>(),
    point: new Set<string>(),
    eitherComma: new Set<string>(),
    eitherPoint: new Set<string>(),
  };
  const known = new Map<string, Shown>([['', null]]);
  for (let row = 0; row < counted.rows; row++) {
    const cell = rawCell(counted.raw, counted.words, row, decimal) ?? '';
    const shown = known.get(cell) ?? shownBy(cell);
    known.set(cell, shown);
    if (shown === null || shown === 'none') continue;
    if (shown !== (fewer === 'comma' ? 'point' : 'comma') && rows.length < 10) rows.push(lines[row] ?? 0);
    if (examples[shown].size < 3) examples[shown].add(cell.trim());
  }
  const parts = [
    became === 'missing' ? MISSING[fewer] : BECAME[became],
    ...(either === 0 ? [] : [EITHER[became](either)]),
  ];
  return {
    code: 'mixed-marks',
    severity: 'warning',
    count: Math.min(comma, point) + either,
    column: name,
    rows,
    examples: Object.values(examples).flatMap((cells) => [...cells]),
    message: text(
      `Both decimal marks occur: ${amount(comma, 'cell', 'has')} a comma and ${amount(point, 'cell', 'has')} a point. ${parts.map(({ en }) => en).join(' ')}`,
      `소수점으로 쉼표를 쓴 값 ${comma}개와 점을 쓴 값 ${point}개가 섞여 있어요. ${parts.map(({ ko }) => ko).join(' ')}`,
    ),
    ...(became === 'read' || became === 'both'
      ? {}
      : {
          hint: text(
            'Write one mark in the file, set the decimal mark to “Both”, or say in “Choose columns” which one the column has: cells with the other can become empty there.',
            '파일에서 한 가지로 고치거나, 소수점을 “둘 다”로 정하거나, “열 고르기”에서 이 열의 소수점을 정하세요. 다른 기호로 적힌 칸은 거기에서 비울 수 있어요.',
          ),
          mend: {
            type: 'params',
            label: text('Read both marks as decimal', '둘 다 소수점으로 읽기'),
            params: { decimal: 'both' },
          },
        }),
  };
}

/** What became of the cells: read each by its own mark, or with both as decimal marks; words; or the fewer missing. */
export type Became = 'read' | 'both' | 'words' | 'missing';

const BECAME: Readonly<Record<Exclude<Became, 'missing'>, Text>> = {
  read: text('Each was read by its own.', '값마다 제 소수점으로 읽었어요.'),
  both: text('Each was read by its own.', '값마다 제 소수점으로 읽었어요.'),
  words: text('The column was kept as words.', '열을 글자 그대로 두었어요.'),
};

const MISSING = {
  comma: text('Those with a comma became missing.', '쉼표를 쓴 값은 결측으로 두었어요.'),
  point: text('Those with a point became missing.', '점을 쓴 값은 결측으로 두었어요.'),
};

const unsure = (either: number): Text =>
  text(`${amount(either, 'cell', '')} can be either.`, `어느 쪽인지 알 수 없는 값이 ${either}개 있어요.`);

const EITHER: Readonly<Record<Became, (either: number) => Text>> = {
  words: unsure,
  missing: unsure,
  read: (either) =>
    text(
      `${amount(either, 'cell', '')} can be either and became missing.`,
      `어느 쪽인지 알 수 없는 값 ${either}개는 결측으로 두었어요.`,
    ),
  both: (either) =>
    text(
      `${amount(either, 'cell', '')} can be either and became decimal.`,
      `어느 쪽인지 알 수 없는 값 ${either}개는 소수로 읽었어요.`,
    ),
};
