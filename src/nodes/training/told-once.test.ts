import { describe, expect, it } from 'vitest';
import { sameMatter } from '../../graph/same-matter';
import { Failure } from '../../lib/failure';
import { schemaOf } from '../../table/schema';
import type { Table } from '../../table/table';
import { fakeContext } from '../../testing/nodes/fake-context';
import { makeColumn, makeTable } from '../../testing/table/make-table';
import { bayesRunner } from '../train/bayes/run';
import { bayesSpec } from '../train/bayes/spec';
import { linearRunner } from '../train/linear/run';
import { linearSpec } from '../train/linear/spec';

const rows = 12;
const column = (name: string, cell: (i: number) => number | string, role?: 'target') =>
  makeColumn(
    name,
    Array.from({ length: rows }, (_, i) => cell(i)),
    role,
  );
const x = column('x', (i) => i / 3);
const y = column('y', (i) => i % 2, 'target');

describe('what a run fails of, once its columns are known, is what the document shows', () => {
  it.each<[string, Table, Record<string, string>]>([
    ['words', makeTable([x, column('w', (i) => 'ab'[i % 2] ?? ''), y]), {}],
    [
      'times',
      makeTable([
        x,
        makeColumn(
          'd',
          Array.from({ length: rows }, (_, i) => i),
          null,
          'date',
        ),
        y,
      ]),
      {},
    ],
    ['no target', makeTable([x]), {}],
    ['nothing to learn from', makeTable([y]), {}],
    [
      'a number to be predicted, and words',
      makeTable([x, column('y', (i) => 'ab'[i % 2] ?? '', 'target')]),
      { task: 'regression' },
    ],
  ])('of %s', async (_, table, changes) => {
    for (const [spec, runner] of [
      [linearSpec, linearRunner],
      [bayesSpec, bayesRunner],
    ] as const) {
      if (spec === bayesSpec && 'task' in changes) continue;
      const params = { ...spec.defaults, ...changes };
      const failure = await runner.run({ table: { type: 'table', table } }, params, fakeContext()).then(
        () => null,
        (error) => (error instanceof Failure ? error.detail : null),
      );
      const { problems } = spec.infer({ table: schemaOf(table) }, params, { nodeId: 'learn1' });
      const here = problems.map((problem) => ({ ...problem, nodeId: 'learn1' }));
      expect(failure === null ? undefined : sameMatter(here, 'learn1', failure)).toBeDefined();
    }
  });
});
