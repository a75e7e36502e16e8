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

  it('names each long list of columns once, and equal features of several models once', () => {
    const wine = exampleNode('wine', 'ingest.sample', { params: { name: 'wine' } });
    const script = scriptFor(
      [
        wine,
        exampleNode('split', 'prepare.split'),
        exampleNode('fill', 'prepare.missing'),
        exampleNode('scale', 'prepare.scale'),
        ...['linear', 'bayes', 'neighbours'].map((family) => exampleNode(family, `train.${family}`)),
        exampleNode('flowers', 'prepare.scale'),
        exampleNode('one', 'train.bayes'),
        exampleNode('two', 'train.neighbours'),
      ],
      'wine.table > split.table',
      'split.table > fill.table',
      'fill.table > scale.table',
      ...['linear', 'bayes', 'neighbours'].map((family) => `scale.table > ${family}.table`),
      'read.table > flowers.table',
      'flowers.table > one.table',
      'flowers.table > two.table',
    );
    expect(script.match(/"alcohol"/g)).toHaveLength(1);
    expect(script).not.toContain('features_2 =');
    expect(script).toContain('linear.fit(train[names]');
    expect(script.match(/= \[\s*"sepal length/g)).toHaveLength(1);
    expect(script).toMatch(/bayes_2\.fit\(train_\d\[(features_\d)\][\s\S]+fit\(train_\d\[\1\]/);
  });

  it('holds rows out of training only where there may be no validation rows', () => {
    const trained = (split: Readonly<Record<string, number>>) =>
      scriptFor(
        [exampleNode('split', 'prepare.split', { params: split }), exampleNode('net', 'train.dense')],
        'read.table > split.table',
        'split.table > net.table',
      );
    expect(trained({})).not.toContain('hold_out');
    expect(trained({ validation: 0 })).toContain('hold_out');
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
