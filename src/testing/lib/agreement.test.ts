import { expect, it } from 'vitest';
import { disagreements } from './agreement';

it.each([
  '1 rows',
  'over 1 labelled rows',
  '1 of 3 columns have changed',
  'Held: 1 of 2 rows are missing',
  '1 classes',
])('one thing in the plural is found: %s', (sentence) => expect(disagreements(sentence)).toHaveLength(1));

it.each([
  '1 row',
  '11 rows',
  '0.1 values',
  '1 of 3 columns has changed',
  'row 1 has 3 cells',
  '1 of 20 rows is missing',
])('others are not: %s', (sentence) => expect(disagreements(sentence)).toEqual([]));
