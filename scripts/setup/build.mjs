import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './dependencies.mjs';

const SOURCES = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'scripts/without-json-schema.ts',
  'package-lock.json',
  'tsconfig.json',
];
const STAMP = join(root, 'dist', '.built');

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

/** Builds the production page where it is missing or older than its sources. */
export function ensureBuild() {
  const sources = Math.max(...SOURCES.map((name) => newest(join(root, name))));
  if (existsSync(STAMP) && statSync(STAMP).mtimeMs >= sources) return;
  console.error('Building …');
  const started = Date.now();
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
    },
  );
  if (status !== 0) {
    console.error('The build failed; the messages above say where.');
    process.exit(1);
  }
  writeFileSync(STAMP, new Date(started).toISOString());
}
