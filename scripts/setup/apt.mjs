import { spawnSync } from 'node:child_process';

/** Installs packages where this is Debian's kind of Linux and we may; says whether they are there now. Output goes to standard error. */
export function installWithApt(what, ...packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  console.error(`Installing ${what} (once) …`);
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  apt('update', '-qq');
  return apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}
