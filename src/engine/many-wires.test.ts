import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '../graph/apply-edit';
import type { PipelineDocument } from '../graph/document';
import { checkPipeline } from '../nodes/check-pipeline';
import {
  arithmetic,
  cell,
  emptyHost,
  type FakeKind,
  fakeKinds,
  numberAt,
  numbersAt,
  pipeline,
} from '../testing/engine/fake-kinds';
import { createEngine } from './engine';
import { planKeys, planRun } from './plan';

/** Digits in the order of the wires; an input that may be without any gives 0. */
const digits: FakeKind = {
  id: 'digits',
  many: ['in'],
  run: (inputs) => cell(Number(numbersAt(inputs, 'in').join('') || 0)),
};
/** As many inputs as its value says, added up. */
const counted: FakeKind = {
  id: 'counted',
  inputsOf: (value) => Array.from({ length: value }, (_, index) => `in${index + 1}`),
  run: (inputs) => cell(Object.keys(inputs).reduce((sum, name) => sum + numberAt(inputs, name), 0)),
};
const kinds = fakeKinds([...arithmetic, digits, counted]);

const keysOf = (document: PipelineDocument) =>
  planKeys(planRun(kinds.catalog.compile(document), kinds, { backend: 'auto' }));

function setUp() {
  const engine = createEngine({ kinds, host: emptyHost });
  const started: string[] = [];
  const run = async (document: PipelineDocument) => {
    started.length = 0;
    const report = await engine.run({
      runId: 'r',
      document,
      backend: 'auto',
      signal: new AbortController().signal,
      emit: (event) => {
        if (event.type === 'nodeStarted') started.push(event.nodeId);
      },
    });
    const values: Record<string, number> = {};
    for (const [id, { key }] of Object.entries(report.nodes)) {
      values[id] = numberAt((await engine.result(key))?.outputs ?? {}, 'table');
    }
    const statuses = Object.fromEntries(Object.entries(report.nodes).map(([id, { status }]) => [id, status]));
    return { values, statuses, report };
  };
  return { run, started };
}

const source = (value: number, mode: 'on' | 'off' = 'on') => ({ kind: 'source', value, mode });
const three = pipeline({ a: source(1), b: source(2), c: source(3), d: 'digits', e: { kind: 'add', value: 1 } }, [
  'b.table > d.in',
  'a.table > d.in',
  'c.table > d.in',
  'd.table > e.in',
]);

describe('an input that takes many wires', () => {
  it('hands its runner all values in the order of the wires', async () => {
    const { run } = setUp();
    expect((await run(three)).values).toMatchObject({ d: 213, e: 214 });
  });

  it('runs its node again in another order, with no more than stands below, and recalls the first order', async () => {
    const { run, started } = setUp();
    await run(three);
    const edge = { from: 'c.table', to: 'd.in' };
    const moved = applyEdit(three, { type: 'moveWire', edge, to: 0 }, kinds.catalog);
    expect((await run(moved)).values).toMatchObject({ d: 321 });
    expect(started).toEqual(['d', 'e']);
    await run(three);
    expect(started).toEqual([]);
  });

  it('changes its node’s key by every wire, and by their order alone', () => {
    const { d } = keysOf(three);
    const wires = ['b.table > d.in', 'a.table > d.in', 'c.table > d.in', 'd.table > e.in'];
    const nodes = { a: source(1), b: source(2), c: source(3), d: 'digits', e: { kind: 'add', value: 1 } };
    fc.assert(
      fc.property(fc.shuffledSubarray(wires, { minLength: 1 }), (some) => {
        const order = (list: readonly string[]) => list.filter((wire) => wire.endsWith('d.in')).join();
        expect(keysOf(pipeline(nodes, some)).d === d).toBe(order(some) === order(wires));
      }),
    );
    const lone = { a: source(1), s: { kind: 'add', value: 0 } };
    const { s } = keysOf(pipeline(lone, ['a.table > s.in']));
    expect(s).toBe('964c03840e033f5415c5a606b897698ad41b2792a440f705b109397c26a0a641');
  });

  it('is not connected with no wire at all, and connected with one', async () => {
    const { run } = setUp();
    const alone = pipeline({ a: source(1), d: 'digits' });
    expect(checkPipeline(kinds.catalog.compile(alone)).problems).toMatchObject([
      { code: 'input-not-connected', nodeId: 'd', port: 'in' },
    ]);
    expect((await run(alone)).statuses).toMatchObject({ d: 'failed' });
    expect((await run({ ...alone, edges: [{ from: 'a.table', to: 'd.in' }] })).values).toMatchObject({ d: 1 });
  });

  it('is skipped with its node where one of what feeds it is off, and goes through what is bypassed', async () => {
    const { run } = setUp();
    const off = await run({
      ...three,
      nodes: three.nodes.map((node) => (node.id === 'a' ? { ...node, mode: 'off' as const } : node)),
    });
    expect(off.statuses).toMatchObject({ d: 'skipped', e: 'skipped' });
    const bypassed = pipeline(
      { a: source(1), b: source(2), s: { kind: 'add', value: 5, mode: 'bypassed' }, d: 'digits' },
      ['b.table > d.in', 's.table > d.in', 'a.table > s.in'],
    );
    expect((await run(bypassed)).values).toMatchObject({ d: 21 });
  });

  it('hands on its first value where its node is bypassed', async () => {
    const { run } = setUp();
    const edited = applyEdit(three, { type: 'setMode', nodeIds: ['d'], mode: 'bypassed' }, kinds.catalog);
    expect((await run(edited)).values).toMatchObject({ d: 2, e: 3 });
  });
});

describe('inputs that depend on params', () => {
  const two = pipeline({ a: source(1), b: source(2), k: { kind: 'counted', value: 2 } }, [
    'a.table > k.in1',
    'b.table > k.in2',
  ]);
  const set = (value: number) => applyEdit(two, { type: 'setParams', nodeId: 'k', params: { value } }, kinds.catalog);

  it('are given by those that the node has, and wires at others are left out of the run until they are back', async () => {
    const { run, started } = setUp();
    expect((await run(two)).values).toMatchObject({ k: 3 });
    const fewer = await run(set(1));
    expect(fewer.values).toMatchObject({ k: 1 });
    expect(fewer.report.status).toBe('completed');
    expect(checkPipeline(kinds.catalog.compile(set(1))).problems.map(({ code }) => code)).toEqual(['port-vanished']);
    await run(two);
    expect(started).toEqual([]);
  });

  it('are asked for by name where a new one is not connected', () => {
    const { problems } = checkPipeline(kinds.catalog.compile(set(3)));
    expect(problems).toMatchObject([{ code: 'input-not-connected', nodeId: 'k', port: 'in3', severity: 'error' }]);
  });

  it('are those of the defaults where the params cannot be read, which is the one thing told', () => {
    const bad = applyEdit(two, { type: 'setParams', nodeId: 'k', params: { value: 'two' } }, kinds.catalog);
    const { problems } = checkPipeline(kinds.catalog.compile(bad));
    expect(problems.map(({ code }) => code)).toEqual(['bad-param']);
  });
});
