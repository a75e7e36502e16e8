import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseArguments } from './arguments';
import { diskCommand } from './disk-command';
import { openKnownPipelines } from './known-pipelines';
import { createNodeHost, openFiles } from './node-host';

let folder = '';
const at = (name: string): string => join(folder, name);
const env = (): NodeJS.ProcessEnv => ({ MILLRACE_CACHE: at('cache') });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-disk-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Keeps a file of some bytes, as a run that was given it does, a minute ago. */
async function keep(name: string, bytes: number): Promise<string> {
  await writeFile(at(name), 'x'.repeat(bytes));
  const { hash } = await createNodeHost([], env()).put(at(name));
  await utimes(at(`cache/lake/${hash}`), new Date(), new Date(Date.now() - 60_000));
  return hash;
}

async function pipeline(name: string, hash: string): Promise<string> {
  await writeFile(
    at(name),
    JSON.stringify({ format: 'millrace/pipeline', nodes: [{ params: { file: { name: 'any.csv', hash, bytes: 1 } } }] }),
  );
  return at(name);
}

async function disk(line: string) {
  const parsed = parseArguments(line.split(' '));
  if (!parsed.ok || parsed.command.type !== 'disk') throw new Error('not a disk command');
  const said: string[] = [];
  const output = {
    language: 'en',
    out: (text: string) => said.push(text),
    err: (text: string) => said.push(text),
  } as const;
  return { code: await diskCommand(parsed.command, output, env()), said: said.join('\n') };
}

const kept = async (): Promise<readonly (string | null)[]> =>
  (await openFiles(at('cache')).list()).map(({ name }) => name).sort();

describe('disk', () => {
  it('lists files, the largest first, with the pipelines that use them and what can go', async () => {
    await openKnownPipelines(at('cache')).remember(await pipeline('sales.json', await keep('small.csv', 1_500)));
    await keep('large.csv', 2_500);
    const { code, said } = await disk('disk');
    expect(code).toBe(0);
    expect(said).toMatch(/cache: 2 files, 4\.0 kB\n +2\.5 kB {2}\S+ {2}large\.csv {2}\(no pipeline/);
    expect(said).toMatch(
      /1\.5 kB {2}\S+ {2}small\.csv {2}\(sales\.json\)\n1 file \(2\.5 kB\) can go: npm run -s millrace -- disk --free/,
    );
  });

  it('frees what no pipeline that ran here, or is named, uses', async () => {
    await openKnownPipelines(at('cache')).remember(await pipeline('here.json', await keep('a.csv', 10)));
    await pipeline('elsewhere.json', await keep('b.csv', 11));
    await keep('c.csv', 12);
    const { code, said } = await disk(`disk --free ${at('elsewhere.json')}`);
    expect([code, said]).toEqual([0, 'Freed 12 B: 1 file.']);
    expect(await kept()).toEqual(['a.csv', 'b.csv']);
    expect((await disk('disk --free')).said).toBe('Freed 11 B: 1 file.');
    expect((await disk('disk --free')).said).toContain('nothing to free');
  });

  it('removes nothing where a pipeline that is named is not there or is none', async () => {
    await pipeline('mine.json', await keep('a.csv', 10));
    await writeFile(at('broken.json'), '{"format": "millrace/pipeline"');
    for (const name of ['mien.json', 'a.csv', 'broken.json']) {
      const { code, said } = await disk(`disk --free ${at('mine.json')} ${at(name)}`);
      expect([code, said]).toEqual([2, expect.stringContaining(name)]);
    }
    expect(await kept()).toEqual(['a.csv']);
  });

  it('lets a pipeline’s files go with its file, and with an edit that no longer names them', async () => {
    const known = openKnownPipelines(at('cache'));
    for (const name of ['gone', 'edited'])
      await known.remember(await pipeline(`${name}.json`, await keep(`${name}.csv`, name.length)));
    await rm(at('gone.json'));
    await writeFile(at('edited.json'), '{}');
    await disk('disk --free');
    expect(await kept()).toEqual([]);
  });

  it('removes nothing where a pipeline cannot be read', async () => {
    const path = await pipeline('secret.json', await keep('a.csv', 10));
    await openKnownPipelines(at('cache')).remember(path);
    await rm(path);
    await mkdir(path);
    expect((await disk('disk --free')).code).toBe(1);
    expect(await kept()).toEqual(['a.csv']);
  });

  it('leaves a file that was kept only just now', async () => {
    await writeFile(at('new.csv'), 'x');
    await createNodeHost([], env()).put(at('new.csv'));
    expect((await disk('disk --free')).said).toContain('in the last seconds');
    expect(await kept()).toEqual(['new.csv']);
  });

  it('refuses an option that there is not', () => {
    expect(parseArguments(['disk', '--all'])).toMatchObject({ ok: false });
  });
});
