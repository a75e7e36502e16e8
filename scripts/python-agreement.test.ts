import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { codes } from '../src/nodes/codes';
import { templateCases } from '../src/testing/python/cases/templates';

const rows = readFileSync('docs/python-agreement.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| kind or template'));

it('the table of agreement tells of every kind that is written in Python and of every template, and all agree', () => {
  const told = new Set(rows.map((row) => row.split('|')[1]?.trim()));
  const written = codes.flatMap(({ kind, python }) => (python === undefined ? [] : [kind]));
  const expected = [...written, ...templateCases.map(({ about }) => about)];
  expect(expected.filter((about) => !told.has(about))).toEqual([]);
  expect(rows.filter((row) => row.includes('✕'))).toEqual([]);
});
