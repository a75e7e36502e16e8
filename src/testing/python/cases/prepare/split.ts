import type { JsonObject } from '../../../../lib/json';
import { createRandom } from '../../../../lib/random';
import type { AgreementCase } from '../../agreement';
import { EXACT, type GivenColumn, given, line, mixedRows, type Steps } from './rows';

const ABOUT = 'prepare.split';

/** Both parts and cells are compared; what stands in front of the split goes through the same index. */
const split = (
  name: string,
  columns: readonly GivenColumn[],
  params: JsonObject,
  seed = 7,
  before: Steps = [],
): AgreementCase => ({
  about: ABOUT,
  name,
  document: line(columns, [...before, ['split', params]], seed),
  checks: [{ end: `${String.fromCharCode(97 + before.length)}.table`, within: EXACT }],
});

const drawn = (rows: number, values: number, seed: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: rows }, () => random.integer(values));
};

const words = (codes: readonly number[]): (string | null)[] =>
  codes.map((code) => (code === 0 ? null : `w${9 - code}`));

const SHARES = [
  { validation: 0.15, test: 0.15 },
  { validation: 0, test: 0.3 },
  { validation: 0.3, test: 0 },
  { validation: 0, test: 0 },
  { validation: 0.1, test: 0.7 },
];

const classes = given('y', words(drawn(61, 5, 3)), { role: 'target' });
const even = given('y', ['c', 'a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c', 'a', 'b'], { role: 'target' });
const rare = given('y', ['z', ...Array.from({ length: 20 }, (_, row) => (row % 2 === 0 ? 'b' : 'a')), 'only'], {
  role: 'target',
});
const groups = [
  given(
    'words',
    words(drawn(50, 8, 5)).map((word) => word ?? '서울'),
    { type: 'category' },
  ),
  given(
    'numbers',
    drawn(50, 12, 6).map((n) => n / 4),
    { type: 'number' },
  ),
  given(
    'days',
    drawn(50, 9, 8).map((n) => n * 86_400_000),
    { type: 'date' },
  ),
  given(
    'flags',
    drawn(50, 2, 9).map((n) => n === 1),
    { type: 'boolean' },
  ),
];
const named = [
  given('words', [' Train', 'TEST', 'val ', 'training', 'dev', '학습', 'testing']),
  given('numbers', [0, 2, 1, 0, 1, 0, 2], { type: 'integer' }),
  given('fractions', [0.5, 1e21, 1e-7, 0.5, 1e-7, 0.5, 1e21], { type: 'number' }),
  given('flags', [true, false, false, true, true, true, false], { type: 'boolean' }),
];

export const splitCases: readonly AgreementCase[] = [
  ...SHARES.flatMap((shares, at) => [
    split(`random, ${JSON.stringify(shares)}`, mixedRows(97), { method: 'random', ...shares }, 100 + at),
    split(`stratified, ${JSON.stringify(shares)}`, [classes], { method: 'stratified', ...shares }, 200 + at),
    split(`group, ${JSON.stringify(shares)}`, groups, { method: 'group', groupColumn: 'words', ...shares }, 300 + at),
  ]),
  split('a long table', [given('x', drawn(3_000, 1_000, 1))], {}, -5),
  split('three rows', [given('x', [1, 2, 3])], { method: 'random' }),
  split('classes of one size', [even], {}, 2 ** 31),
  split('classes with a single row', [rare], { validation: 0.3, test: 0.3 }),
  split('one class', [given('y', ['a', 'a', 'a', 'a', 'a', 'a'], { role: 'target' })], {}),
  split(
    'classes whose rows were dropped in part',
    [even, given('x', [null, null, 3, 4, 5, null, 7, 8, 9, 10, 11, 12])],
    {},
    7,
    [['missing', { method: 'drop' }]],
  ),
  split('classes, numbers before that', [given('y', drawn(40, 4, 2), { role: 'target', type: 'integer' })], {}, 7, [
    ['columns', { settings: { y: { type: 'category' } } }],
  ]),
  split(
    'free text that is to be predicted',
    [given('y', words(drawn(40, 6, 2)), { role: 'target', type: 'text' })],
    {},
  ),
  split('few whole numbers', [given('y', drawn(60, 20, 4), { role: 'target', type: 'integer' })], {}),
  split('many whole numbers', [given('y', drawn(60, 900, 4), { role: 'target', type: 'integer' })], {}),
  split('whole numbers as classes', [given('y', drawn(60, 30, 4), { role: 'target', type: 'integer' })], {
    method: 'stratified',
  }),
  split('fractions', [given('y', drawn(60, 3, 4), { role: 'target', type: 'number' })], {}),
  split('fractions as classes', [given('y', [0.5, 1.5, null, 0.5, 1.5, null, 0.5, 2.5], { role: 'target' })], {
    method: 'stratified',
    test: 0.4,
  }),
  split('true and false', [given('y', [true, false, null, true, false, true, true, false], { role: 'target' })], {}),
  split('dates as what is to be predicted', [given('y', drawn(30, 5, 1), { role: 'target', type: 'date' })], {}),
  ...groups.map(({ name }) =>
    split(`groups of ${name}`, groups, { method: 'group', groupColumn: name, test: 0.3, validation: 0 }),
  ),
  split('time by its role', [given('t', drawn(40, 9, 3), { type: 'date', role: 'time' })], { method: 'time' }),
  split('time by a number', groups, { method: 'time', timeColumn: 'numbers' }),
  ...named.map(({ name }) =>
    split(`parts named by ${name}`, named, {
      method: 'column',
      partColumn: name,
      trainWords: ['train', 'Training ', '학습', '0', '0.5', 'true'],
      validationWords: ['val', 'dev', '1', '1e-7', 'false'],
      testWords: ['test', 'testing', '2', '1e+21'],
    }),
  ),
  split('a second split', mixedRows(50), { method: 'random' }, 7, [['split', { method: 'random', test: 0.4 }]]),
];
