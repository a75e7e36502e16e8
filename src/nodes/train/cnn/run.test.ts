import { expect, it } from 'vitest';
import { createRandom } from '../../../lib/random';
import { memory } from '../../../models/network/backend/backends';
import { predictTable } from '../../../models/predict';
import { schemaOf } from '../../../table/schema';
import type { Table } from '../../../table/table';
import { networkOf } from '../../../testing/models/fake-model';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { makeColumn, makeTable } from '../../../testing/table/make-table';
import { cnnRunner } from './run';
import { cnnSpec } from './spec';

/** Images of 6 × 6 with a bar that stands or lies, anywhere. */
function bars(rows: number): Table {
  const random = createRandom(2);
  const values = new Float32Array(rows * 36);
  const standing = Array.from({ length: rows }, (_, row) => row % 2 === 0);
  standing.forEach((stands, row) => {
    const at = random.integer(6);
    for (let i = 0; i < 6; i++) values[row * 36 + (stands ? 6 * i + at : 6 * at + i)] = 1;
  });
  const target = makeColumn('standing', standing, 'target');
  return {
    ...makeTable([target]),
    columns: [{ name: 'image', role: null, type: 'image', shape: [6, 6, 1], values }, target],
  };
}

it.each(['cpu', 'wasm'] as const)('an image network on %s tells standing bars from lying ones', async (backend) => {
  const table = bars(60);
  const before = memory().tensors;
  const params = { filters: [4], hidden: [8], learningRate: 0.02, epochs: 12, earlyStopping: false };
  const { model } = await cnnRunner.run({ table: { type: 'table', table } }, params, fakeContext({ backend }));
  if (model?.type !== 'model') throw new Error('the kind made no model');
  expect(networkOf(model.model).inputShape).toEqual([6, 6, 1]);
  const rows = Uint32Array.from({ length: 60 }, (_, i) => i);
  const { scores } = await predictTable(model.model, table, rows, { backend, signal: new AbortController().signal });
  const right = rows.filter((row) => (scores[2 * row + 1] ?? 0) > 0.5 === (row % 2 === 0));
  expect(right.length).toBeGreaterThan(55);
  expect(memory().tensors).toBe(before);
});

it('asks for an image before it runs, and refuses a table without one', async () => {
  const table = makeTable([makeColumn('a', [1, 2]), makeColumn('y', ['p', 'q'], 'target')]);
  const { problems } = cnnSpec.infer({ table: schemaOf(table) }, {}, { nodeId: 'n' });
  expect(problems.map(({ code }) => code)).toEqual(['no-image']);
  await expect(cnnRunner.run({ table: { type: 'table', table } }, {}, fakeContext())).rejects.toMatchObject({
    detail: { code: 'no-image' },
  });
});
