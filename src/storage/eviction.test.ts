import { describe, expect, it } from 'vitest';
import { keysToEvict } from './eviction';

const entries = [
  { key: 'new', bytes: 40, usedAt: 3 },
  { key: 'old', bytes: 40, usedAt: 1 },
  { key: 'middle', bytes: 40, usedAt: 2 },
];

describe('making room for a result', () => {
  it('deletes nothing while everything fits', () => {
    expect(keysToEvict(entries, 30, 150)).toEqual([]);
  });

  it('deletes the least recently used first, and no more than needed', () => {
    expect(keysToEvict(entries, 30, 149)).toEqual(['old']);
    expect(keysToEvict(entries, 71, 150)).toEqual(['old', 'middle']);
  });

  it('deletes everything for a result that fills the store', () => {
    expect(keysToEvict(entries, 150, 150)).toEqual(['old', 'middle', 'new']);
  });
});
