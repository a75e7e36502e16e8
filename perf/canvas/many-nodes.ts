import type { PipelineDocument } from '../../src/graph/document';
import { emptyDocument } from '../../src/graph/empty-document';

const CHAIN = [
  ['ingest.sample', 'table'],
  ['prepare.columns', 'table'],
  ['prepare.split', 'table'],
  ['prepare.missing', 'table'],
  ['prepare.encode', 'table'],
  ['prepare.scale', 'table'],
  ['prepare.columns', 'table'],
  ['prepare.missing', 'table'],
  ['train.dense', 'model'],
  ['train.evaluate', 'report'],
] as const;

/** So many nodes in chains of ten, each of them a pipeline that trains and is measured; two chains lie in a row. */
export function manyNodes(count: number): PipelineDocument {
  const nodes = Array.from({ length: count }, (_, i) => {
    const [chain, step] = [Math.floor(i / CHAIN.length), i % CHAIN.length];
    return {
      id: `n${i}`,
      kind: CHAIN[step]?.[0] ?? '',
      label: '',
      params: step === 0 ? { name: 'wine' } : {},
      position: { x: ((chain % 2) * CHAIN.length + step) * 300, y: Math.floor(chain / 2) * 150 },
      mode: 'on' as const,
    };
  });
  const edges = nodes.flatMap((_, i) => {
    const step = i % CHAIN.length;
    if (step === 0) return [];
    const wire = { from: `n${i - 1}.${CHAIN[step - 1]?.[1]}`, to: `n${i}.${CHAIN[step - 1]?.[1]}` };
    return step === CHAIN.length - 1 ? [wire, { from: `n${i - 2}.table`, to: `n${i}.table` }] : [wire];
  });
  return { ...emptyDocument(), name: 'Many nodes', nodes, edges };
}

/** The nodes of the first ten chains that train a model. */
export const tenTrainers = Array.from({ length: 10 }, (_, chain) => `n${chain * CHAIN.length + 8}`);
