import { type Text, text } from '../lib/text';
import type { ColumnType } from './table';

/** What each column type is called, within a sentence and by itself. */
export const TYPE_NAMES: Readonly<Record<ColumnType, Text>> = {
  number: text('number', '실수'),
  integer: text('whole number', '정수'),
  boolean: text('true/false', '참/거짓'),
  date: text('date', '날짜'),
  category: text('category', '범주'),
  text: text('text', '텍스트'),
  image: text('image', '이미지'),
};
