import { describe, expect, it } from 'vitest';
import { catalog } from '../nodes/catalog';
import { checkPipeline } from '../nodes/check-pipeline';
import { codes } from '../nodes/codes';
import type { AnyCode } from '../nodes/contract/code';
import { sourceLines } from '../nodes/python/layout';
import { exampleDocument, exampleNode, exampleWires } from '../testing/graph/example-catalog';
import { indexCodes, type Program } from './program';
import { commentedSql } from './sql';
import { type NodeRequest, writeNode } from './write-node';
import { writeProgram } from './write-program';

const pipeline = catalog.compile(
  exampleDocument(
    [
      exampleNode('wine1', 'ingest.sample', { params: { name: 'wine' } }),
      exampleNode('first', 'prepare.scale', { params: { method: 'robust' } }),
      exampleNode('second', 'prepare.scale', { params: { method: 'minmax' } }),
      exampleNode('third', 'prepare.scale', { params: { method: 'maxabs' } }),
      exampleNode('knn', 'train.neighbours'),
      exampleNode('ask', 'serve.predict'),
    ],
    exampleWires(
      'wine1.table > first.table',
      'first.table > second.table',
      'second.table > third.table',
      'third.table > knn.table',
      'knn.model > ask.model',
      'wine1.table > ask.table',
    ),
  ),
);
const { schemas } = checkPipeline(pipeline);
const known = { pipeline, schemas, codes: indexCodes(codes) };
const write = (target: string, more: Partial<NodeRequest> = {}) => writeNode({ ...known, target, ...more });
const blocksOf = ({ sections }: Program) => sections.flatMap(({ blocks }) => blocks);
const idsOf = (program: Program) => blocksOf(program).map(({ nodeIds }) => nodeIds);
const sourceOf = (program: Program) => blocksOf(program).flatMap(({ lines }) => sourceLines(lines, 'en'));

describe('a node that is asked for', () => {
  it('is written with what it needs and nothing behind it, its steps in one chain', () => {
    expect(idsOf(write('second').whole)).toEqual([['wine1'], ['first', 'second']]);
    expect(idsOf(write('knn').whole)).toEqual([['wine1'], ['first', 'second', 'third'], ['knn']]);
  });

  it('stands by itself, as all before it do, on what the one before it gives', () => {
    const { alone } = write('third');
    expect(idsOf(alone)).toEqual([['wine1'], ['first'], ['second'], ['third']]);
    expect(sourceOf(alone).filter((line) => line.includes('.transform('))).toEqual([
      'after_scale = scale.transform(wine)',
      'after_scale_2 = scale_2.transform(after_scale)',
      'prepared = scale_3.transform(after_scale_2)',
    ]);
  });

  it('gives what it gives in the whole program, and the last step of a chain what rows are prepared by later', () => {
    expect(sourceOf(writeProgram(known))).toContain('prepared = prepare.transform(wine)');
    expect(sourceOf(write('knn').alone).join('\n')).toContain(
      'prepare = Pipeline([("scale", scale), ("scale_2", scale_2), ("scale_3", scale_3)])',
    );
    expect(sourceOf(write('ask').alone).join('\n')).toContain('prepare.transform(rows)');
    const unasked = { ...known, pipeline: without('ask') };
    expect(sourceOf(writeNode({ ...unasked, target: 'knn' }).alone).join('\n')).not.toContain('Pipeline');
  });

  it('is called in a chain that ends with it as it is called by itself', () => {
    expect(sourceOf(write('second').whole).at(-1)).toBe('after_scale_2 = prepare_2.transform(wine)');
    expect(sourceOf(write('first').whole).at(-1)).toBe('after_scale = scale.transform(wine)');
  });

  it('bears the names of the whole program, whatever of it is shown', () => {
    const document = {
      ...pipeline.document,
      edges: exampleWires('wine1.table > first.table', 'wine1.table > second.table'),
    };
    const two = catalog.compile(document);
    const request = { ...known, pipeline: two, schemas: checkPipeline(two).schemas };
    const { whole } = writeNode({ ...request, target: 'second' });
    expect(sourceOf(whole).at(-1)).toBe('prepared_2 = scale_2.transform(wine)');
    // A list of columns that the whole program shares stands here in full: nothing else differs.
    const named = sourceOf(whole).filter((line) => /^\w+ = \w+[.(]|\.fit\(/.test(line));
    expect(named).toHaveLength(4);
    expect(sourceOf(writeProgram(request))).toEqual(expect.arrayContaining(named));
  });

  it('does without what is not known or is to be mended elsewhere', () => {
    const { third, ...others } = schemas;
    expect(third).toBeDefined();
    expect(sourceOf(write('second', { schemas: others }).alone).at(-1)).toBe(
      'prepared = scale_2.transform(after_scale)',
    );
    expect(sourceOf(write('second', { broken: ['third'] }).alone).at(-1)).toBe(
      'prepared = scale_2.transform(after_scale)',
    );
    expect(() => write('third', { schemas: others })).toThrow('is not known yet');
  });

  it('is said in SQL too where its kind can, and nothing else is', () => {
    const [sample, ...others] = codes;
    if (sample === undefined) throw new Error('there are kinds');
    const sql: AnyCode = { ...sample, sql: ({ id }) => `SELECT ${id}` };
    const told = indexCodes([sql, ...others]);
    expect(write('wine1', { codes: told }).sql?.select).toBe('SELECT wine1');
    expect(write('knn', { codes: told }).sql).toBeNull();
  });

  it('says in SQL what it is for, what rows are, and who says their part', () => {
    const split = catalog.compile(
      exampleDocument(
        [
          exampleNode('wine1', 'ingest.sample', { params: { name: 'wine' } }),
          exampleNode('split', 'prepare.split'),
          exampleNode('scale', 'prepare.scale'),
        ],
        exampleWires('wine1.table > split.table', 'split.table > scale.table'),
      ),
    );
    const request = { ...known, pipeline: split, schemas: checkPipeline(split).schemas, target: 'scale' };
    const { sql } = writeNode(request);
    if (sql === null) throw new Error('scaling has its SQL');
    const [purpose, learned, rows, part, ...select] = commentedSql(sql, 'en').split('\n');
    expect(purpose).toBe('-- Mean 0 and standard deviation 1.');
    expect(learned).toBe('-- Learned from the training rows alone, then applied to all.');
    expect(rows).toBe('-- “rows” is the table that arrives at this node.');
    expect(part).toMatch(/^-- Its column “part” holds the part into which the split before put each row/);
    expect(select.filter((line) => !line.startsWith('--')).join('\n')).toBe(`${sql.select}\n`);
    const unsplit = write('second').sql;
    expect(unsplit?.whys.map(({ en }) => en)).not.toContainEqual(expect.stringContaining('part'));
  });
});

function without(id: string) {
  const { document } = pipeline;
  return catalog.compile({
    ...document,
    nodes: document.nodes.filter((node) => node.id !== id),
    edges: document.edges.filter(({ to }) => !to.startsWith(`${id}.`)),
  });
}

describe('source for a narrow page', () => {
  it('breaks where it has to', () => {
    const second = blocksOf(write('second').alone).at(-1);
    const narrow = sourceLines(second?.lines ?? [], 'en', 0, 50);
    expect(Math.max(...narrow.map(({ length }) => length))).toBeLessThanOrEqual(50);
    expect(narrow.map((line) => line.trim()).join('')).toContain('MinMaxScaler()');
  });
});
