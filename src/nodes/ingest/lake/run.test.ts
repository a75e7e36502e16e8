import { describe, expect, it } from 'vitest';
import { Failure } from '../../../lib/failure';
import { text } from '../../../lib/text';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { cellsOf, makeTable } from '../../../testing/table/make-table';
import { lakeRunner } from './run';
import { lakeSpec } from './spec';

const HASH = '0123456789abcdef'.repeat(4);
const version = { hash: HASH, parent: null, rows: 2, added: 1, from: 'monday.csv', keptAt: '1970-01-01T00:00:00.000Z' };

describe('reading the data lake', () => {
  it('hands on the table of the set and version asked for, and says what was read', async () => {
    const asked: string[] = [];
    const context = fakeContext({
      readTable: async (...of) => {
        asked.push(...of);
        return { version, table: makeTable({ x: [1, null] }) };
      },
    });
    const { table } = await lakeRunner.run({}, { name: ' sales ', version: HASH }, context);
    if (table?.type !== 'table') throw new Error('no table');
    expect(asked).toEqual(['sales', HASH]);
    expect(cellsOf(table.table, 'x')).toEqual([1, null]);
    expect(table.notes?.map((note) => note.message.en)).toEqual([
      'Version 0123456789ab of “sales”: 2 rows, the last 1 from monday.csv.',
    ]);
  });

  it('pins the newest version to its hash, and lets a lake without the set say so', async () => {
    const pin = (find: () => Promise<typeof version>) => lakeRunner.pin?.({ name: 'sales', version: '' }, { find });
    expect(await pin(async () => version)).toEqual({ name: 'sales', version: HASH });
    const gone = new Failure({ code: 'lake-gone', message: text('Gone.', '없어요.'), hint: text('Look.', '보세요.') });
    await expect(pin(() => Promise.reject(gone))).rejects.toBe(gone);
  });

  it('says which data set and version it reads, without running', () => {
    expect(lakeRunner.reads?.({ name: ' sales ', version: HASH })).toEqual({ set: 'sales', version: HASH });
    expect(lakeRunner.reads?.({ name: ' ', version: '' })).toBeNull();
  });

  it('asks for a data set before it runs, and takes no version that is no hash', () => {
    expect(lakeSpec.infer({}, lakeSpec.defaults, { nodeId: 'lake1' }).problems[0]?.code).toBe('no-data-set');
    expect(lakeSpec.parseParams({ name: 'sales', version: 'newest' }).ok).toBe(false);
    expect(lakeSpec.summary({ name: 'sales', version: '' }).en).toBe('sales · newest');
  });
});
