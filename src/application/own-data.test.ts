import { describe, expect, it } from 'vitest';
import { indexKinds } from '../engine/kinds';
import { createFileStore } from '../files/file-store';
import { createMemoryBlobs } from '../lib/blob-store';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import { rentalsCsv } from '../testing/nodes/own-csv';
import { createWorkspace } from './workspace';

const kinds = indexKinds(specs, runners);

async function given(csv: string) {
  const files = createFileStore(createMemoryBlobs());
  const workspace = createWorkspace({
    kinds,
    files,
    host: {
      readFile: async (hash) => (await files.read(hash)) ?? new Uint8Array(),
      readAsset: () => Promise.reject(new Error('no assets here')),
      now: () => performance.now(),
    },
  });
  const put = await workspace.files.put(new File([csv], 'own.csv'), () => Promise.reject(new Error('room enough')));
  if (!put.ok) throw new Error('not put');
  return { workspace, file: { kind: 'ingest.file', params: { file: { ...put.value.file } } } };
}

describe('a look at a file of one’s own', () => {
  it('tells its rows, its columns and the dates they stand in order of', async () => {
    const { workspace, file } = await given(rentalsCsv(20));
    const look = await workspace.ownData.look(file);
    expect(look).toMatchObject({ ok: true, value: { rows: 480, headless: false, ordered: 'day' } });
  });

  it('gives the first row of a file that names no columns', async () => {
    const { workspace, file } = await given('1,a,5\n2,b,6\n3,a,7\n');
    expect(await workspace.ownData.look(file)).toMatchObject({ value: { headless: true, firstRow: ['1', 'a', '5'] } });
    const named = { ...file, params: { ...file.params, header: 'yes' } };
    expect(await workspace.ownData.look(named)).toMatchObject({ value: { headless: false, rows: 2 } });
  });

  it('names the columns that give the target away', async () => {
    const { workspace, file } = await given(rentalsCsv(30));
    const risks = await workspace.ownData.risks(file, 'rented');
    const dropped = risks.ok && risks.value.flatMap(({ mend }) => (mend?.type === 'columns' ? (mend.drop ?? []) : []));
    expect(dropped).toEqual(expect.arrayContaining(['regular', 'occasional']));
  });

  it('fails as the node that reads the file does', async () => {
    const { workspace, file } = await given('');
    expect(await workspace.ownData.look(file)).toMatchObject({ ok: false, failure: { code: expect.any(String) } });
  });
});
