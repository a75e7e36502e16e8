import { korean } from '../../lib/korean';
import type { Text } from '../../lib/text';
import { text } from '../../lib/text';
import type { DataNote } from '../notes';
import { amount } from '../notes';
import type { Column } from '../table';
import type { CountedColumn, NumberReading } from './classify';
import { Findings } from './findings';
import type { InferOptions } from './infer-options';
import { CELL } from './raw-column';
import { noteUnusual } from './unusual-values';

/** Share of present cells that must have a percent sign for the others not to be told of. */
const ENOUGH = 0.9;

/** The column as numbers; what cannot be read becomes missing and is told of. */
export function numberColumn(
  counted: CountedColumn,
  { parsed }: NumberReading,
  options: InferOptions,
): {
  readonly column: Column;
  readonly notes: readonly DataNote[];
} {
  const { raw, rows, words, missing } = counted;
  const { kinds } = raw;
  const found = new Findings();
  // A little room to spare is kept; making a copy to shed it would cost more.
  const spare = raw.values.length - rows;
  const values = spare * 20 <= rows ? raw.values.subarray(0, rows) : raw.values.slice(0, rows);
  // 0.0 and 1.0 are whole numbers, however they are written.
  let whole = counted.decimals === 0 || plainAreWhole(counted, values);
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
  noteUnusual(values, options.lines, found);
  const { name } = options;
  const mixedPercent = found.count('percent') > 0 && found.count('percent') < counted.present * ENOUGH;
  const notes = NUMBER_NOTES.flatMap(([code, severity, message]) =>
    found.note(code, code === 'percent' && mixedPercent ? 'warning' : severity, (n) => message(n, found), name),
  );
  return { column: { name, role: null, type: whole ? 'integer' : 'number', values }, notes };
}

function plainAreWhole({ raw, rows }: CountedColumn, values: Float64Array): boolean {
  for (let row = 0; row < rows; row++) {
    if ((raw.kinds[row] ?? CELL.absent) < CELL.long && !Number.isInteger(values[row])) return false;
  }
  return true;
}

const NUMBER_NOTES: readonly (readonly [string, DataNote['severity'], (count: number, found: Findings) => Text])[] = [
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
    (n, found) => {
      const negative = found.count('lone-negatives');
      const said = [
        ...(n > negative
          ? [
              text(
                `far from all others: ${amount(n - negative, 'value', '')}`,
                `다른 값과 크게 동떨어진 값 ${n - negative}개`,
              ),
            ]
          : []),
        ...(negative > 0
          ? [
              text(
                `negative where all others are positive: ${amount(negative, 'value', '')}`,
                `나머지는 모두 양수인데 음수인 값 ${negative}개`,
              ),
            ]
          : []),
      ];
      const en = said.map((part) => part.en).join('; ');
      return text(
        `${en.charAt(0).toUpperCase()}${en.slice(1)}. Nothing was changed; check them.`,
        korean`${said.map((part) => part.ko).join(', ')}이(가) 있어요. 값은 그대로 두었으니 확인하세요.`,
      );
    },
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
