import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies, root } from './setup/dependencies.mjs';
import { ensureNotebooks, ensurePython } from './setup/python.mjs';

ensureDependencies();
ensurePython();
ensureNotebooks();
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', '--mode', 'long', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
