import { createRandom } from '../../../../lib/random';
import { exampleDocument, exampleNode, exampleWires } from '../../../graph/example-catalog';
import type { AgreementCase } from '../../agreement';
import { bothWays, CLOSE, EXACT, given, mixedRows, SPLIT } from './rows';

const ABOUT = 'prepare.scale';

const sample = (params: { readonly method: string }, anew = CLOSE): readonly AgreementCase[] =>
  [false, true].map((fitted) => ({
    about: ABOUT,
    name: `wine, ${params.method}`,
    document: exampleDocument(
      [
        exampleNode('read', 'ingest.sample', { params: { name: 'wine' } }),
        exampleNode('split', 'prepare.split'),
        exampleNode('scale', 'prepare.scale', { params }),
      ],
      exampleWires('read.table > split.table', 'split.table > scale.table'),
    ),
    fitted,
    checks: [{ end: 'scale.table', within: fitted ? CLOSE : anew }],
  }));

/** Where a search for the best power ends depends on the last bits of logarithms. */
const SEARCHED = { anew: 1e-4, fitted: CLOSE };

const odd = [
  given('constant', [4.2, 4.2, 4.2, 4.2, 4.2, 4.2, 4.2, 4.2]),
  given('one known', [null, null, 3, null, null, null, null, null]),
  given('tied', [1, 1, 1, 1, 2, 2, 9, 9]),
  given('zero', [0, 0, 0, 0, 0, 0, 0, 0]),
  given('whole', [3, -1, 4, 1, 5, 9, 2, 6], { type: 'integer' }),
  given('far', [1e9, 1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9, 1e9 + 2, 1e9 + 1, 1e9 + 3]),
];

const random = createRandom(5);
const long = given(
  'x',
  Array.from({ length: 12_000 }, () => random.normal()),
  { type: 'number' },
);

const seasons = given(
  'season',
  Array.from({ length: 12_000 }, () => 1 + random.integer(4)),
  { type: 'integer' },
);

const METHODS = [
  { method: 'standard' },
  { method: 'minmax' },
  { method: 'minmax', low: -1, high: 2.5 },
  { method: 'maxabs' },
  { method: 'robust' },
  { method: 'quantile' },
  { method: 'quantile', quantiles: 5 },
  { method: 'quantile', output: 'normal' },
];

const nameOf = (params: object): string => JSON.stringify(params);

export const scaleCases: readonly AgreementCase[] = [
  ...['standard', 'minmax', 'maxabs', 'robust', 'quantile'].flatMap((method) => sample({ method })),
  ...sample({ method: 'power' }, SEARCHED.anew),
  ...METHODS.flatMap((params) => [
    ...bothWays(ABOUT, `mixed rows, ${nameOf(params)}`, mixedRows(), [SPLIT, ['scale', params]]),
    ...bothWays(ABOUT, `odd columns, ${nameOf(params)}`, odd, [['scale', params]]),
  ]),
  ...bothWays(ABOUT, 'Yeo-Johnson', mixedRows(), [SPLIT, ['scale', { method: 'power' }]], SEARCHED),
  ...bothWays(ABOUT, 'Yeo-Johnson of odd columns', odd.slice(0, 5), [['scale', { method: 'power' }]], SEARCHED),
  ...bothWays(ABOUT, 'Yeo-Johnson of four values in many rows', [seasons], [['scale', { method: 'power' }]], SEARCHED),
  ...bothWays(
    ABOUT,
    'Box-Cox',
    mixedRows(),
    [SPLIT, ['scale', { method: 'power', family: 'box-cox', columns: ['skewed', '키 (cm)'] }]],
    SEARCHED,
  ),
  ...bothWays(
    ABOUT,
    'a constant in training that is none elsewhere',
    [given('x', [5, 5, 5, 5, 7, 9]), given('part', ['train', 'train', 'train', 'train', 'test', 'test'])],
    [
      ['split', { method: 'column', partColumn: 'part' }],
      ['scale', { method: 'power' }],
    ],
  ),
  ...bothWays(
    ABOUT,
    'a column of more rows than are sampled',
    [long],
    [['scale', { method: 'quantile', quantiles: 50 }]],
  ),
  ...bothWays(ABOUT, 'nothing to scale', [given('word', ['a', 'b', 'c'])], [['scale', {}]], EXACT),
];
