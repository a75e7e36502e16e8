import { describe, expect, it } from 'vitest';
import { keysToEvict } from './eviction';

const entries = [
  { key: 'new', bytes: 40, usedAt: 3 },
  { key: 'old', bytes: 40, usedAt: 1 },
  { key: 'middle', bytes: 40, usedAt: 2 },
];

describe('making room for a result', () => {
  it('deletes nothing while everything fits', () => {
    expect(keysToEvict(entries, 120)).toEqual([]);
  });

  it('deletes the least recently used first, and no more than needed', () => {
    expect(keysToEvict(entries, 119)).toEqual(['old']);
    expect(keysToEvict(entries, 79)).toEqual(['old', 'middle']);
  });

  it('deletes even the newest where it alone is too much', () => {
    expect(keysToEvict(entries, 39)).toEqual(['old', 'middle', 'new']);
  });
});
