import { describe, expect, it } from 'vitest';
import { exampleDocument, exampleNode } from '../testing/graph/example-catalog';
import { hashesIn, namedFiles, nodesNaming, withFileReplaced } from './named-files';

const file = (digit: string) => ({ name: `${digit}.csv`, hash: digit.repeat(64), bytes: 5 });

describe('the files that a document names', () => {
  it('are found in params at whatever depth and of kinds that nobody knows, each once', () => {
    const document = exampleDocument([
      exampleNode('a', 'ingest.file', { params: { file: file('a') } }),
      exampleNode('b', 'ingest.tomorrow', { params: { parts: [{ of: file('b') }, { of: file('a') }] } }),
      exampleNode('c', 'ingest.file', { params: { file: null, version: 'c'.repeat(64) } }),
    ]);
    expect(namedFiles(document)).toEqual([file('a'), file('b')]);
    expect(nodesNaming(document, file('a').hash).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(nodesNaming(document, file('c').hash)).toEqual([]);
  });

  it('are hashes in a text that is no document', () => {
    expect(hashesIn(`{"format": "of tomorrow", "x": "${'d'.repeat(64)}", "y": "${'e'.repeat(63)}"`)).toEqual([
      'd'.repeat(64),
    ]);
    expect(hashesIn('')).toEqual([]);
  });
});

describe('a file given in the place of another', () => {
  it('is named wherever the other was, and nothing else is touched', () => {
    const document = exampleDocument([
      exampleNode('a', 'ingest.file', { params: { file: file('a'), header: true } }),
      exampleNode('b', 'ingest.tomorrow', { params: { parts: [{ of: file('b') }, { of: file('a') }] } }),
    ]);
    const replaced = withFileReplaced(document, file('a').hash, file('c'));
    expect(namedFiles(replaced)).toEqual([file('c'), file('b')]);
    expect(replaced.nodes[0]?.params).toEqual({ file: file('c'), header: true });
    expect(withFileReplaced(replaced, file('c').hash, file('a'))).toEqual(document);
  });
});
