import type { JsonObject } from '../../../../lib/json';
import type { Cells } from '../../../table/make-table';
import type { AgreementCase } from '../../agreement';
import { bothWays, EXACT, type GivenColumn, given } from './rows';

const ABOUT = 'prepare.columns';

const mixed = [
  given('나이', [31, 42, null, 25.5], { type: 'number' }),
  given('say "x"\n', [1, 2, 3, null], { type: 'integer' }),
  given('flag', [true, null, false, true], { type: 'boolean' }),
  given('word', ['b', 'a', null, 'b'], { type: 'category' }),
  given('note', ['p', 'q', 'r', null], { type: 'text' }),
  given('day', [0, 86_400_000, null, 90_000_123], { type: 'date' }),
  given('self', [5, 6, 7, 8], { type: 'integer', role: 'target' }),
];

const chosen = (name: string, params: JsonObject): readonly AgreementCase[] =>
  bothWays(ABOUT, name, mixed, [['columns', params]], EXACT);

const retyped = (
  name: string,
  cells: Cells,
  from: NonNullable<GivenColumn['type']>,
  to: string,
  more: JsonObject = {},
): readonly AgreementCase[] =>
  bothWays(
    ABOUT,
    name,
    [
      given('그 "x"', cells, { type: from }),
      given(
        'rest',
        cells.map((_, row) => row),
      ),
    ],
    [['columns', { unreadable: 'missing', settings: { '그 "x"': { type: to, ...more } } }]],
    EXACT,
  );

const NUMERALS = ['1', '2.5', '-3e2', '.5', '7.', '+4', '1', null];
const WRITTEN = [
  ...[
    '1,234.5',
    '12,34,567',
    '1 234',
    "1'234",
    '1,23',
    '₩1,000',
    '$ 5',
    '5 원',
    '12%',
    '(5)',
    '(-5)',
    '$-5',
    '-$5',
    '+$-5',
    '($5)',
    '%',
    '5%%',
    '₩',
    '5-',
    '−7',
    '5.00−',
  ],
  ...['１２', '3.5 EUR', 'USD 3', 'Infinity', '1e400', '1_000', '0x10', ' 8 ', '', '-', '5 5', '1.2.3', '٣'],
];
const COMMAS = ['1.234,5', '12,5', '3,25', '1.000', '7', 'x', '1 234,5', '€ 1.234,5', '4.5'];
const DAYS = ['2024-03-31', '2024-01-05', null, '2023-12-31', '1969-07-20'];
const DATES = [
  ...['2024-03-31', '2024/3/1', '2024. 3. 1.', '20240301', '2024년 3월 1일', '31/12/2024', '05.06.2024', '5-6-2024'],
  ...['March 5, 2024', 'Sept. 5th 2024', '5 Mar 2024', '5-Mar-2024', '2024-03-31T10:20', '2024-03-31 10:20:30.5678Z'],
  ...['2024-03-31 오후 3:05', '2024-03-31 12:05 AM', '3/31/2024, 3:05 p.m.', '2024-03-31T10:20:30+09:00'],
  ...[
    '2024-03-31 10:20 UTC-0330',
    '2024-02-30',
    '2024-03-31 24:00',
    '2024-03-31 13:00 PM',
    'Marchy 5 2024',
    'no',
    '2024',
  ],
];

export const columnsCases: readonly AgreementCase[] = [
  ...chosen('a target alone', { target: 'word' }),
  ...chosen('dropped', { target: 'flag', drop: ['day', '나이'] }),
  ...chosen('kept', { target: 'word', keep: ['say "x"\n', '나이'] }),
  ...chosen('renamed, in turn', {
    settings: { word: { rename: 'note' }, note: { rename: 'word' }, self: { rename: 'y\\', role: 'none' } },
  }),
  ...chosen('dropped, retyped and renamed', {
    drop: ['word'],
    settings: { self: { type: 'category', rename: "목표'" }, day: { type: 'text' }, note: { rename: 'word' } },
  }),
  ...chosen('every type as words', {
    settings: Object.fromEntries(mixed.map(({ name }) => [name, { type: 'category' }])),
  }),
  ...chosen('every number as another', {
    unreadable: 'missing',
    settings: {
      나이: { type: 'integer' },
      'say "x"\n': { type: 'boolean' },
      flag: { type: 'date' },
      day: { type: 'number' },
    },
  }),
  ...retyped(
    'numbers as words',
    [0.1, 1e21, 1e-7, 123456789012345680000, -0, 0.000001, 1.5e300, 5e-324, 1 / 3, null, -2.5e-9, 100],
    'number',
    'category',
  ),
  ...retyped('numerals', NUMERALS, 'category', 'number'),
  ...retyped('numerals that are whole', ['1', '-2', '3.0', null], 'category', 'integer'),
  ...retyped('numerals of which some are whole', NUMERALS, 'category', 'integer'),
  ...retyped('numbers as people write them', WRITTEN, 'category', 'number'),
  ...retyped('free text with numbers', WRITTEN, 'text', 'number', { written: 'point' }),
  ...retyped('decimal commas, found', COMMAS, 'text', 'number'),
  ...retyped('decimal commas, told', COMMAS, 'category', 'number', { written: 'comma' }),
  ...retyped(
    'words true and false',
    ['yes', 'No', ' T ', '참', '아니요', '0', '1', 'maybe', null],
    'category',
    'boolean',
  ),
  ...retyped('days', DAYS, 'category', 'date'),
  ...retyped('dates as people write them', DATES, 'category', 'date'),
  ...retyped('dates, the month first', DATES, 'text', 'date', { written: 'month-first' }),
  ...retyped('fractions as whole numbers', [1, 2.5, null, -3], 'number', 'integer'),
  ...retyped('numbers as true and false', [1, 0, 2, null, -0], 'number', 'boolean'),
  ...retyped('numbers as dates', [0, 1_711_879_323_123, -5, null], 'number', 'date'),
  ...retyped('dates as numbers', [0, 1_711_879_323_123, -5, null], 'date', 'integer'),
  ...retyped('dates as words', [0, 1_711_879_323_123, 1_711_879_323_000, 86_400_000, null], 'date', 'category'),
  ...retyped('nothing but empty words', [null, null, null], 'category', 'number'),
];
