import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexKinds } from '../engine/kinds';
import type { JsonObject } from '../lib/json';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import { exampleNode } from '../testing/graph/example-catalog';
import { runCommandLine } from './cli';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-'));
  process.env.MILLRACE_CACHE = join(folder, 'cache');
});
afterAll(() => rm(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

async function pipeline(
  name: string,
  nodes: readonly (readonly [id: string, kind: string, params?: JsonObject])[],
  edges: readonly (readonly [from: string, to: string])[],
): Promise<string> {
  const document = {
    format: 'millrace/pipeline',
    version: 1,
    name,
    description: '',
    seed: 3,
    nodes: nodes.map(([id, kind, params = {}]) => exampleNode(id, kind, { params })),
    edges: edges.map(([from, to]) => ({ from, to })),
    notes: [],
  };
  await writeFile(at(name), JSON.stringify(document));
  return at(name);
}

/** Runs a command line over the real kinds; answers its exit code and what it said. */
async function millrace(...argv: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const said: string[] = [];
  const push = (line: string): void => {
    said.push(line);
  };
  const code = await runCommandLine(argv, {
    output: { language: 'en', out: push, err: push },
    signal: new AbortController().signal,
    loadKinds: async () => indexKinds(specs, runners),
  });
  return { code, said: said.join('\n') };
}

describe('a model saved by one pipeline', () => {
  it('predicts raw rows in another to the bit as it did at home', async () => {
    const home = await pipeline(
      'home.json',
      [
        ['data1', 'ingest.sample'],
        ['split1', 'prepare.split'],
        ['scale1', 'prepare.scale', { method: 'quantile', quantiles: 20 }],
        ['dense1', 'train.dense', { epochs: 3 }],
        ['predict1', 'serve.predict'],
      ],
      [
        ['data1.table', 'split1.table'],
        ['split1.table', 'scale1.table'],
        ['scale1.table', 'dense1.table'],
        ['dense1.model', 'predict1.model'],
        ['data1.table', 'predict1.table'],
      ],
    );
    const first = await millrace(
      ...['run', home, '--backend', 'cpu', '--output', `dense1.model=${at('model.json')}`],
      ...['--output', `data1.table=${at('rows.csv')}`, '--output', `predict1.predictions=${at('home.csv')}`],
    );
    expect(first, first.said).toMatchObject({ code: 0 });

    const away = await pipeline(
      'away.json',
      [
        ['saved1', 'train.saved'],
        ['file1', 'ingest.file'],
        ['predict1', 'serve.predict'],
      ],
      [
        ['saved1.model', 'predict1.model'],
        ['file1.table', 'predict1.table'],
      ],
    );
    const second = await millrace(
      ...[
        'run',
        away,
        '--backend',
        'cpu',
        '--input',
        `saved1=${at('model.json')}`,
        '--input',
        `file1=${at('rows.csv')}`,
      ],
      ...['--output', `predict1.predictions=${at('away.csv')}`],
    );
    expect(second, second.said).toMatchObject({ code: 0 });
    const [there, here] = [await readFile(at('away.csv'), 'utf8'), await readFile(at('home.csv'), 'utf8')];
    expect(there.split('\n').length).toBeGreaterThan(150);
    expect(there).toBe(here);
  });

  it('is asked for by node and port, and an unknown one is refused before anything runs', async () => {
    const file = await pipeline('small.json', [['data1', 'ingest.sample']], []);
    const { code, said } = await millrace('run', file, '--output', `data1.rows=${at('no.csv')}`);
    expect(code).toBe(2);
    expect(said).toBe('“data1” has no output “rows”, only: table.');
  });
});
