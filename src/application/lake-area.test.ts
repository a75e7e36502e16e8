import { describe, expect, it } from 'vitest';
import { createLake } from '../lake/create-lake';
import { createMemoryBlobs } from '../lib/blob-store';
import type { WireValue } from '../nodes/contract/runner';
import { fileParams } from '../nodes/ingest/file/spec';
import { makeTable } from '../testing/table/make-table';
import { createLakeArea } from './lake-area';

function setUp(value: WireValue = { type: 'table', table: makeTable({ x: [7], who: ['z'] }) }) {
  const told: string[] = [];
  const lake = createLake(createMemoryBlobs(), () => new Date(0));
  return { told, api: createLakeArea(lake, { output: async () => value, appended: (name) => told.push(name) }) };
}

const csv = (content: string, name = 'monday.csv'): File => new File([content], name);

describe('the lake of a workspace', () => {
  it('makes a set of a CSV file, appends more, and tells of each', async () => {
    const { api, told } = setUp();
    await api.append('sales', csv('x,who\n1,a\n2,b\n'));
    const second = await api.append(' sales ', csv('x,who\n3,c\n', 'tuesday.csv'));
    expect(second).toMatchObject({ ok: true, value: { rows: 3, added: 1, from: 'tuesday.csv' } });
    expect(told).toEqual(['sales', 'sales']);
    const list = await api.list();
    expect(list.ok && list.value.map(({ name, versions }) => [name, versions.length])).toEqual([['sales', 2]]);
  });

  it('reads a file as a person says it is to be read', async () => {
    const { api } = setUp();
    const reading = fileParams.omit({ file: true }).parse({ delimiter: 'bar', decimal: 'comma', header: 'yes' });
    const made = await api.append('sales', csv('x|who\n1,5|a\n'), reading);
    const page = await api.rows('sales', made.ok ? made.value.hash : '', 0, 10);
    expect(page).toMatchObject({ ok: true, value: { columns: ['x', 'who'], cells: [['1.5', 'a']] } });
  });

  it('refuses rows that lack a column and names it, and tells nobody', async () => {
    const { api, told } = setUp();
    await api.append('sales', csv('x,who\n1,a\n'));
    const refused = await api.append('sales', csv('x\n2\n'));
    expect(refused).toMatchObject({ ok: false, failure: { code: 'lake-columns', column: 'who' } });
    expect(told).toEqual(['sales']);
  });

  it('keeps the table of an output, and gives any version back as CSV', async () => {
    const { api } = setUp();
    const first = await api.append('sales / north', csv('x,who\n1,a\n'));
    await api.keep('sales / north', { key: 'k', port: 'table' }, 'Choose columns');
    const hash = first.ok ? first.value.hash : '';
    const file = await api.download('sales / north', hash);
    expect(file.ok && [file.value.name, new TextDecoder().decode(file.value.bytes)]).toEqual([
      `sales-north-${hash.slice(0, 8)}.csv`,
      'x,who\n1,a\n',
    ]);
  });

  it('forgets a set that is removed, rows read before too', async () => {
    const { api } = setUp();
    const made = await api.append('sales', csv('x\n1\n'));
    const hash = made.ok ? made.value.hash : '';
    await api.rows('sales', hash, 0, 1);
    await api.remove('sales');
    expect(await api.rows('sales', hash, 0, 1)).toMatchObject({ ok: false, failure: { code: 'lake-gone' } });
    expect(await api.list()).toEqual({ ok: true, value: [] });
  });
});
