import { spawnSync } from 'node:child_process';

/** A Python that has these modules; null where there is none. Debian's is looked at first. */
export const pythonWith = (...modules: readonly string[]): string | null =>
  ['/usr/bin/python3', 'python3'].find(
    (each) => spawnSync(each, ['-c', `import ${['sys', ...modules].join(', ')}`]).status === 0,
  ) ?? null;
