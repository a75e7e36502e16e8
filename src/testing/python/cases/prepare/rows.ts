import type { PipelineDocument } from '../../../../graph/document';
import type { Json, JsonObject } from '../../../../lib/json';
import { createRandom } from '../../../../lib/random';
import type { ColumnType, Role } from '../../../../table/table';
import { exampleDocument, exampleNode, exampleWires } from '../../../graph/example-catalog';
import type { Cells } from '../../../table/make-table';
import type { AgreementCase } from '../../agreement';

/** A column of the rows that a case starts from. */
export interface GivenColumn {
  readonly name: string;
  readonly cells: Cells;
  readonly type?: ColumnType;
  readonly role?: Role;
}

export const given = (name: string, cells: Cells, more: Omit<GivenColumn, 'name' | 'cells'> = {}): GivenColumn => ({
  name,
  cells,
  ...more,
});

/** Steps in a row behind given rows, called `a`, `b`, `c` …, by their kind and params. */
export type Steps = readonly (readonly [kind: string, params: JsonObject])[];

export function line(columns: readonly GivenColumn[], steps: Steps, seed = 7): PipelineDocument {
  const ids = steps.map((_, at) => String.fromCharCode(97 + at));
  const params = { columns: columns.map((each): Json => ({ ...each, cells: [...each.cells] })) };
  const nodes = [
    exampleNode('rows', 'test.given', { params }),
    ...steps.map(([kind, more], at) => exampleNode(ids[at] ?? '', `prepare.${kind}`, { params: more })),
  ];
  const wires = ids.map((id, at) => `${at === 0 ? 'rows' : ids[at - 1]}.table > ${id}.table`);
  return { ...exampleDocument(nodes, exampleWires(...wires)), seed };
}

export const EXACT = 0;
export const CLOSE = 1e-12;

/** A case for what comes of the last step, learned anew and as it was learned. */
export function bothWays(
  about: string,
  name: string,
  columns: readonly GivenColumn[],
  steps: Steps,
  within: number | { readonly anew: number; readonly fitted: number } = CLOSE,
): readonly AgreementCase[] {
  const end = `${String.fromCharCode(96 + steps.length)}.table`;
  const { anew, fitted } = typeof within === 'number' ? { anew: within, fitted: within } : within;
  const document = line(columns, steps);
  return [
    { about, name, document, checks: [{ end, within: anew }] },
    { about, name, document, fitted: true, checks: [{ end, within: fitted }] },
  ];
}

const CITIES = ['서울', 'Busan', 'O\'Hare "x"', 'new\nline', 'None', 'a,b', '{x}', 'Zürich'];

/** Rows of every type of column, with empty cells, in a fixed disorder. */
export function mixedRows(rows = 120): readonly GivenColumn[] {
  const random = createRandom(11);
  const cells = (make: (row: number) => number | string | boolean, gaps = 0.15): Cells =>
    Array.from({ length: rows }, (_, row) => {
      const value = make(row);
      return random.next() < gaps ? null : value;
    });
  return [
    given(
      '키 (cm)',
      cells(() => 170 + 8 * random.normal()),
      { type: 'number' },
    ),
    given(
      'count"s',
      cells(() => random.integer(6)),
      { type: 'integer' },
    ),
    given(
      'flag',
      cells(() => random.next() < 0.4),
      { type: 'boolean' },
    ),
    given(
      '도시',
      cells(() => CITIES[Math.min(random.integer(9), random.integer(9))] ?? '서울'),
      { type: 'category' },
    ),
    given(
      'class',
      cells(() => `w${random.integer(4)}`, 0),
      { type: 'category' },
    ),
    given(
      'when',
      cells((row) => 1_700_000_000_000 + 86_400_123 * ((row * 37) % 50)),
      { type: 'date' },
    ),
    given(
      'skewed',
      cells(() => random.next() ** 3 * 1_000 + 0.5, 0),
      { type: 'number' },
    ),
    given(
      'label',
      cells(() => (random.next() < 0.7 ? 'no' : 'yes'), 0),
      { type: 'category', role: 'target' },
    ),
  ];
}

export const SPLIT: Steps[number] = ['split', { validation: 0.2, test: 0.2 }];
