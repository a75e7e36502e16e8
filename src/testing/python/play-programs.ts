import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Json } from '../../lib/json';
import { pythonWith } from './find-python';

/** A Python that has what exported programs need; null where there is none. */
export const python: string | null = pythonWith('numpy', 'pandas', 'sklearn');

export interface PlayedProgram {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Variables to bring back. */
  readonly variables: readonly string[];
  /** Statements to be run behind it, for variables that only a test asks for. */
  readonly then?: string;
}

export type Played =
  | { readonly ok: true; readonly variables: Readonly<Record<string, Json>>; readonly said: string }
  | { readonly ok: false; readonly why: string; readonly said: string };

/** Runs programs one after the other in one Python. */
export function playPrograms(programs: readonly PlayedProgram[]): readonly Played[] {
  if (python === null) throw new Error('there is no Python with numpy, pandas and scikit-learn');
  const root = mkdtempSync(join(tmpdir(), 'millrace-python-'));
  try {
    const jobs = programs.map(({ files, variables, then }, at) => {
      const folder = join(root, String(at));
      for (const [path, bytes] of files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), bytes);
      }
      return { folder, variables, then };
    });
    const driver = fileURLToPath(new URL('driver.py', import.meta.url));
    const { stdout, stderr, status } = spawnSync(python, [driver], {
      input: JSON.stringify(jobs),
      encoding: 'utf8',
      maxBuffer: 512 * 2 ** 20,
      env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
    });
    if (status !== 0) throw new Error(stderr);
    const played: readonly Played[] = JSON.parse(stdout);
    return played;
  } finally {
    rmSync(root, { recursive: true });
  }
}
