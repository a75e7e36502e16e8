import { describe, expect, it } from 'vitest';
import type { Table } from '../table/table';
import type { StoredResult } from './result-cache';
import { createResultCache } from './result-cache';

function resultOf(...columns: Float64Array[]): StoredResult {
  const table: Table = {
    rows: 10,
    columns: columns.map((values, index) => ({ name: `x${index}`, role: null, type: 'number', values })),
    partition: null,
    sourceRows: null,
    recipe: { source: [], steps: [] },
  };
  return { outputs: { table: { type: 'table', table } } };
}
const eighty = (): Float64Array => new Float64Array(10);

describe('the result cache', () => {
  it('counts a buffer that two results share once', () => {
    const cache = createResultCache(1_000);
    const shared = eighty();
    cache.set('a', resultOf(shared));
    cache.set('b', resultOf(shared, eighty()));
    expect(cache.bytes).toBe(160);
  });

  it('counts the words of a dictionary, once for all tables that share it', () => {
    const dictionary = ['aaaaaaaaaa', 'bbbbbbbbbb'];
    const words = (): StoredResult => {
      const { table } = resultOf().outputs;
      if (table?.type !== 'table') return expect.unreachable();
      const codes = new Int32Array(10);
      const column = { name: 'w', role: null, type: 'category' as const, codes, dictionary };
      return { outputs: { table: { type: 'table', table: { ...table.table, columns: [column] } } } };
    };
    const cache = createResultCache(1_000);
    cache.set('a', words());
    cache.set('b', words());
    expect(cache.bytes).toBe(40 + 40 + 72);
  });

  it('forgets the least recently used once the limit is passed', () => {
    const cache = createResultCache(200);
    cache.set('a', resultOf(eighty()));
    cache.set('b', resultOf(eighty()));
    cache.get('a');
    cache.set('c', resultOf(eighty()));
    expect(cache.get('b')).toBeUndefined();
    expect(cache.get('a')).toBeDefined();
    expect(cache.bytes).toBe(160);
  });

  it('keeps a result larger than its limit until the next', () => {
    const cache = createResultCache(50);
    cache.set('a', resultOf(eighty()));
    expect(cache.get('a')).toBeDefined();
    cache.set('b', resultOf(eighty()));
    expect(cache.get('a')).toBeUndefined();
  });

  it('lets go of results that are no longer used, but for the newest within what is spared', () => {
    const cache = createResultCache(1_000);
    const shared = eighty();
    for (const key of ['file 1', 'file 2', 'file 3']) cache.set(key, resultOf(eighty()));
    cache.set('shares', resultOf(shared));
    cache.set('now', resultOf(shared));
    cache.trim(new Set(['now']), 80);
    expect(['file 1', 'file 2', 'file 3', 'shares'].map((key) => cache.get(key) !== undefined)).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(cache.bytes).toBe(160);
  });
});
