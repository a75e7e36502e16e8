import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../engine/engine';
import { indexKinds } from '../engine/kinds';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import { pipeline } from '../testing/engine/fake-kinds';
import { parseArguments } from './arguments';
import { createNodeHost } from './node-host';
import { prepareDocument } from './prepare-document';

let folder = '';
const csv = 'height,weight\n1.8,80\n1.6,55\n';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-'));
  await mkdir(join(folder, 'data'));
  await writeFile(join(folder, 'data', 'people.csv'), csv);
});
afterAll(() => rm(folder, { recursive: true }));

const env = (cache: string): NodeJS.ProcessEnv => ({ MILLRACE_CACHE: join(folder, cache) });
const path = (): string => join(folder, 'data', 'people.csv');

describe('files in Node', () => {
  it('finds a file that an earlier run was given', async () => {
    const { hash } = await createNodeHost([], env('shared')).put(path());
    const bytes = await createNodeHost([], env('shared')).host.readFile(hash, 'people.csv');
    expect(new TextDecoder().decode(bytes)).toBe(csv);
  });

  it('finds a file of the right name and content beside the document, and no other', async () => {
    const { hash } = await createNodeHost([], env('one')).put(path());
    const { host } = createNodeHost([join(folder, 'data')], env('two'));
    expect((await host.readFile(hash, 'people.csv')).length).toBe(csv.length);
    const other = hash.replaceAll(/./g, '0');
    await expect(host.readFile(other, 'people.csv')).rejects.toMatchObject({ detail: { code: 'file-vanished' } });
  });

  it('reads no asset outside the public folder', async () => {
    const { host } = createNodeHost([], env('one'));
    await expect(host.readAsset('../package.json')).rejects.toMatchObject({ detail: { code: 'asset-missing' } });
  });

  it('gives --input to the file node, which then reads it', async () => {
    const kinds = indexKinds(specs, runners);
    const files = createNodeHost([], env('run'));
    const parsed = parseArguments(['run', 'x.json', '--input', `file1=${path()}`]);
    if (!parsed.ok || parsed.command.type !== 'run') throw new Error('not a run');
    const document = pipeline({ file1: 'ingest.file' });
    const prepared = await prepareDocument(document, parsed.command, kinds.catalog, files.put);
    if (!prepared.ok) throw new Error(prepared.why.en);
    const report = await createEngine({ kinds, host: files.host }).run({
      runId: 'r',
      document: prepared.document,
      backend: 'auto',
      signal: new AbortController().signal,
      emit: () => undefined,
    });
    expect(report.nodes.file1).toMatchObject({ status: 'completed', rows: 2 });
  });
});
