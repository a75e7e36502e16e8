import { describe, expect, it } from 'vitest';
import type { Json } from '../../lib/json';
import { schemaOf } from '../../table/schema';
import { exampleDocument, exampleNode, exampleWires } from '../../testing/graph/example-catalog';
import { makeColumn, makeTable } from '../../testing/table/make-table';
import { catalog } from '../catalog';
import { checkPipeline } from '../check-pipeline';

const table = makeTable([
  makeColumn('colour', ['red', 'blue', 'red', 'blue']),
  makeColumn('size', ['S', 'L', 'S', 'L']),
  makeColumn('remark', ['one', 'two', 'three', 'four'], null, 'text'),
  makeColumn('y', [1, 2, 3, 4], 'target'),
]);

/** What to do about columns of words that reach a linear model, behind an Encode with these params (none: without one). */
function hintsBehind(encode: Record<string, Json> | null): readonly (readonly [string | undefined, string])[] {
  const nodes = [exampleNode('read1', 'ingest.file'), exampleNode('learn1', 'train.linear')];
  const document =
    encode === null
      ? exampleDocument(nodes, exampleWires('read1.table > learn1.table'))
      : exampleDocument(
          [
            ...nodes,
            exampleNode('scale1', 'prepare.scale'),
            exampleNode('encode1', 'prepare.encode', { params: encode }),
          ],
          exampleWires('read1.table > encode1.table', 'encode1.table > scale1.table', 'scale1.table > learn1.table'),
        );
  const known = { read1: { table: schemaOf(table) } };
  return checkPipeline(catalog.compile(document), known)
    .problems.filter(({ code }) => code === 'column-not-numeric')
    .map(({ column, hint }) => [column, hint.en]);
}

const ADD = expect.stringMatching(/^Add “Encode categories” before this node/);
const CHOOSE = expect.stringMatching(/^“Encode categories” before this node passes it over: choose it there/);

describe('a column of words before a model that reads numbers', () => {
  it('asks for “Encode categories” where none stands', () => {
    expect(hintsBehind(null)).toEqual([['colour', ADD]]);
  });

  it('asks to choose the column where one stands: free text is passed over unless chosen', () => {
    expect(hintsBehind({})).toEqual([['remark', CHOOSE]]);
    expect(hintsBehind({ columns: ['size'] })).toEqual([['colour', CHOOSE]]);
    expect(hintsBehind({ columns: ['size', 'colour', 'remark'] })).toEqual([]);
  });
});
