import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Families by the type of their bodies; the network is also a thing that kinds compute with. */
const FAMILIES = readdirSync('src/models', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => readdirSync(join('src/models', name)).includes(`${name}-body.ts`));

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path).replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts') && !path.startsWith('src/testing/'));

/** Where a family may be named: in its own folder, the two lists, by the kind that trains it, and in the list of what is written in Python. */
const isItsOwn = (path: string, family: string): boolean =>
  [`src/models/${family}/`, `src/nodes/train/${family}/`].some((folder) => path.startsWith(folder)) ||
  ['src/models/bodies.ts', 'src/models/estimators.ts', 'src/nodes/fitted-families.ts'].includes(path);

it('no file names a family of models but its own, the kind that trains it and the lists', () => {
  expect(FAMILIES).toEqual(expect.arrayContaining(['bayes', 'neighbours', 'network']));
  const named = FAMILIES.filter((family) => family !== 'network').flatMap((family) => {
    const asked = new RegExp(`(?:case|[!=]==|type:) '${family}'|models/${family}/`);
    return files.filter((path) => !isItsOwn(path, family) && asked.test(readFileSync(path, 'utf8')));
  });
  expect(named).toEqual([]);
});

it('nobody asks whether a body is a network but the network’s own folder and how it is written', () => {
  const asks = files.filter((path) => /(?:case|body\.type [!=]==) 'network'/.test(readFileSync(path, 'utf8')));
  expect(asks.filter((path) => !path.startsWith('src/models/network/'))).toEqual([]);
});
