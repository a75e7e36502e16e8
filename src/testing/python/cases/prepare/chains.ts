import { exampleDocument, exampleNode, exampleWires } from '../../../graph/example-catalog';
import type { AgreementCase } from '../../agreement';
import { bothWays, CLOSE, line, mixedRows, SPLIT } from './rows';

const ABOUT = 'chains';

const FILL = ['missing', { numeric: 'mean', indicator: true }] as const;
const ENCODE = ['encode', { rare: 'count', rareCount: 4, columns: ['도시', 'class'] }] as const;
const SCALE = ['scale', { method: 'robust' }] as const;

const digits = (behind: readonly (readonly [string, string, object])[], fitted: boolean): AgreementCase => ({
  about: 'prepare.image',
  name: `digits${behind.map(([, kind]) => ` > ${kind}`).join('')}`,
  document: exampleDocument(
    [
      exampleNode('read', 'ingest.sample', { params: { name: 'digits8x8' } }),
      exampleNode('image', 'prepare.image', { params: { divisor: 15, name: '그림' } }),
      ...behind.map(([id, kind, params]) => exampleNode(id, kind, { params: { ...params } })),
    ],
    exampleWires(
      'read.table > image.table',
      ...behind.map(([id], at) => `${at === 0 ? 'image' : (behind[at - 1]?.[0] ?? '')}.table > ${id}.table`),
    ),
  ),
  fitted,
  checks: [{ end: `${behind.at(-1)?.[0] ?? 'image'}.table`, within: 0 }],
});

/** One step feeds two, one is off and one is passed by. */
function forked(fitted: boolean): AgreementCase {
  const { nodes } = line(mixedRows(), []);
  const [rows] = nodes;
  if (rows === undefined) throw new Error('there are rows');
  return {
    about: ABOUT,
    name: `a step that feeds two`,
    document: exampleDocument(
      [
        rows,
        exampleNode('first', 'prepare.scale', { params: { method: 'minmax' } }),
        exampleNode('split', 'prepare.split'),
        exampleNode('fill', 'prepare.missing'),
        exampleNode('one', 'prepare.scale'),
        exampleNode('off', 'prepare.scale', { mode: 'off' }),
        exampleNode('by', 'prepare.encode', { mode: 'bypassed' }),
        exampleNode('two', 'prepare.encode', { params: { method: 'frequency' } }),
        exampleNode('last', 'prepare.scale', { params: { method: 'maxabs' } }),
      ],
      exampleWires(
        'rows.table > first.table',
        'first.table > split.table',
        'split.table > fill.table',
        'fill.table > one.table',
        'fill.table > off.table',
        'fill.table > by.table',
        'by.table > two.table',
        'two.table > last.table',
      ),
    ),
    fitted,
    checks: ['first', 'split', 'fill', 'one', 'last'].map((id) => ({ end: `${id}.table`, within: CLOSE })),
  };
}

export const chainCases: readonly AgreementCase[] = [
  ...bothWays(ABOUT, 'fill, encode, scale', mixedRows(), [SPLIT, FILL, ENCODE, SCALE]),
  ...bothWays(ABOUT, 'encode, fill, scale', mixedRows(), [SPLIT, ENCODE, FILL, SCALE]),
  ...bothWays(ABOUT, 'scale, encode, fill', mixedRows(), [SPLIT, SCALE, ENCODE, FILL]),
  ...bothWays(ABOUT, 'all before a split', mixedRows(), [FILL, ENCODE, SCALE, SPLIT]),
  ...bothWays(ABOUT, 'a target that is retyped and lacks cells', mixedRows(), [
    SPLIT,
    ['columns', { target: 'flag', drop: ['when'], settings: { flag: { type: 'category', rename: '답' } } }],
    FILL,
    ['encode', { method: 'target', columns: ['도시'] }],
    SCALE,
  ]),
  ...bothWays(ABOUT, 'rows dropped between', mixedRows(), [
    SPLIT,
    SCALE,
    ['missing', { method: 'drop', columns: ['flag', '도시'] }],
    ['missing', {}],
    ['encode', { dropFirst: true }],
  ]),
  ...bothWays(ABOUT, 'scaled twice, nothing done between', mixedRows(), [
    SPLIT,
    SCALE,
    ['columns', { target: 'class' }],
    ['scale', { method: 'quantile', output: 'normal' }],
  ]),
  forked(false),
  forked(true),
  digits([], false),
  digits([], true),
  digits([['keep', 'prepare.columns', { settings: { 그림: { rename: 'image' } } }]], false),
  digits(
    [
      ['split', 'prepare.split', { method: 'random' }],
      ['drop', 'prepare.columns', { drop: ['그림'] }],
    ],
    false,
  ),
];
