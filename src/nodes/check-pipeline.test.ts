import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '../graph/apply-edit';
import { someParams } from '../testing/graph/arbitrary-documents';
import { exampleDocument, exampleNode, exampleWires } from '../testing/graph/example-catalog';
import { exampleSpecs } from '../testing/nodes/example-specs';
import { checkPipeline, createChecker } from './check-pipeline';

const { catalog, withColumns } = exampleSpecs();
const known = { file1: { table: withColumns('x') } };
const chain = exampleDocument(
  [
    exampleNode('learn1', 'train.learn'),
    exampleNode('add2', 'prepare.add', { params: { column: 'z' } }),
    exampleNode('add1', 'prepare.add', { params: { column: 'y' } }),
    exampleNode('file1', 'ingest.file'),
  ],
  exampleWires('file1.table > add1.table', 'add1.table > add2.table', 'add2.table > learn1.table'),
);
const columns = (check: ReturnType<typeof checkPipeline>, nodeId: string): string[] => {
  const schema = check.schemas[nodeId]?.table;
  return schema?.type === 'table' ? schema.fields.map((field) => field.name) : [];
};
const with_ = (nodeId: string, params: Parameters<typeof exampleNode>[2]) => ({
  ...chain,
  nodes: chain.nodes.map((node) => (node.id === nodeId ? { ...node, ...params } : node)),
});

describe('checking a document', () => {
  it('hands schemas along the wires in whatever order nodes are written, learned ones in place of inferred', () => {
    const check = checkPipeline(catalog.compile(chain), known);
    expect(columns(check, 'add2')).toEqual(['x', 'y', 'z']);
    expect(check.problems).toEqual([]);
  });

  it('fills in the node a problem of its kind stands on', () => {
    const { problems } = checkPipeline(catalog.compile(with_('add2', { params: { column: 'x' } })), known);
    expect(problems).toMatchObject([{ code: 'column-taken', nodeId: 'add2' }]);
  });

  it('reports required inputs that are not connected, optional ones not', () => {
    const alone = exampleDocument([exampleNode('learn1', 'train.learn')]);
    expect(checkPipeline(catalog.compile(alone)).problems).toMatchObject([
      { code: 'input-not-connected', nodeId: 'learn1', port: 'table', severity: 'error' },
    ]);
  });

  it('names each bad param with what its field accepts, in both languages', () => {
    const { problems } = checkPipeline(
      catalog.compile(with_('add1', { params: { times: 99, mode: 'c', column: 3 } })),
      known,
    );
    expect(problems.map(({ code, nodeId, param }) => [code, nodeId, param])).toEqual([
      ['bad-param', 'add1', 'column'],
      ['bad-param', 'add1', 'times'],
      ['bad-param', 'add1', 'mode'],
    ]);
    expect(problems[1]?.hint).toEqual({
      en: 'Enter a whole number from 1 to 9.',
      ko: '1 이상 9 이하의 정수를 입력해 주세요.',
    });
    expect(problems[2]?.hint.ko).toContain('첫째, 둘째');
  });

  it('goes on where a kind throws', () => {
    const check = checkPipeline(catalog.compile(with_('add1', { params: { explode: true } })), known);
    expect(check.problems).toMatchObject([{ code: 'check-failed', severity: 'warning', nodeId: 'add1' }]);
    expect(columns(check, 'add2')).toEqual(['z']);
  });

  it('lets a bypassed node pass its input through and says what an off node keeps from running', () => {
    expect(columns(checkPipeline(catalog.compile(with_('add1', { mode: 'bypassed' })), known), 'add2')).toEqual([
      'x',
      'z',
    ]);
    const off = checkPipeline(catalog.compile(with_('add1', { mode: 'off' })), known);
    expect(off.problems).toMatchObject([{ code: 'source-off', nodeId: 'add2', severity: 'warning' }]);
    expect(columns(off, 'add2')).toEqual(['z']);
  });

  it('says of an unknown kind that it cannot run, unless it is off', () => {
    const unknown = (mode: 'on' | 'off') => exampleDocument([exampleNode('a', 'train.later', { mode })]);
    expect(checkPipeline(catalog.compile(unknown('on'))).problems).toMatchObject([
      { code: 'unknown-kind', severity: 'error' },
    ]);
    expect(checkPipeline(catalog.compile(unknown('off'))).problems).toMatchObject([{ severity: 'warning' }]);
  });

  it('says nothing against a group, which runs as what stands in it', () => {
    const group = { parameters: [], nodes: [], edges: [], notes: [], inputs: [], outputs: [] };
    const document = exampleDocument([exampleNode('g', 'group', { group })]);
    expect(checkPipeline(catalog.compile(document)).problems).toEqual([]);
  });

  it('checks the nodes of a circle and behind it too', () => {
    const ring = exampleDocument(
      [exampleNode('a', 'prepare.add'), exampleNode('b', 'prepare.add'), exampleNode('c', 'train.learn')],
      exampleWires('a.table > b.table', 'b.table > a.table', 'b.table > c.table'),
    );
    const { problems } = checkPipeline(catalog.compile(ring));
    expect(problems.filter(({ code }) => code === 'cycle').map(({ nodeId }) => nodeId)).toEqual(['a', 'b']);
  });

  it('never throws, whatever the params, and gives every problem a remedy', () => {
    fc.assert(
      fc.property(someParams, someParams, (a, b) => {
        const document = {
          ...chain,
          nodes: chain.nodes.map((node, i) => ({ ...node, params: i % 2 === 0 ? a : { ...b, times: a } })),
        };
        for (const problem of checkPipeline(catalog.compile(document)).problems) {
          expect(problem.hint.en).not.toBe('');
          expect(problem.nodeId).toBeDefined();
        }
      }),
    );
  });
});

