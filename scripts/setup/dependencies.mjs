import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const NEEDED = [20, 19];

/** Ends with a clear sentence where this Node is too old to run Millrace. */
function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  console.error(`Millrace needs Node ${NEEDED.join('.')} or newer, and this is Node ${process.versions.node}.`);
  console.error('Install a newer one (nodejs.org, or your package manager), then run the same command again.');
  process.exit(1);
}

/** Installs what package-lock.json names, where node_modules is missing or older than it. Output goes to standard error. */
export function ensureDependencies() {
  requireNode();
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error('Installing dependencies (once) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    // An outer `npm run --silent` and the like must not reach this install.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV')),
  });
  if (status !== 0) {
    console.error('The install failed. Check the network and the messages above, then run the same command again.');
    process.exit(1);
  }
}
