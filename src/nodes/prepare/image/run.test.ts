import { describe, expect, it } from 'vitest';
import { schemaOf } from '../../../table/schema';
import { replayLast, runOnTable } from '../../../testing/nodes/run-kind';
import { makeColumn, makeTable } from '../../../testing/table/make-table';
import { imageRunner } from './run';
import { imageSpec } from './spec';

const raw = makeTable([
  makeColumn('p0', [0, 16]),
  makeColumn('p1', [4, 12]),
  makeColumn('label', ['a', 'b'], 'target'),
  makeColumn('p2', [8, 8]),
  makeColumn('p3', [16, 0]),
]);
const two = { height: 2, width: 2 };

describe('making images', () => {
  it('puts the features into one image a row, in table order, divided', async () => {
    const { table } = await runOnTable(imageRunner, raw, two);
    expect(table.columns.map(({ name }) => name)).toEqual(['label', 'image']);
    const image = table.columns[1];
    expect(image).toMatchObject({ type: 'image', shape: [2, 2, 1], role: null });
    expect(image?.type === 'image' ? Array.from(image.values) : null).toEqual([0, 0.25, 0.5, 1, 1, 0.75, 0.5, 0]);
  });

  it('replays to the same image on rows whose columns come in another order, without the target', async () => {
    const { table } = await runOnTable(imageRunner, raw, two);
    const served = makeTable([...raw.columns].reverse().filter(({ name }) => name !== 'label'));
    expect(replayLast(imageRunner, table, served).columns.at(-1)).toEqual(table.columns.at(-1));
  });

  it('says how many columns it needs', async () => {
    await expect(runOnTable(imageRunner, raw, { height: 3, width: 3 })).rejects.toMatchObject({
      detail: {
        code: 'wrong-pixel-count',
        message: { en: 'An image of 3 × 3 × 1 needs 9 columns, and 4 are chosen.' },
        hint: { en: 'Set height and width to 2, or choose 9 columns.' },
      },
    });
    const { problems } = imageSpec.infer({ table: schemaOf(raw) }, { height: 3, width: 3 }, { nodeId: 'i' });
    expect(problems).toMatchObject([{ code: 'wrong-pixel-count', param: 'height' }]);
  });

  it('names the missing pixel and the absent pixel column', async () => {
    const holed = makeTable([makeColumn('a', [1, null])]);
    await expect(runOnTable(imageRunner, holed, { height: 1, width: 1 })).rejects.toMatchObject({
      detail: { code: 'missing-pixel', column: 'a', row: 2 },
    });
    const { table } = await runOnTable(imageRunner, raw, two);
    expect(() => replayLast(imageRunner, table, makeTable({ p0: [1] }))).toThrow(/“p1”/);
  });

  it('knows its output before running', async () => {
    const made = await runOnTable(imageRunner, raw, two);
    const { outputs, problems } = imageSpec.infer({ table: schemaOf(raw) }, two, { nodeId: 'i' });
    expect(outputs.table).toEqual(schemaOf(made.table));
    expect(problems).toEqual([]);
  });
});
