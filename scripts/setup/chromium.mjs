import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installWithApt } from './apt.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Path of a Chromium on this machine, or null. `CHROMIUM` in the environment comes first. */
function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    ...(process.env.CHROMIUM === undefined ? [] : [process.env.CHROMIUM]),
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
  return candidates.find(isWorking) ?? null;
}

// Ubuntu ships a /usr/bin/chromium-browser that only tells people to use snap, so being there is not enough.
function isWorking(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

/** Path of a Chromium, installed where absent; ends with a clear sentence where that cannot be done. */
export function ensureChromium() {
  const found = findChromium() ?? debianChromium() ?? installWithPlaywright();
  if (found !== null) return found;
  console.error('The browser tests need Chromium, and none was found or could be installed.');
  console.error('On Debian: sudo apt-get install chromium. Elsewhere: set CHROMIUM to the path of Chromium or Chrome.');
  process.exit(1);
}

const debianChromium = () => (installWithApt('Chromium', 'chromium') ? findChromium() : null);

function installWithPlaywright() {
  console.error('Asking Playwright for its Chromium …');
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  const { status } = spawnSync(npx, ['playwright', 'install', 'chromium'], {
    stdio: ['ignore', 2, 2],
    timeout: 300_000,
    shell: process.platform === 'win32',
  });
  // Playwright finds its own browser when no path is given.
  return status === 0 ? '' : null;
}
