import { describe, expect, it } from 'vitest';
import { catalog } from '../nodes/catalog';
import { checkPipeline } from '../nodes/check-pipeline';
import { codes } from '../nodes/codes';
import { sourceLines } from '../nodes/python/layout';
import { exampleDocument, exampleNode, exampleWires } from '../testing/graph/example-catalog';
import { indexCodes } from './program';
import { scriptOf } from './script';
import { writeNode } from './write-node';
import { writeProgram } from './write-program';

type Node = ReturnType<typeof exampleNode>;

function requestOf(nodes: readonly Node[], ...wires: readonly string[]) {
  const read = exampleNode('read', 'ingest.sample', { params: { name: 'iris' } });
  const pipeline = catalog.compile(exampleDocument([read, ...nodes], exampleWires(...wires)));
  return { pipeline, schemas: checkPipeline(pipeline).schemas, codes: indexCodes(codes) };
}

const scriptFor = (nodes: readonly Node[], ...wires: readonly string[]): string =>
  scriptOf(writeProgram(requestOf(nodes, ...wires)), 'en');

describe('a program as people write it', () => {
  it('renames and drops columns by the frame itself, unless rows are prepared by it later', () => {
    const choose = exampleNode('choose', 'prepare.columns', {
      params: { drop: ['petal length (cm)'], settings: { 'sepal length (cm)': { rename: 'length' } } },
    });
    const alone = writeNode({ ...requestOf([choose], 'read.table > choose.table'), target: 'choose' });
    const source = alone.alone.sections.flatMap(({ blocks }) =>
      blocks.flatMap(({ lines }) => sourceLines(lines, 'en')),
    );
    expect(source.join('\n')).toContain('prepared = iris.drop(columns=["petal length (cm)"]).rename(');
    const script = scriptFor([choose], 'read.table > choose.table');
    expect(script).toContain('prepared = iris.drop(');
    expect(script).not.toContain('FunctionTransformer');
    const asked = scriptFor(
      [choose, exampleNode('train', 'train.bayes'), exampleNode('ask', 'serve.predict')],
      'read.table > choose.table',
      'choose.table > train.table',
      'train.model > ask.model',
      'read.table > ask.table',
    );
    expect(asked).toContain('prepared = columns.transform(iris)');
  });

  it('encodes words by scikit-learn’s own encoder, and brings no groups where none are wanted', () => {
    for (const dropFirst of [false, true]) {
      const script = scriptFor(
        [exampleNode('encode', 'prepare.encode', { params: { columns: ['species'], dropFirst } })],
        'read.table > encode.table',
      );
      expect(script).toContain('(OneHotEncoder):');
      expect(script).not.toContain('Group');
    }
    for (const method of ['ordinal', 'frequency']) {
      const params = { columns: ['species'], method };
      expect(
        scriptFor([exampleNode('encode', 'prepare.encode', { params })], 'read.table > encode.table'),
      ).not.toContain('Group');
    }
  });
});
