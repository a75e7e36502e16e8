import type { AgreementCase } from '../../agreement';
import { bothWays, given, mixedRows, SPLIT } from './rows';

const ABOUT = 'prepare.missing';

const FILLS = [
  {},
  { numeric: 'mean', indicator: true },
  { numeric: 'most_frequent', categorical: 'constant', word: '없음' },
  { numeric: 'constant', numericValue: -1.5, categorical: 'constant', word: 'say "no"\n' },
  { numeric: 'leave', categorical: 'most_frequent', indicator: true },
  { numeric: 'median', categorical: 'leave' },
  { numeric: 'leave', categorical: 'leave' },
  { numeric: 'leave', categorical: 'leave', indicator: true },
];

const nameOf = (params: object): string => JSON.stringify(params);

const ties = [
  given('number', [3, 3, 1, 1, 2, null]),
  given('word', ['나', '가', '나', '가', null, 'b'], { type: 'category' }),
  given('upper', ['b', 'B', null, 'b', 'B', null], { type: 'category' }),
  given('flag', [true, false, null, true, false, null], { type: 'boolean' }),
  given('day', [86_400_000, 86_400_001, null, 86_400_001, 86_400_000, null], { type: 'date' }),
  given('free', ['x y', null, 'z', 'z', 'x y', 'w'], { type: 'text' }),
];

const lacking = [
  given('one known', [null, null, 3, null, null, null]),
  given('never missing', [1, 2, 3, 4, 5, 6], { type: 'integer' }),
  given('no number', [null, null, null, null, null, null], { type: 'number' }),
  given('no word', [null, null, null, null, null, null], { type: 'category' }),
];

const unlabelled = [
  given('x', [1, null, 3, 100, 5, null, 7, 8]),
  given('self', ['a', 'b', null, 'c', 'c', 'a', null, 'a']),
  given('id', [null, 2, 3, 4, 5, 6, 7, 8], { role: 'id', type: 'integer' }),
  given('y', ['no', 'yes', 'no', null, 'yes', 'no', null, 'yes'], { role: 'target' }),
];

export const missingCases: readonly AgreementCase[] = [
  ...FILLS.flatMap((params) => [
    ...bothWays(ABOUT, `mixed rows, ${nameOf(params)}`, mixedRows(), [SPLIT, ['missing', params]]),
    ...bothWays(ABOUT, `ties, ${nameOf(params)}`, ties, [['missing', params]]),
  ]),
  ...bothWays(ABOUT, 'columns of which nothing is known', lacking, [
    ['missing', { numeric: 'constant', numericValue: 9, categorical: 'constant', indicator: true }],
  ]),
  ...bothWays(
    ABOUT,
    'a mark in test rows alone',
    [given('x', [1, 2, 3, null]), given('part', ['train', 'train', 'train', 'test'])],
    [
      ['split', { method: 'column', partColumn: 'part' }],
      ['missing', { indicator: true }],
    ],
  ),
  ...bothWays(ABOUT, 'rows without a target', unlabelled, [['missing', { numeric: 'mean' }]]),
  ...bothWays(ABOUT, 'rows without a target, behind a split', unlabelled, [
    ['split', { validation: 0.25, test: 0.25 }],
    ['missing', { columns: ['x', 'self', 'id', 'y'], indicator: true }],
  ]),
  ...bothWays(ABOUT, 'dropped rows', mixedRows(), [SPLIT, ['missing', { method: 'drop' }]]),
  ...bothWays(ABOUT, 'dropped rows by an id too', unlabelled, [['missing', { method: 'drop', columns: ['id', 'x'] }]]),
  ...bothWays(ABOUT, 'rows dropped by an id alone', unlabelled, [['missing', { method: 'drop', columns: ['id'] }]]),
];
