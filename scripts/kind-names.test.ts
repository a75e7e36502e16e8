import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { STAGES } from '../src/graph/kind-shape';
import { specs } from '../src/nodes/specs';

/** Rooms that draw kinds, and speak of them, as they say of themselves. */
const ROOMS = ['app', 'editor', 'i18n', 'panels', 'store', 'ui'];

const files = ROOMS.flatMap((room) =>
  readdirSync(join('src', room), { recursive: true, encoding: 'utf8' }).map((path) =>
    join('src', room, path).replaceAll('\\', '/'),
  ),
).filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));

const naming = (pattern: RegExp): readonly string[] => files.filter((path) => pattern.test(readFileSync(path, 'utf8')));

it('nothing on the page knows a kind by its id', () => {
  expect(files.length).toBeGreaterThan(300);
  const ids = specs.map(({ id }) => id.replace('.', '\\.')).join('|');
  expect(naming(new RegExp(`['"\`](?:${ids})['"\`]`))).toEqual([]);
});

it('nothing on the page reaches into the folder of a kind', () => {
  expect(naming(new RegExp(`from '[./]*/nodes/(?:${STAGES.join('|')})/`))).toEqual([]);
});
