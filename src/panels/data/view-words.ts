import { count, plural } from '../../lib/figures';
import { type Text, text } from '../../lib/text';

export const VIEW_WORDS = {
  search: text('Search rows', '행 찾기'),
  none: text('No such rows', '그런 행이 없음'),
  asItStands: text('Show every row', '모든 행 보기'),
} as const;

export const sortWords = (column: string): Text => text(`Sort the rows by “${column}”`, `“${column}” 값으로 행 정렬`);

/** How many rows of a table are looked at. */
export const foundWords = (found: number, all: number): Text =>
  text(`${count(found)} of ${count(all)} ${plural(all, 'row')}`, `${count(all)}개 중 ${count(found)}개 행`);
