import { expect, it } from 'vitest';
import { cellsOf, makeTable } from '../testing/table/make-table';
import { freshSource } from './fresh-source';
import { takeRows } from './rows';

const table = makeTable({ size: [1, 2, 3, 99], colour: ['blue', 'red', null, 'green'] });

it('forgets the words and the ranges of rows that are not in it', () => {
  const { recipe } = freshSource(takeRows(table, Uint32Array.of(1, 2)));
  expect(recipe.steps).toEqual([]);
  expect(recipe.source).toEqual([
    { name: 'size', type: 'number', role: null, typical: '2.5', min: 2, max: 3 },
    { name: 'colour', type: 'category', role: null, categories: ['red'], typical: 'red' },
  ]);
});

it('keeps every cell, missing ones too', () => {
  const fresh = freshSource(takeRows(table, Uint32Array.of(2, 1, 3)));
  expect(cellsOf(fresh, 'colour')).toEqual([null, 'red', 'green']);
  expect(cellsOf(fresh, 'size')).toEqual([3, 2, 99]);
  expect(fresh.sourceRows).toBeNull();
});
