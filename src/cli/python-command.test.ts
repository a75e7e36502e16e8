import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indexKinds } from '../engine/kinds';
import type { Language } from '../lib/text';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import { wineDocument } from '../testing/export/example-programs';
import { python } from '../testing/python/play-programs';
import { runCommandLine } from './cli';

const home = process.cwd();
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-'));
  process.env.MILLRACE_CACHE = join(folder, 'cache');
  await writeFile(join(folder, 'wine.json'), JSON.stringify(wineDocument));
  process.chdir(folder);
});
afterEach(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true });
});

const kinds = indexKinds(specs, runners);

/** Runs a command line over the real kinds in a folder of its own. */
async function millrace(line: string, language: Language = 'en', signal = new AbortController().signal) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(`${line} --backend cpu`.split(' '), {
    output: { language, out: (said) => out.push(said), err: (said) => err.push(said) },
    signal,
    loadKinds: async () => kinds,
  });
  return { code, out, err: err.join('\n') };
}

const filesIn = async (name: string) => (await readdir(join(folder, name), { recursive: true })).sort();

describe('export-python', () => {
  it('writes a script beside its data, which runs, and says what it wrote', async () => {
    const { code, out, err } = await millrace('export-python wine.json --output out/put');
    expect([code, err]).toEqual([0, '']);
    expect(out).toEqual([
      'Wrote 2 files into “out/put”:',
      expect.stringMatching(/^ {2}pipeline\.py {4}\d.* kB$/),
      expect.stringMatching(/^ {2}data\/wine\.csv {2}\d+\.\d kB$/),
      'Start it there: python3 pipeline.py',
    ]);
    expect(await filesIn('out')).toEqual(['put', 'put/data', 'put/data/wine.csv', 'put/pipeline.py']);
    if (python === null) return;
    expect(spawnSync(python, ['pipeline.py'], { cwd: join(folder, 'out/put'), encoding: 'utf8' })).toMatchObject({
      status: 0,
    });
  });

  it('writes a notebook in the reader’s language, and takes the options of run', async () => {
    const { code, out } = await millrace('export-python wine.json --notebook --set knn1.neighbours=3 --seed 4', 'ko');
    expect([code, out[0]]).toEqual([0, '“Wine-python” 폴더에 파일 2개를 썼어요:']);
    const notebook = await readFile(join(folder, 'Wine-python', 'pipeline.ipynb'), 'utf8');
    expect(notebook).toContain('n_neighbors=3');
    expect(notebook).toContain('## 1. 데이터 흡수');
  });

  it('takes a folder of its own each time, and writes over nothing that is there', async () => {
    await millrace('export-python wine.json');
    expect((await millrace('export-python wine.json')).out[0]).toContain('“Wine-python-2”');
    await mkdir(join(folder, 'mine'));
    await mkdir(join(folder, 'empty'));
    await writeFile(join(folder, 'mine', 'notes.txt'), 'mine');
    const refused = await millrace('export-python wine.json --output mine');
    expect([refused.code, refused.out]).toEqual([2, []]);
    expect(refused.err).toContain('“mine” is not empty');
    expect(await filesIn('mine')).toEqual(['notes.txt']);
    expect((await millrace('export-python wine.json --output wine.json')).code).toBe(2);
    expect((await millrace('export-python wine.json --output empty')).code).toBe(0);
    expect(await filesIn('empty')).toContain('pipeline.py');
  });

  it('leaves nothing behind where it cannot write, where the pipeline is refused, and where it is cancelled', async () => {
    const before = await filesIn('.');
    const unwritable = await millrace('export-python wine.json --output wine.json/out');
    expect([unwritable.code, unwritable.err]).toEqual([2, expect.stringContaining('could not be written')]);
    const failed = await millrace('export-python wine.json --set scale1.columns=["nowhere"]');
    expect([failed.code, failed.err]).toEqual([2, expect.stringMatching(/✕ scale1: .*“nowhere”.*\n +→ /)]);
    const cancelled = await millrace('export-python wine.json', 'en', AbortSignal.abort());
    expect([cancelled.code, cancelled.err]).toEqual([1, expect.stringContaining('Cancelled')]);
    expect(await filesIn('.')).toEqual(before);
  });

  it('keeps the models that it trained where it is given a registry', async () => {
    const { code, out } = await millrace('export-python wine.json --registry models');
    expect([code, out[0]]).toEqual([0, expect.stringMatching(/^Kept as version 1 of /)]);
  });
});
