import { describe, expect, it } from 'vitest';
import { indexCodes } from '../../export/program';
import { writeNode } from '../../export/write-node';
import { catalog } from '../../nodes/catalog';
import { checkPipeline } from '../../nodes/check-pipeline';
import { codes } from '../../nodes/codes';
import { exampleDocument, exampleNode, exampleWires } from '../../testing/graph/example-catalog';
import { namesFromElsewhere } from './from-elsewhere';

const document = exampleDocument(
  [
    exampleNode('wine', 'ingest.sample', { params: { name: 'breast_cancer' } }),
    exampleNode('parts', 'prepare.split', { label: 'Parts' }),
    exampleNode('scale', 'prepare.scale', { label: 'Scaled' }),
    exampleNode('line', 'train.linear', { label: 'Line' }),
    exampleNode('rule', 'train.threshold', { label: 'Rule', params: { method: 'measure' } }),
    exampleNode('measure', 'train.evaluate'),
    exampleNode('ask', 'serve.predict'),
  ],
  exampleWires(
    'wine.table > parts.table',
    'parts.table > scale.table',
    'scale.table > line.table',
    'line.model > rule.model',
    'scale.table > rule.table',
    'rule.model > measure.model',
    'scale.table > measure.table',
    'rule.model > ask.model',
    'wine.table > ask.table',
  ),
);

const pipeline = catalog.compile(document);
const known = { pipeline, schemas: checkPipeline(pipeline).schemas, codes: indexCodes(codes) };

function namesOf(target: string): readonly (readonly [string, string])[] {
  const { alone } = writeNode({ ...known, target });
  return [...namesFromElsewhere(alone, target)].map(([name, { en }]) => [name, en]);
}

describe('the names that a node’s statements use', () => {
  it('are told with the node that defines them', () => {
    expect(namesOf('scale')).toEqual([
      ['breast_cancer', 'Sample data'],
      ['parts', 'Parts'],
    ]);
    expect(namesOf('measure')).toEqual([
      ['prepared', 'Scaled'],
      ['linear', 'Line'],
      ['features', 'Line'],
      ['threshold', 'Rule'],
      ['parts', 'Parts'],
    ]);
  });

  it('are not those that the statements define themselves, be they parameters', () => {
    const names = namesOf('ask').map(([name]) => name);
    expect(names).not.toContain('rows');
    expect(names).toContain('threshold');
    expect(namesOf('wine')).toEqual([]);
  });
});
