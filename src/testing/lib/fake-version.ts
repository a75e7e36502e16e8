import type { Lineage, ModelVersion } from '../../registry/registry';

/** Where a model came from that no pipeline trained. */
export const fakeLineage: Lineage = {
  pipeline: { name: '', hash: '' },
  nodeId: 'n',
  dataHash: null,
  rows: 1,
  seed: 1,
  backend: 'cpu',
  steps: [],
  madeBy: 'pipeline',
  parent: null,
  tick: null,
  streamRows: null,
};

/** A version of a line as the registry lists it: a candidate for two classes, of which nobody said anything. */
export function fakeVersion(line: string, number: number, change: Partial<ModelVersion> = {}): ModelVersion {
  return {
    id: `${line}${number}`,
    line,
    number,
    stage: 'candidate',
    task: 'binary',
    target: 'y',
    classes: ['a', 'b'],
    parameters: 1,
    bytes: 1,
    metrics: {},
    lineage: fakeLineage,
    moves: [],
    card: '',
    keptAt: '2026-01-01T00:00:00.000Z',
    ...change,
  };
}
