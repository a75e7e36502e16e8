import { counted } from '../../../../lib/figures';
import type { AgreementCase } from '../../agreement';
import { CLOSE, type GivenColumn, given, line, mixedRows, SPLIT, type Steps } from './rows';

const asked = (columns: readonly GivenColumn[], steps: Steps): AgreementCase => {
  const [kind = '', params = {}] = steps.at(-1) ?? [];
  return {
    about: `prepare.${kind}`,
    name: `${steps.length > 1 ? 'behind a split, ' : ''}${counted(columns.length, 'column')}, ${JSON.stringify(params)}`,
    document: line(columns, steps),
    checks: [{ end: `${steps.length > 1 ? 'b' : 'a'}.table`, within: CLOSE }],
  };
};

const undated: readonly GivenColumn[] = mixedRows().filter(({ type }) => type !== 'date');
const numerals: readonly GivenColumn[] = [
  given('a "b"', ['1', '2.5', '-3.25', null], { type: 'category' }),
  given("c'd\n", ['1', '-20', '3', null], { type: 'category' }),
  given('n', [1, 2, null, 3], { type: 'integer' }),
  given('flag', [true, false, null, true], { type: 'boolean' }),
  given('x', [1, 2, 3, null], { type: 'number' }),
  given('part', ['p', 'q', 'p', null], { type: 'category' }),
];
const odd: readonly GivenColumn[] = [
  given('constant', [4.2, 4.2, 4.2, 4.2]),
  given('far', [1e9, 1e9 + 1, 1e9 + 2, null]),
  given('whole', [-3, 0, 3, 5], { type: 'integer' }),
  given('zero', [0, 0, 0, null]),
];

const both = (steps: Steps[number], columns = undated): readonly AgreementCase[] => [
  asked(columns, [steps]),
  asked(columns, [SPLIT, steps]),
];

/** Steps that SQL can say. */
export const toldCases: readonly AgreementCase[] = [
  ...both(['columns', { target: 'class', drop: ['flag'], settings: { 도시: { rename: 'x"y' } } }]),
  asked(numerals, [
    [
      'columns',
      {
        settings: {
          'a "b"': { type: 'number', rename: "a'" },
          "c'd\n": { type: 'integer' },
          n: { type: 'number' },
          flag: { type: 'number' },
          x: { type: 'integer' },
          part: { type: 'text' },
        },
      },
    ],
  ]),
  ...both(['missing', {}]),
  ...both(['missing', { numeric: 'mean', indicator: true }]),
  ...both(['missing', { numeric: 'most_frequent' }], mixedRows()),
  ...both(['missing', { numeric: 'constant', numericValue: -2.5, categorical: 'constant', word: "it's" }], mixedRows()),
  ...both(['missing', { method: 'drop' }], mixedRows()),
  asked(numerals, [['missing', { indicator: true }]]),
  ...['onehot', 'ordinal', 'frequency'].flatMap((method) => both(['encode', { method }])),
  ...both(['encode', { dropFirst: true }]),
  asked(numerals, [
    ['split', { method: 'random', test: 0.25, validation: 0 }],
    ['encode', { method: 'ordinal' }],
  ]),
  ...[{}, { method: 'minmax' }, { method: 'minmax', low: -1, high: 3 }, { method: 'maxabs' }].flatMap((params) => [
    ...both(['scale', params]),
    asked(odd, [['scale', params]]),
  ]),
];

/** Steps that it cannot, or that databases do each after their own. */
export const untoldCases: readonly AgreementCase[] = [
  asked(numerals, [['columns', { settings: { x: { type: 'category' } } }]]),
  asked(numerals, [['columns', { unreadable: 'missing', settings: { 'a "b"': { type: 'number' } } }]]),
  asked(undated, [SPLIT, ['columns', { settings: { class: { rename: 'part' } } }]]),
  asked(mixedRows(), [['missing', {}]]),
  asked(undated, [['encode', { rare: 'count' }]]),
  asked(undated, [['encode', { method: 'target' }]]),
  asked([given('a', ['b=c', 'x']), given('a=b', ['d', 'e'])], [['encode', {}]]),
  ...['robust', 'quantile', 'power'].map((method) => asked(odd.slice(1, 3), [['scale', { method }]])),
  asked(odd, [['split', { method: 'random' }]]),
];
