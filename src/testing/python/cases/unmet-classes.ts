import type { JsonObject } from '../../../lib/json';
import { createRandom } from '../../../lib/random';
import { exampleDocument, exampleNode, exampleWires } from '../../graph/example-catalog';
import type { AgreementCase } from '../agreement';
import { fileRows } from '../training-documents';

/*
 * Classes that no training row has, for they stand in validation rows alone: the engine's models know them, and
 * scikit-learn's do not.
 */

const PARTS = ['train', 'train', 'train', 'validation', 'test'] as const;

/** Of the classes those in training rows, with one more before them and one behind. */
function rowsOf(met: readonly string[]): string {
  const random = createRandom(11);
  const lines = Array.from({ length: 90 }, (_, row) => {
    const part = PARTS[row % PARTS.length] ?? 'train';
    const at = row % met.length;
    const unmet = row % 10 === 3 ? 'a first' : row % 10 === 8 ? 'z "last"' : null;
    return [random.normal() + at, random.normal() - at, part, unmet?.replaceAll('"', "'") ?? met[at]].join(',');
  });
  return `x,y,set,class\n${lines.join('\n')}\n`;
}

interface Unmet {
  readonly kind: string;
  readonly params?: JsonObject;
  readonly met?: readonly string[];
  readonly fitted?: boolean;
  readonly within?: number;
  readonly checks?: readonly string[];
}

function unmet({
  kind,
  params = {},
  met = ['b', 'c', 'd'],
  fitted = false,
  within = 1e-9,
  checks = ENDS,
}: Unmet): AgreementCase {
  const { nodes, wires, inputs } = fileRows(rowsOf(met), { target: 'class' }, { method: 'column', partColumn: 'set' });
  return {
    about: kind,
    name: `classes that only validation rows have, beside ${met.length}${Object.keys(params).length > 0 ? `, ${JSON.stringify(params)}` : ''}`,
    document: exampleDocument(
      [
        ...nodes,
        exampleNode('train', kind, { params }),
        exampleNode('measure', 'train.evaluate'),
        exampleNode('answer', 'serve.predict'),
      ],
      exampleWires(
        ...wires,
        'rows.table > train.table',
        'train.model > measure.model',
        'rows.table > measure.table',
        'train.model > answer.model',
        'rows.table > answer.table',
      ),
    ),
    fitted,
    ...(inputs && { inputs }),
    checks: checks.map((end) => ({ end, within })),
  };
}

const ENDS = ['measure.report', 'measure.predictions', 'answer.predictions'];
/**
 * A linear model's optimum makes an unmet class impossible, to which the engine's solver comes only near: the log loss of
 * rows that are of that class is then as large as it came near.
 */
const linear: Unmet = { kind: 'train.linear', within: 1e-3, checks: ['measure.predictions', 'answer.predictions'] };

export const unmetCases: readonly AgreementCase[] = [
  unmet(linear),
  // Of two classes scikit-learn learns one weight a column instead of two.
  unmet({ ...linear, met: ['b', 'c'] }),
  unmet({ ...linear, met: ['b', 'c'], params: { l2: 0.01, classWeights: 'balanced' } }),
  unmet({ kind: 'train.linear', fitted: true, within: 1e-5 }),
  ...[false, true].flatMap((fitted) => [
    unmet({ kind: 'train.bayes', fitted }),
    unmet({ kind: 'train.bayes', params: { priors: 'equal' }, fitted }),
    unmet({ kind: 'train.neighbours', fitted }),
    unmet({ kind: 'train.neighbours', met: ['b', 'c'], params: { weights: 'distance' }, fitted }),
  ]),
  unmet({ kind: 'train.dense', fitted: true, within: 1e-5 }),
];
