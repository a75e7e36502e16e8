import type { AgreementCase } from '../../agreement';
import { bothWays, given, mixedRows, SPLIT } from './rows';

const ABOUT = 'prepare.encode';

const PART = ['train', 'train', 'train', 'train', 'train', 'train', 'train', 'validation', 'test', 'test'];

/** Words that test rows alone have, empty cells that they alone have, and a word that is called as rare ones are. */
const words = [
  given('a', ['x', 'x', 'y', 'y', 'x', 'z', 'y', 'new', 'x', null], { type: 'category' }),
  given('도시', ['서울', null, '부산', '서울', 'other', '서울', '부산', '대구', null, 'other'], { type: 'category' }),
  given('one', ['same', 'same', 'same', null, 'same', 'same', 'same', 'same', 'else', 'same'], { type: 'category' }),
  given('free', ['p q', 'p q', 'r', 'r', 'p q', "s'", '"t"', 'u\n', 'r', 'v'], { type: 'text' }),
  given('y', [1, 0, 1, 1, 0, 1, 0, 1, 0, 1], { type: 'integer', role: 'target' }),
  given('part', PART, { type: 'category', role: 'id' }),
];

const BY_PART = ['split', { method: 'column', partColumn: 'part' }] as const;

const WAYS = [
  {},
  { dropFirst: true },
  { unknown: 'other' },
  { rare: 'count', rareCount: 2 },
  { rare: 'share', rareShare: 0.34, unknown: 'other', dropFirst: true },
  { rare: 'count', rareCount: 100, dropFirst: true },
  { method: 'ordinal' },
  { method: 'ordinal', rare: 'count', rareCount: 2 },
  { method: 'ordinal', rare: 'share', rareShare: 0.3, unknown: 'other' },
  { method: 'frequency' },
  { method: 'frequency', rare: 'count', rareCount: 3, unknown: 'other' },
  { method: 'target' },
  { method: 'target', rare: 'count', rareCount: 2, unknown: 'other' },
];

const nameOf = (params: object): string => JSON.stringify(params);

const target = (
  name: string,
  cells: (string | number | boolean | null)[],
  type: 'number' | 'category' | 'boolean' | 'date',
) => [given('word', ['a', 'b', 'a', 'c', 'b', 'a', null, 'c']), given(name, cells, { type, role: 'target' })];

export const encodeCases: readonly AgreementCase[] = [
  ...WAYS.flatMap((params) => [
    ...bothWays(ABOUT, `words, ${nameOf(params)}`, words, [
      BY_PART,
      ['encode', { ...params, columns: ['a', '도시', 'one', 'free'] }],
    ]),
    ...bothWays(ABOUT, `mixed rows, ${nameOf(params)}`, mixedRows(), [SPLIT, ['encode', params]]),
  ]),
  ...bothWays(ABOUT, 'no unknown word where they are refused', words.slice(5), [
    ['encode', { unknown: 'error', columns: ['part'] }],
  ]),
  ...bothWays(ABOUT, 'ordinal, unknown words refused', words.slice(5), [
    ['encode', { unknown: 'error', method: 'ordinal', columns: ['part'] }],
  ]),
  ...bothWays(
    ABOUT,
    'mean of two words',
    target('y', ['no', 'yes', 'no', null, 'yes', 'yes', 'no', 'no'], 'category'),
    [['encode', { method: 'target' }]],
  ),
  ...bothWays(ABOUT, 'mean of numbers', target('y', [1.5, 2, null, 4, -5, 6, 7, 8], 'number'), [
    ['encode', { method: 'target' }],
  ]),
  ...bothWays(
    ABOUT,
    'mean of true and false',
    target('y', [true, false, null, true, true, false, true, false], 'boolean'),
    [['encode', { method: 'target' }]],
  ),
  ...bothWays(ABOUT, 'mean of dates', target('y', [0, 86_400_000, null, 5, 6, 7, 8, 9], 'date'), [
    ['encode', { method: 'target' }],
  ]),
  ...bothWays(
    ABOUT,
    'names that start alike',
    [given('a', ['b=c', 'x', null]), given('a=b', ['d', 'd', 'e'])],
    [['encode', {}]],
  ),
  ...bothWays(ABOUT, 'nothing to encode', [given('x', [1, 2, 3])], [['encode', {}]]),
];
