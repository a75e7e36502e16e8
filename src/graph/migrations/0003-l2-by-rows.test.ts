import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../lib/json';
import { l2ByRows } from './0003-l2-by-rows';

const node = (id: string, kind: string, rest: JsonObject = {}): JsonObject => ({ id, kind, params: {}, ...rest });
const migrated = (nodes: JsonObject[string]) => l2ByRows.migrate({ version: 2, nodes }).nodes;

describe('a document of version 2', () => {
  it('gets the penalty that its linear models had, in groups too, and keeps those that it named', () => {
    const inner = node('a', 'train.linear', { params: { epochs: 3 } });
    const given = node('b', 'train.linear', { params: { l2: 0 } });
    expect(migrated([inner, given, node('g', 'group', { group: { nodes: [node('a', 'train.linear')] } })])).toEqual([
      { ...inner, params: { epochs: 3, l2: 0.001 } },
      given,
      { id: 'g', kind: 'group', params: {}, group: { nodes: [node('a', 'train.linear', { params: { l2: 0.001 } })] } },
    ]);
  });

  it('keeps every other kind as it is', () => {
    const others = [node('a', 'train.dense'), node('b', 'train.not-known-yet', { params: { l2: 'x' } })];
    expect(migrated(others)).toEqual(others);
  });

  it('that is no pipeline at all is left to the report of problems', () => {
    for (const nodes of [3, [1, null], [{ kind: 'train.linear', params: 4 }], [{ group: 7 }]]) {
      expect(migrated(nodes)).toEqual(nodes);
    }
    expect(l2ByRows.migrate({ version: 2 })).toEqual({ version: 2 });
  });
});
