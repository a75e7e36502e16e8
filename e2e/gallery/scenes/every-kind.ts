import type { PipelineDocument } from '../../../src/graph/document';
import { emptyDocument } from '../../../src/graph/empty-document';
import { specs } from '../../../src/nodes/specs';

const [COLUMN, ROW, COLUMNS] = [260, 150, 5];

/** A document with a node of each kind as it is added, in rows. */
export function aNodeOfEachKind(): PipelineDocument {
  return {
    ...emptyDocument('Gallery'),
    nodes: specs.map(({ id, defaults }, index) => ({
      id: id.replace('.', '_'),
      kind: id,
      label: '',
      params: defaults,
      mode: 'on',
      position: { x: (index % COLUMNS) * COLUMN, y: Math.floor(index / COLUMNS) * ROW },
    })),
  };
}
