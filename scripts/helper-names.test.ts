import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const sources = readdirSync('src/nodes', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.ts$/.test(path) && !/\.test\.ts$/.test(path))
  .map((path) => readFileSync(`src/nodes/${path}`, 'utf8'));

it('no helper says in one language what its sentences would say in both', () => {
  const helpers = sources.flatMap((source) =>
    [...source.matchAll(/\bsource: `([^`]*)`/g)].map(([, python = '']) => python),
  );
  expect(helpers.length).toBeGreaterThan(50);
  expect(helpers.flatMap((python) => python.match(/^.*(?:^|\s)# .*$/gm) ?? [])).toEqual([]);
});

it('no two helpers that programs bring along are called alike', () => {
  const names = sources.flatMap((source) =>
    [...source.matchAll(/\bhelper\(\{\s*name: '(\w+)'/g)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
