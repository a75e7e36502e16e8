import { spawnSync } from 'node:child_process';
import { installWithApt } from './apt.mjs';

/** Debian's first: what is installed here goes to it. */
const PYTHONS = ['/usr/bin/python3', 'python3'];

const hasOne = (modules) =>
  PYTHONS.some((each) => spawnSync(each, ['-c', `import ${modules.join(', ')}`]).status === 0);

/** Installs packages where no Python has these modules; where that cannot be done, says what is skipped for it. */
function ensure(what, modules, packages, skipped) {
  if (hasOne(modules) || (installWithApt(what, ...packages) && hasOne(modules))) return;
  console.error(`${what} is absent and could not be installed, so ${skipped} will be skipped.`);
}

/** What the checks of exported programs need. */
export const ensurePython = () =>
  ensure(
    'scikit-learn and pandas for Python',
    ['numpy', 'pandas', 'sklearn'],
    ['python3-sklearn', 'python3-pandas'],
    'the checks that exported programs give what the engine gives',
  );

/** What the checks of exported notebooks need besides. */
export const ensureNotebooks = () =>
  ensure(
    'Jupyter for Python',
    ['nbconvert', 'ipykernel', 'nbformat'],
    ['jupyter-nbconvert', 'python3-ipykernel', 'python3-nbformat'],
    'the checks that exported notebooks run',
  );
