import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './dependencies.mjs';

const SOURCES = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'scripts/fetch-parts-first.ts',
  'scripts/policy.ts',
  'scripts/vite.cli.config.ts',
  'scripts/without-json-schema.ts',
  'package-lock.json',
  'tsconfig.json',
];

const STAMP = '.built';

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

const PAGE = { folder: 'dist', options: [] };
const COMMAND_LINE = { folder: 'build/cli', options: ['--config', 'scripts/vite.cli.config.ts'] };

/** Builds page and command line. */
export function buildAll() {
  for (const part of [PAGE, COMMAND_LINE]) build(part);
}

/** Builds the production page where it is missing or older than its sources. */
export const ensureBuild = () => ensure(PAGE);

/** Builds the command line likewise, and answers its program. */
export function ensureCommandLine() {
  ensure(COMMAND_LINE);
  return pathToFileURL(join(root, COMMAND_LINE.folder, 'main.js'));
}

function ensure(part) {
  const stamp = join(root, part.folder, STAMP);
  const sources = Math.max(...SOURCES.map((name) => newest(join(root, name))));
  if (!existsSync(stamp) || statSync(stamp).mtimeMs < sources) build(part);
}

function build({ folder, options }) {
  console.error('Building …');
  const started = new Date();
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', ...options, '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    console.error('The build failed; the messages above say where.');
    process.exit(1);
  }
  const stamp = join(root, folder, STAMP);
  writeFileSync(stamp, started.toISOString());
  // What is changed while it is built is newer than what was built.
  utimesSync(stamp, started, started);
}
