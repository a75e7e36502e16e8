import { expect, it } from 'vitest';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { lookAtFile } from './look';
import { fileRunner } from './run';
import { fileParams } from './spec';

it('finds that pandas reads no column whose cells have decimal marks of their own', async () => {
  const bytes = new TextEncoder().encode('p;n\n1.234,5;1\n1,234.5;2\n7,5;3\n');
  const file = { name: 'a.csv', hash: '0'.repeat(64), bytes: bytes.length };
  const context = fakeContext({ readFile: () => Promise.resolve(bytes) });
  const { table } = await fileRunner.run({}, { file }, context);
  if (table?.type !== 'table') throw new Error('no table');
  const { file: _, ...reading } = fileParams.parse({});
  expect(await lookAtFile(bytes, reading, table.table, async () => {})).toEqual({ alike: false, because: 'cells' });
});
