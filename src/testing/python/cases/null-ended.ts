import type { JsonObject } from '../../../lib/json';
import { createRandom } from '../../../lib/random';
import { exampleDocument, exampleNode, exampleWires } from '../../graph/example-catalog';
import type { AgreementCase } from '../agreement';
import { fileRows } from '../training-documents';

/* Names that end in a null character, which numpy cuts off the ends of words. */

const csv = ((): string => {
  const random = createRandom(5);
  const lines = Array.from({ length: 80 }, (_, row) =>
    [
      row % 9 === 4 ? '' : random.normal(),
      random.normal(),
      ['서울', '부산', 'x y'][row % 3],
      row % 2 === 0 ? 'no' : 'yes',
    ].join(','),
  );
  return `a,b,kind,sure\n${lines.join('\n')}\n`;
})();

const TRAINERS: readonly (readonly [string, boolean])[] = [
  ['train.linear', false],
  ['train.linear', true],
  ['train.bayes', false],
  ['train.bayes', true],
  ['train.neighbours', true],
];

function nullEnded(trainer: string, fitted: boolean, encode: JsonObject): AgreementCase {
  const renamed = Object.fromEntries(['a', 'kind', 'sure'].map((name) => [name, { rename: `${name}\0` }]));
  const { nodes, wires, inputs } = fileRows(csv, { target: 'sure', settings: renamed });
  return {
    about: trainer,
    name: `names that end in a null character, ${JSON.stringify(encode)}`,
    document: exampleDocument(
      [
        ...nodes,
        exampleNode('fill', 'prepare.missing', { params: { indicator: true } }),
        exampleNode('encode', 'prepare.encode', { params: encode }),
        exampleNode('scale', 'prepare.scale'),
        exampleNode('train', trainer),
        exampleNode('measure', 'train.evaluate'),
      ],
      exampleWires(
        ...wires,
        'rows.table > fill.table',
        'fill.table > encode.table',
        'encode.table > scale.table',
        'scale.table > train.table',
        'train.model > measure.model',
        'scale.table > measure.table',
      ),
    ),
    fitted,
    ...(inputs && { inputs }),
    checks: [
      { end: 'scale.table', within: 1e-12 },
      { end: 'measure.report', within: 1e-3 },
    ],
  };
}

export const nullEndedCases: readonly AgreementCase[] = TRAINERS.flatMap(([trainer, fitted], at) => [
  nullEnded(trainer, fitted, { method: ['onehot', 'ordinal', 'frequency', 'target'][at % 4] ?? 'onehot' }),
]);
