import { korean } from '../../lib/korean';
import { text } from '../../lib/text';
import type { DataNote } from '../notes';
import { amount } from '../notes';
import type { Column } from '../table';
import type { CountedColumn, DateReading } from './classify';
import { numberAsDate } from './classify';
import { Findings } from './findings';
import type { InferOptions } from './infer-options';
import { CELL } from './raw-column';

/** The column as dates; null where too few of its cells name a day that there is. */
export function dateColumn(
  counted: CountedColumn,
  dates: DateReading,
  options: InferOptions,
): { readonly column: Column; readonly notes: readonly DataNote[] } | null {
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
      korean`일/월 순서를 알 수 없는 날짜 ${dates.ambiguous}개를 ‘${first.ko}’이(가) 먼저인 것으로 읽었어요.`,
    );
    const other = dates.order === 'day-first' ? 'month-first' : 'day-first';
    const label =
      other === 'month-first' ? text('Read month first', '월을 먼저 읽기') : text('Read day first', '일을 먼저 읽기');
    const mend = dates.told ? {} : { mend: { type: 'params' as const, label, params: { dates: other } } };
    notes.push({ code: 'ambiguous-dates', severity: 'warning', message, count: dates.ambiguous, column, ...mend });
  }
  if (dates.told && dates.order === 'month-first') {
    const message = text('Dates are written month first.', '날짜가 월부터 적혀 있어요.');
    notes.push({ code: 'month-first', severity: 'info', message, count: valid, column });
  }
  return notes;
}
