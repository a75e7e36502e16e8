import { expect, it } from 'vitest';
import { pathsBeside } from './beside';

const file = (name: string, hash = 'a') => ({ name, hash: hash.repeat(64), bytes: 1 });

it('a file lies beside the program by its own name, as far as every system takes it', () => {
  const { file: path } = pathsBeside();
  expect(path(file('판매 2024.csv'))).toBe('판매 2024.csv');
  expect(path(file('C:\\people\\a/b/sales.tsv.gz'))).toBe('sales.tsv.gz');
  expect(path(file('https://x.org/?"a"\n<b>|*.csv'))).toBe('--a--b---.csv');
  expect(path(file('..'))).toBe('data.csv');
  expect(path(file('\ud800\u202e\0.csv'))).toBe('data.csv');
  expect(path(file(`${'한'.repeat(900)}.csv`))).toBe(`${'한'.repeat(80)}.csv`);
});

it('no file takes the place of another, nor of what the export writes', () => {
  const { file: path, rows } = pathsBeside();
  expect(path(file('rows.csv', 'a'))).toBe('rows.csv');
  expect(path(file('rows.csv', 'a'))).toBe('rows.csv');
  expect(path(file('Rows.csv', 'b'))).toBe('Rows-2.csv');
  expect(path(file('x/rows.csv', 'c'))).toBe('rows-3.csv');
  expect(path(file('pipeline.py'))).toBe('pipeline-2.py');
  expect(path(file('Fitted.npz'))).toBe('Fitted-2.npz');
  expect(path(file('data'))).toBe('data-2');
  expect([rows('rows'), rows('rows')]).toEqual(['data/rows.csv', 'data/rows_2.csv']);
});
