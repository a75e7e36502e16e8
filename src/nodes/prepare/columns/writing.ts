import { text } from '../../../lib/text';
import { isCoded } from '../../../table/columns';
import type { DataNote } from '../../../table/notes';
import type { Column, ColumnType } from '../../../table/table';
import { type FoundWriting, otherWriting, readWord, writingOf } from '../../../table/written-by';
import type { ColumnsParams, WrittenChoice } from './params';

interface ColumnWriting extends FoundWriting {
  readonly type: 'number' | 'integer' | 'date';
}

/** What a column's words are read by where they become numbers or dates, as one chose or as they show; null elsewhere. */
export function chosenWriting(column: Column, type: ColumnType, choice: WrittenChoice): ColumnWriting | null {
  if (!isCoded(column) || (type !== 'number' && type !== 'integer' && type !== 'date')) return null;
  const found = writingOf(column.dictionary, type);
  if (type === 'date') {
    return choice === 'day-first' || choice === 'month-first'
      ? { ...found, type, dates: choice, unsure: false }
      : { ...found, type };
  }
  if (choice !== 'point' && choice !== 'comma') return { ...found, type };
  return { ...found, type, decimal: choice === 'comma' ? ',' : '.', unsure: false };
}

/** Says which of two readings was taken, and offers the other. */
export function unsureNote(column: Column, writing: ColumnWriting, settings: ColumnsParams['settings']): DataNote {
  const { type } = writing;
  const other = otherWriting(writing, type);
  const words = isCoded(column) ? column.dictionary : [];
  const telling = words.filter((word) => !Object.is(readWord(word, type, writing), readWord(word, type, other)));
  const read =
    type === 'date'
      ? text('the day first', '일을 먼저')
      : text('the comma as a thousands separator', '쉼표를 천 단위 구분 기호로');
  const instead = type === 'date' ? 'month-first' : 'comma';
  return {
    code: 'ambiguous-writing',
    severity: 'warning',
    count: telling.length,
    column: column.name,
    examples: telling.slice(0, 5),
    message: text(
      `The cells can be read in two ways; ${read.en} was taken.`,
      `두 가지로 읽을 수 있는 값이에요. ${read.ko} 읽었어요.`,
    ),
    mend: {
      type: 'params',
      label: type === 'date' ? text('Read month first', '월을 먼저 읽기') : text('Read as decimals', '소수로 읽기'),
      params: { settings: { ...settings, [column.name]: { ...settings[column.name], written: instead } } },
    },
  };
}
