import { describe, expect, it } from 'vitest';
import { catalog } from '../nodes/catalog';
import { checkPipeline } from '../nodes/check-pipeline';
import { codes } from '../nodes/codes';
import type { AnyCode } from '../nodes/contract/code';
import { sourceLines } from '../nodes/python/layout';
import { exampleDocument, exampleNode, exampleWires } from '../testing/graph/example-catalog';
import { indexCodes, type Program } from './program';
import { type ProgramRequest, writeProgram } from './write-program';

const pipeline = catalog.compile(
  exampleDocument(
    [
      exampleNode('wine1', 'ingest.sample', { params: { name: 'wine' } }),
      exampleNode('first', 'prepare.scale', { params: { method: 'robust' } }),
      exampleNode('second', 'prepare.scale', { params: { method: 'minmax' } }),
      exampleNode('third', 'prepare.scale', { params: { method: 'maxabs' } }),
    ],
    exampleWires('wine1.table > first.table', 'first.table > second.table', 'second.table > third.table'),
  ),
);
const write = (more: Partial<ProgramRequest>): Program =>
  writeProgram({ pipeline, schemas: checkPipeline(pipeline).schemas, codes: indexCodes(codes), ...more });
const blocksOf = ({ sections }: Program) => sections.flatMap(({ blocks }) => blocks);

describe('a node that is asked for', () => {
  it('is written with what it needs and nothing behind it, its steps in one chain', () => {
    expect(blocksOf(write({ target: 'second' })).map(({ nodeIds }) => nodeIds)).toEqual([
      ['wine1'],
      ['first', 'second'],
    ]);
  });

  it('stands alone where that is asked, on what comes before it', () => {
    const blocks = blocksOf(write({ target: 'second', apart: true }));
    expect(blocks.map(({ nodeIds }) => nodeIds)).toEqual([['wine1'], ['first'], ['second']]);
    const [, , second] = blocks;
    expect(sourceLines(second?.lines ?? [], 'en').at(-1)).toBe('prepared_2 = scale_2.transform(prepared)');
  });

  it('is said in SQL too where its kind can, and nothing else is', () => {
    const [sample, ...others] = codes;
    if (sample === undefined) throw new Error('there are kinds');
    const sql: AnyCode = { ...sample, sql: ({ id }) => `SELECT ${id}` };
    const told = indexCodes([sql, ...others]);
    expect(write({ codes: told, target: 'wine1' }).sql).toBe('SELECT wine1');
    expect(write({ codes: told, target: 'first' }).sql).toBeNull();
    expect(write({ codes: told }).sql).toBeNull();
  });
});

describe('source for a narrow page', () => {
  it('breaks where it has to', () => {
    const [, , second] = blocksOf(write({ target: 'second', apart: true }));
    const narrow = sourceLines(second?.lines ?? [], 'en', 0, 50);
    expect(Math.max(...narrow.map(({ length }) => length))).toBeLessThanOrEqual(50);
    expect(narrow.map((line) => line.trim()).join('')).toContain('MinMaxScaler()');
  });
});
