import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const LOOPS = ['fairness-drift', 'incremental-vs-full', 'new-data', 'seasonal-drift', 'sudden-drift'];
const BACKENDS = ['cpu', 'wasm'];

/** Runs the real command line once: its exit status, its events and its report without times. */
async function ending(template: string, backend: string, folder: string): Promise<string> {
  const report = join(folder, 'report.json');
  const status = await new Promise((resolve) => {
    execFile(
      process.execPath,
      ['scripts/millrace.mjs', 'live', `public/templates/${template}.json`, '--backend', backend, '--report', report],
      { cwd: ROOT },
      (error) => resolve(error?.code ?? 0),
    );
  });
  const written = await readFile(report, 'utf8');
  await rm(report);
  return `${status}\n${written.replaceAll(/"(ms|runId)": [^,\n]+/g, '')}`;
}

describe('a loop from the command line', () => {
  for (const template of LOOPS) {
    it.each(BACKENDS)(`ends alike each time it is played (${template} on %s)`, async (backend) => {
      const runs = template === 'new-data' && backend === 'cpu' ? 50 : 10;
      const folder = await mkdtemp(join(tmpdir(), 'millrace-endings-'));
      try {
        const first = await ending(template, backend, folder);
        for (let run = 1; run < runs; run++) expect(await ending(template, backend, folder)).toBe(first);
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  }
});
