import { expect, it } from 'vitest';
import { filterHeard, type HeardGroup, type Listed } from './filter-heard';

const heard: readonly Listed[] = (
  [
    ['pipeline', null, '{"plays":"run"}'],
    ['nodeStarted', 'iris', '{}'],
    ['nodeFailed', 'split', '{"failure":{"code":"no-rows"}}'],
    ['runFinished', null, '{"status":"failed"}'],
    ['alert', 'monitor', '{"reason":"Humidity drifts"}'],
    ['tick', null, '{"tick":4}'],
    ['phase', null, '{"phase":"failed","failure":{}}'],
  ] as const
).map(([type, node, text], index) => ({ index, at: index, type, node, text }));

const found = (group: HeardGroup, search = ''): readonly string[] =>
  filterHeard(heard, group, search, (node) => `Node ${node}`).map(({ type }) => type);

it('lists runs, the loop, and what went wrong in either', () => {
  expect(found('all')).toHaveLength(heard.length);
  expect(found('runs')).toEqual(['pipeline', 'nodeStarted', 'nodeFailed', 'runFinished']);
  expect(found('loop')).toEqual(['pipeline', 'alert', 'tick', 'phase']);
  expect(found('failures')).toEqual(['nodeFailed', 'runFinished', 'alert', 'phase']);
});

it('searches types, names of nodes and what is said, for all words at once', () => {
  expect(found('all', 'NODE split')).toEqual(['nodeFailed']);
  expect(found('all', 'humidity alert')).toEqual(['alert']);
  expect(found('runs', 'humidity')).toEqual([]);
});
