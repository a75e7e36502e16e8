import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../lib/json';
import { linearOptimizer } from './0004-linear-optimizer';

const node = (id: string, kind: string, rest: JsonObject = {}): JsonObject => ({ id, kind, params: {}, ...rest });
const migrated = (nodes: JsonObject[string]) => linearOptimizer.migrate({ version: 3, nodes }).nodes;

describe('a document of version 3', () => {
  it('gets the optimizer that its linear models had, in groups too, and keeps those that it named', () => {
    const inner = node('a', 'train.linear', { params: { epochs: 3 } });
    const given = node('b', 'train.linear', { params: { optimizer: 'sgd' } });
    expect(migrated([inner, given, node('g', 'group', { group: { nodes: [node('a', 'train.linear')] } })])).toEqual([
      { ...inner, params: { epochs: 3, optimizer: 'adam' } },
      given,
      {
        id: 'g',
        kind: 'group',
        params: {},
        group: { nodes: [node('a', 'train.linear', { params: { optimizer: 'adam' } })] },
      },
    ]);
  });

  it('keeps every other kind as it is', () => {
    const others = [node('a', 'train.dense'), node('b', 'train.not-known-yet', { params: { optimizer: 4 } })];
    expect(migrated(others)).toEqual(others);
  });

  it('that is no pipeline at all is left to the report of problems', () => {
    for (const nodes of [3, [1, null], [{ kind: 'train.linear', params: 4 }], [{ group: 7 }]]) {
      expect(migrated(nodes)).toEqual(nodes);
    }
    expect(linearOptimizer.migrate({ version: 3 })).toEqual({ version: 3 });
  });
});
