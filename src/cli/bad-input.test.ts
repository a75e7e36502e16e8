import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexKinds } from '../engine/kinds';
import type { RunReport } from '../engine/report';
import type { JsonObject } from '../lib/json';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import { exampleNode } from '../testing/graph/example-catalog';
import { runCommandLine } from './cli';

let folder = '';
const { MILLRACE_CACHE } = process.env;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-bad-'));
  process.env.MILLRACE_CACHE = join(folder, 'cache');
});
afterAll(async () => {
  if (MILLRACE_CACHE === undefined) delete process.env.MILLRACE_CACHE;
  else process.env.MILLRACE_CACHE = MILLRACE_CACHE;
  await rm(folder, { recursive: true });
});

interface Step {
  readonly id: string;
  readonly kind: string;
  readonly params?: JsonObject;
}

const usual: readonly Step[] = [
  { id: 'file', kind: 'ingest.file' },
  { id: 'columns', kind: 'prepare.columns', params: { target: 'y' } },
  { id: 'missing', kind: 'prepare.missing' },
  { id: 'encode', kind: 'prepare.encode' },
  { id: 'scale', kind: 'prepare.scale' },
  { id: 'split', kind: 'prepare.split' },
  { id: 'linear', kind: 'train.linear', params: { epochs: 5 } },
];

/** Runs the usual pipeline, table to model, over a CSV. */
async function runOn(csv: string | Uint8Array, steps: readonly Step[] = usual) {
  const pipeline = join(folder, 'pipeline.json');
  const data = join(folder, 'data.csv');
  await writeFile(data, csv);
  await writeFile(
    pipeline,
    JSON.stringify({
      format: 'millrace/pipeline',
      version: 1,
      name: '',
      description: '',
      seed: 1,
      nodes: steps.map(({ id, kind, params = {} }) => exampleNode(id, kind, { params })),
      edges: steps.slice(1).map(({ id }, index) => ({ from: `${steps[index]?.id}.table`, to: `${id}.table` })),
      notes: [],
    }),
  );
  const said: string[] = [];
  const report = join(folder, 'report.json');
  const argv = ['run', pipeline, '--input', `file=${data}`, '--backend', 'cpu', '--report', report];
  const code = await runCommandLine(argv, {
    output: { language: 'en', out: (line) => said.push(line), err: (line) => said.push(line) },
    signal: new AbortController().signal,
    loadKinds: async () => indexKinds(specs, runners),
  });
  const written: RunReport = JSON.parse(await readFile(report, 'utf8'));
  return { code, said: said.join('\n'), report: written };
}

const rows = (count: number, row: (index: number) => string): string =>
  `x,word,y\n${Array.from({ length: count }, (_, index) => row(index)).join('\n')}\n`;
const fine = rows(60, (i) => `${i},${i % 2 ? 'a' : 'b'},${i > 30 ? 'yes' : 'no'}`);
/** The failed node's line, and under it a remedy. */
const failedAt = (node: string): RegExp => new RegExp(`✕ ${node}\\b[\\s\\S]*→ \\S`);

describe('a bad table ends in a message that names the node and the remedy', () => {
  it('takes the same pipeline through on a good table', async () => {
    expect(await runOn(fine)).toMatchObject({ code: 0 });
  });

  it.each([
    ['one class only', rows(60, (i) => `${i},a,yes`), 'linear', /same class in “y”/],
    ['two rows', rows(2, (i) => `${i},a,${i ? 'yes' : 'no'}`), 'split|linear', /row/],
    ['no rows at all', 'x,word,y\n', 'file|columns|split|missing', /row|empty/i],
    ['an empty file', '', 'file', /empty/],
    ['a constant target', rows(60, (i) => `${i},a,7.5`), 'linear', /“y”/],
  ])('%s', async (_, csv, node, words) => {
    const { code, said } = await runOn(csv);
    expect(said).toMatch(failedAt(`(${node})`));
    expect(said).toMatch(words);
    expect(code).toBe(1);
  });

  it('a workbook instead of text', async () => {
    const workbook = Uint8Array.from([
      0x50,
      0x4b,
      3,
      4,
      20,
      0,
      6,
      0,
      8,
      0,
      ...Array.from({ length: 400 }, (_, i) => (i * 37) % 256),
    ]);
    const { code, said } = await runOn(workbook);
    expect(said).toMatch(failedAt('file'));
    expect(said).toMatch(/Excel|spreadsheet|workbook/i);
    expect(said).toMatch(/CSV/);
    expect(code).toBe(1);
  });

  it('a column that holds no value', async () => {
    const { code, said } = await runOn(rows(60, (i) => `,${i % 2 ? 'a' : 'b'},${i > 30 ? 'yes' : 'no'}`));
    expect(said).toMatch(/✕ missing [\s\S]*Column “x” has no value[\s\S]*→ Drop the column/);
    expect(code).toBe(1);
  });

  it('an infinite cell, which is read as missing and filled in', async () => {
    const { code, said } = await runOn(rows(60, (i) => `${i === 3 ? 'Infinity' : i},a,${i > 30 ? 'yes' : 'no'}`));
    expect(said).toMatch(/✓ linear/);
    expect(said).not.toMatch(/NaN|Infinity/);
    expect(code).toBe(0);
  });

  it('words that hardly recur, which an encoding passes over by name, with every repair in the report', async () => {
    const csv = rows(60, (i) => `${i}%,name ${i},${i > 30 ? 'yes' : 'no'}`);
    const { said, report } = await runOn(csv);
    expect(said).toMatch(/✓ encode [\s\S]*Passed over, since their words hardly recur: word[\s\S]*✕ linear/);
    expect(said).toContain('remark on the data; --notes shows it');
    const notes = Object.entries(report.nodes).flatMap(([id, node]) =>
      (node.notes ?? []).map(({ code, count }) => [id, code, count]),
    );
    expect(notes.filter(([id]) => id !== 'split')).toEqual([
      ['file', 'percent', 60],
      ['encode', 'columns-passed-over', 1],
    ]);
  });
});
