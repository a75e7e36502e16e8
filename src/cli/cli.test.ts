import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunReport } from '../engine/report';
import type { Language } from '../lib/text';
import { arithmetic, chain, fakeKinds, pipeline } from '../testing/engine/fake-kinds';
import { runCommandLine } from './cli';
import { languageOf } from './output';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-'));
});
afterAll(() => rm(folder, { recursive: true }));

const kinds = fakeKinds([
  ...arithmetic,
  {
    id: 'breaks',
    run: () => {
      throw new Error('bad luck');
    },
  },
]);

/** Runs a command line over fake kinds; `FILE` stands for a file with `content`. */
async function millrace(line: string, content?: unknown, language: Language = 'en') {
  const file = join(folder, 'pipeline.json');
  const report = join(folder, 'report.json');
  if (content !== undefined) await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  const out: string[] = [];
  const err: string[] = [];
  const argv = line.split(' ').map((word) => (word === 'FILE' ? file : word === 'REPORT' ? report : word));
  const code = await runCommandLine(argv, {
    output: { language, out: (text) => out.push(text), err: (text) => err.push(text) },
    signal: new AbortController().signal,
    loadKinds: async () => kinds,
  });
  return { code, out, err, all: [...out, ...err].join('\n'), report: async () => readReport(report) };
}

async function readReport(path: string): Promise<RunReport> {
  return JSON.parse(await readFile(path, 'utf8'));
}

describe('run', () => {
  it('exits 0, prints each node and the whole, and writes the report', async () => {
    const { code, out, report } = await millrace('run FILE --report REPORT --seed 7', chain(3));
    expect(code).toBe(0);
    expect(out[0]).toMatch(/^✓ n0 {2}source/);
    expect(out.at(-1)).toMatch(/^Completed · .* · none · seed 7$/);
    expect(await report()).toMatchObject({ format: 'millrace/report', status: 'completed', seed: 7 });
  });

  it('exits 1 when a node fails, naming it and the remedy', async () => {
    const { code, all } = await millrace('run FILE', pipeline({ ok: 'source', bad: 'breaks' }));
    expect(code).toBe(1);
    expect(all).toMatch(/✕ bad .*\n {4}.*bad luck\n {4}→ Run again/);
    expect(all).toMatch(/✓ ok/);
  });

  it('exits 1 when a node fails whose output was to be written, and 2 when a file cannot be', async () => {
    const failed = await millrace(
      `run FILE --output bad.table=${folder}/bad.csv`,
      pipeline({ ok: 'source', bad: 'breaks' }),
    );
    expect([failed.code, failed.err.join()]).toEqual([1, expect.stringContaining('“bad” did not complete')]);
    const unwritable = await millrace(`run FILE --output n0.table=${folder}/no/such/t.csv`, chain(1));
    expect([unwritable.code, unwritable.err.join()]).toEqual([2, expect.stringContaining('could not be written')]);
  });

  it('exits 2 on a parameter that cannot be, before anything runs', async () => {
    const { code, out, err } = await millrace('run FILE --set n0.value=much', chain(2));
    expect([code, out]).toEqual([2, []]);
    expect(err.join('\n')).toMatch(/✕ n0: .*\n {4}→ /);
  });

  it('exits 1 when a kind is unknown, naming the node and the kind', async () => {
    const { code, all } = await millrace('run FILE', pipeline({ a: 'ingest.tomorrow' }));
    expect(code).toBe(1);
    expect(all).toContain('ingest.tomorrow');
  });

  it('changes a parameter for this run', async () => {
    const { report } = await millrace('run FILE --set n0.value=5 --report REPORT', chain(1));
    const changed = (await report()).nodes.n0?.key;
    const { report: again } = await millrace('run FILE --report REPORT', chain(1));
    expect((await again()).nodes.n0?.key).not.toBe(changed);
  });

  it('prints nothing but events on standard output when asked for them', async () => {
    const { out, err } = await millrace('run FILE --events', chain(2));
    const events: { type: string }[] = out.map((line) => JSON.parse(line));
    expect(events[0]?.type).toBe('runStarted');
    expect(events.at(-1)?.type).toBe('runFinished');
    expect(err.at(-1)).toMatch(/^Completed/);
  });

  it.each([
    ['a corrupt file', '{"format": ', 'not valid JSON'],
    ['a file of another version', { ...chain(1), version: 99 }, 'newer'],
    ['what validate refuses', pipeline({ ok: 'source', a: 'add' }), 'is not connected'],
    ['a cyclic document', pipeline({ a: 'add', b: 'add' }, ['a.table > b.in', 'b.table > a.in']), 'circle'],
  ])('exits 2 on %s and runs nothing', async (_what, content, said) => {
    const { code, all } = await millrace('run FILE', content);
    expect(code).toBe(2);
    expect(all).toContain(said);
    expect(all).not.toContain('Completed');
    expect(all).not.toContain('✓ ok');
  });

  it('exits 2 on a file larger than a pipeline may be, and on one that is not there', async () => {
    const large = await millrace('run FILE', ' '.repeat(21 * 2 ** 20));
    expect(large.code).toBe(2);
    expect(large.all).toContain('20 MB');
    const absent = await millrace('run /no/such/file.json');
    expect(absent.code).toBe(2);
    expect(absent.all).toContain('/no/such/file.json');
  });

  it.each([
    ['--set nobody.value=1', 'There is no node “nobody”'],
    ['--set n0.speed=1', 'no parameter “speed”. It has: value.'],
    ['--input n0=/etc/hostname', 'reads no file'],
  ])('exits 2 on %s and says what there is', async (option, said) => {
    const { code, all } = await millrace(`run FILE ${option}`, chain(1));
    expect(code).toBe(2);
    expect(all).toContain(said);
  });

  it('speaks Korean where the environment does', async () => {
    expect(languageOf({ LANG: 'ko_KR.UTF-8' })).toBe('ko');
    expect(languageOf({ LANG: 'ko_KR.UTF-8', LC_ALL: 'C.UTF-8' })).toBe('en');
    const { out } = await millrace('run FILE', chain(1), 'ko');
    expect(out.at(-1)).toMatch(/^완료 /);
  });
});

describe('validate', () => {
  it('exits 0 on a document that can run', async () => {
    const { code, out } = await millrace('validate FILE', chain(2));
    expect(code).toBe(0);
    expect(out.at(-1)).toContain('is valid');
  });

  it('exits 2 with every problem, its node and its remedy', async () => {
    const { code, err } = await millrace('validate FILE', pipeline({ a: 'add', b: { kind: 'source', value: 'x' } }));
    expect(code).toBe(2);
    expect(err.join('\n')).toMatch(/✕ a: .*\n {4}→ .*\n✕ b: /);
    expect(err.at(-1)).toContain('2 errors');
  });
});

describe('schema', () => {
  it('prints the JSON schema of pipeline files', async () => {
    const { code, out } = await millrace('schema');
    expect(code).toBe(0);
    const schema: { properties: Record<string, unknown> } = JSON.parse(out.join('\n'));
    expect(Object.keys(schema.properties)).toContain('nodes');
  });
});
