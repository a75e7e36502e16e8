import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installWithApt } from './apt.mjs';

/** The browsers beside Chromium, with the variable that the browser tests find each by. */
const ENGINES = [
  { name: 'Firefox', variable: 'FIREFOX', commands: ['firefox-esr'], packages: ['firefox-esr'] },
  {
    name: 'WebKit',
    variable: 'WEBKIT_DRIVER',
    commands: ['WebKitWebDriver', 'Xvfb'],
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
];

/**
 * Installs Firefox and WebKit where they are absent. Their tests are skipped where that cannot be done: the page is
 * made for Chromium first, and not every machine has the other two.
 */
export function ensureEngines() {
  for (const { name, variable, commands, packages } of ENGINES) {
    const isHere = () => commands.every((command) => onPath(command) !== null);
    if (process.env[variable] !== undefined) continue;
    if (isHere() || (installWithApt(name, ...packages) && isHere())) process.env[variable] = onPath(commands[0]);
    else console.error(`${name} is absent and could not be installed, so its test will be skipped.`);
  }
}

function onPath(command) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, command)).find(isExecutable) ?? null;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