describe('a document checker', () => {
  it('asks again only the kinds below an edit, and none when a node is moved', () => {
    const { catalog: counted, inferences } = exampleSpecs();
    const check = createChecker();
    const first = check(counted.compile(chain), known);
    inferences.count = 0;
    const moved = applyEdit(chain, { type: 'move', positions: { add1: { x: 5, y: 5 } } }, counted);
    expect(check(counted.compile(moved), known)).toBe(first);
    expect(inferences.count).toBe(0);
    const edited = applyEdit(moved, { type: 'setParams', nodeId: 'add2', params: { column: 'w' } }, counted);
    expect(columns(check(counted.compile(edited), known), 'add2')).toEqual(['x', 'y', 'w']);
    expect(inferences.count).toBe(1);
  });

  it('finds the same as a fresh check after any edits', () => {
    const check = createChecker();
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom('add1', 'add2', 'file1'),
            fc.constantFrom('x', 'y', 'z'),
            fc.constantFrom('on' as const, 'off' as const, 'bypassed' as const),
          ),
          { maxLength: 6 },
        ),
        (edits) => {
          let document = chain;
          for (const [nodeId, column, mode] of edits) {
            document = applyEdit(document, { type: 'setParams', nodeId, params: { column } }, catalog);
            document = applyEdit(document, { type: 'setMode', nodeIds: [nodeId], mode }, catalog);
            expect(check(catalog.compile(document), known)).toEqual(checkPipeline(catalog.compile(document), known));
          }
        },
      ),
    );
  });

  it('takes a keystroke in a pipeline of five hundred nodes in well under a frame', () => {
    const nodes = [exampleNode('file1', 'ingest.file')];
    for (let i = 0; i < 500; i++) nodes.push(exampleNode(`add${i}`, 'prepare.add', { params: { column: `c${i}` } }));
    const edges = nodes
      .slice(1)
      .map((node, i) => ({ from: `${i % 50 === 0 ? 'file1' : `add${i - 1}`}.table`, to: `${node.id}.table` }));
    const document = exampleDocument(nodes, edges);
    const check = createChecker();
    check(catalog.compile(document), known);
    let last = document;
    const started = process.cpuUsage();
    for (let i = 0; i < 50; i++) {
      last = applyEdit(last, { type: 'setParams', nodeId: 'add480', params: { column: `k${i}` } }, catalog);
      check(catalog.compile(last), known);
    }
    // Processor time, which a busy machine does not stretch.
    expect(process.cpuUsage(started).user / 1_000 / 50).toBeLessThan(16);
  });
});
