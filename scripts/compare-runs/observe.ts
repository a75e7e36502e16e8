import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isObject, type JsonObject } from '../../src/lib/json';
import { type ObservedRun, type ObservedRuns, readObject } from './observed-run';

export interface Pipeline {
  readonly template: string;
  readonly document: JsonObject;
}

/** The pipelines of a checkout's template gallery, by name. */
export async function templatesOf(checkout: string): Promise<readonly Pipeline[]> {
  const folder = join(checkout, 'public/templates');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== 'index.json').sort();
  return Promise.all(
    names.map(async (name) => ({
      template: name.slice(0, -'.json'.length),
      document: readObject(await readFile(join(folder, name), 'utf8'), name),
    })),
  );
}

/**
 * Runs each pipeline by a checkout's command line, one after the other, with a registry and a cache that begin empty.
 * Rejects where the command line wrote no report, with what it said.
 */
export async function observe(
  checkout: string,
  pipelines: readonly Pipeline[],
  { backend, seed }: Pick<ObservedRuns, 'backend' | 'seed'>,
): Promise<ObservedRuns> {
  const runs: ObservedRun[] = [];
  for (const { template, document } of pipelines) {
    const folder = await mkdtemp(join(tmpdir(), 'millrace-compare-'));
    try {
      const command = hasLoop(document) ? 'live' : 'run';
      const file = join(folder, `${template}.json`);
      await writeFile(file, JSON.stringify(document));
      const argv = [
        ...[command, file, '--backend', backend, '--seed', String(seed), '--events'],
        ...['--registry', join(folder, 'registry'), '--report', join(folder, 'report')],
      ];
      const { exit, out, err } = await millrace(checkout, argv, join(folder, 'cache'));
      const report = await readFile(join(folder, 'report'), 'utf8').catch(() => undefined);
      if (report === undefined)
        throw new Error(`${checkout}: ${template} gave no report and ended with ${exit}\n${err}`);
      runs.push({
        template,
        command,
        document,
        exit,
        report: readObject(report, 'the report'),
        events: out
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => readObject(line, 'an event')),
        lines: await linesOf(join(folder, 'registry/lines')),
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  return { format: 'millrace/observed-runs', version: 1, backend, seed, runs };
}

const hasLoop = ({ nodes }: JsonObject): boolean =>
  Array.isArray(nodes) && nodes.some((node) => isObject(node) && node.kind === 'retrain.stream');

async function millrace(checkout: string, argv: readonly string[], cache: string) {
  await mkdir(cache);
  const child = spawn(process.execPath, [join(checkout, 'scripts/millrace.mjs'), ...argv], {
    cwd: checkout,
    env: { ...process.env, LANG: 'C', LC_ALL: 'C', MILLRACE_CACHE: cache },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: { readonly out: Buffer[]; readonly err: Buffer[] } = { out: [], err: [] };
  child.stdout.on('data', (data: Buffer) => parts.out.push(data));
  child.stderr.on('data', (data: Buffer) => parts.err.push(data));
  const exit = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? -1));
  });
  return { exit, out: Buffer.concat(parts.out).toString(), err: Buffer.concat(parts.err).toString() };
}

async function linesOf(folder: string): Promise<JsonObject[]> {
  const names = await readdir(folder).catch(() => []);
  const sources = await Promise.all(names.sort().map((name) => readFile(join(folder, name), 'utf8')));
  return sources.map((source) => readObject(source, 'a line of the registry'));
}
