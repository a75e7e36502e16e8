import { describe, expect, it } from 'vitest';
import type { PipelineDocument } from '../graph/document';
import { Failure, throwIfCancelled } from '../lib/failure';
import { text } from '../lib/text';
import { yieldNow } from '../lib/yielding';
import type { FakeKind } from '../testing/engine/fake-kinds';
import { arithmetic, cell, chain, emptyHost, fakeKinds, numberAt, pipeline } from '../testing/engine/fake-kinds';
import { fakeLiveKinds, fakeLoop } from '../testing/engine/fake-live-kinds';
import { createEngine } from './engine';
import type { EngineEvent } from './events';
import type { Host } from './host';
import type { StoredResult } from './result-cache';

/** An engine over fake kinds, and what it said of its runs. */
function setUp(more: readonly FakeKind[] = [], host: Host = emptyHost) {
  const events: EngineEvent[] = [];
  const engine = createEngine({ kinds: fakeKinds([...arithmetic, ...more]), host });
  let runs = 0;
  const run = (document: PipelineDocument, options: { target?: string; signal?: AbortSignal } = {}) => {
    events.length = 0;
    return engine.run({
      runId: `run${++runs}`,
      document,
      backend: 'auto',
      signal: options.signal ?? new AbortController().signal,
      emit: (event) => events.push(event),
      ...(options.target === undefined ? {} : { target: options.target }),
    });
  };
  const value = async (key: string | undefined): Promise<number> => {
    const result = await engine.result(key ?? '');
    return numberAt(result?.outputs ?? {}, 'table');
  };
  return { engine, events, run, value };
}

const breaks: FakeKind = {
  id: 'breaks',
  inputs: ['in'],
  run: () => {
    throw new Failure({
      code: 'column-not-found',
      message: text('No column.', '열이 없어요.'),
      hint: text('Choose another.', '다른 열을 고르세요.'),
      column: 'age',
    });
  },
};

describe('running a document', () => {
  it('hands each node the outputs of the nodes it is wired to', async () => {
    const { run, value } = setUp();
    const report = await run(
      pipeline({ a: { kind: 'source', value: 2 }, b: { kind: 'add', value: 3 }, c: 'sum' }, [
        'a.table > b.in',
        'a.table > c.a',
        'b.table > c.b',
      ]),
    );
    expect(report.status).toBe('completed');
    expect(await value(report.nodes.c?.key)).toBe(7);
    expect(report.nodes.c?.rows).toBe(1);
  });

  it('runs only the target and what it needs', async () => {
    const { run } = setUp();
    const report = await run(chain(5), { target: 'n2' });
    expect(Object.keys(report.nodes)).toEqual(['n0', 'n1', 'n2']);
  });

  it('starts independent branches side by side', async () => {
    let both: () => void = () => undefined;
    const met = new Promise<void>((resolve) => {
      both = resolve;
    });
    let waiting = 0;
    const meets: FakeKind = {
      id: 'meets',
      run: async () => {
        if (++waiting === 2) both();
        await met;
        return cell(1);
      },
    };
    const { run } = setUp([meets]);
    expect((await run(pipeline({ a: 'meets', b: 'meets' }))).status).toBe('completed');
  });

  it('leaves a wire into a feedback input out of the order, so that a loop may close there', async () => {
    const loop: FakeKind = {
      id: 'loop',
      inputs: ['in'],
      feedback: ['back'],
      run: (inputs) => cell(numberAt(inputs, 'in')),
    };
    const { run } = setUp([loop]);
    const report = await run(
      pipeline({ s: { kind: 'source', value: 4 }, l: 'loop', a: 'add' }, [
        's.table > l.in',
        'l.table > a.in',
        'a.table > l.back',
      ]),
    );
    expect(report.status).toBe('completed');
  });

  it('gives the same seed to a node in every run and another seed to another node', async () => {
    const seeds: number[] = [];
    const seeded: FakeKind = {
      id: 'seeded',
      run: (_inputs, _params, ctx) => {
        seeds.push(ctx.seed);
        return cell(ctx.seed);
      },
    };
    await setUp([seeded]).run(pipeline({ a: 'seeded', b: 'seeded' }));
    await setUp([seeded]).run(pipeline({ a: 'seeded', b: 'seeded' }));
    expect(seeds.slice(0, 2)).toEqual(seeds.slice(2));
    expect(seeds[0]).not.toBe(seeds[1]);
  });
});

describe('kinds of the loop', () => {
  const kinds = fakeLiveKinds;
  const run = (document: PipelineDocument) =>
    createEngine({ kinds, host: emptyHost }).run({
      runId: 'r',
      document,
      backend: 'auto',
      signal: new AbortController().signal,
      emit: () => {},
    });

  it('run in the batch phase without what comes in ticks, and give what is there before', async () => {
    const report = await run(fakeLoop());
    expect(Object.values(report.nodes).map(({ status }) => status)).toEqual(new Array(6).fill('completed'));
    expect(report.nodes.stream?.rows).toBe(20);
    expect(report.nodes.gate).not.toHaveProperty('rows');
  });

  it('do not wait for a node of the loop that fails, and keep their keys whatever they listen to', async () => {
    const report = await run(fakeLoop({ fit: { params: { fails: 1 } } }));
    expect(report.nodes.deploy?.status).toBe('skipped');
    expect(report.nodes.train?.status).toBe('completed');
    const loop = fakeLoop();
    const unwired = { ...loop, edges: loop.edges.filter(({ to }) => to !== 'deploy.stream') };
    const keys = (document: PipelineDocument) => createEngine({ kinds, host: emptyHost }).keys(document, 'auto');
    expect(await keys(unwired)).toEqual(await keys(loop));
  });

  it('fail like any other where an input of the ticks is not connected', async () => {
    const loop = fakeLoop();
    const report = await run({ ...loop, edges: loop.edges.filter(({ to }) => to !== 'train.model') });
    expect(report.nodes.train).toMatchObject({
      status: 'failed',
      failure: { code: 'input-not-connected', port: 'model' },
    });
  });
});

describe('the cache', () => {
  it('runs exactly one node again when one param of the last of ten changes', async () => {
    const { run, events } = setUp();
    const document = chain(10);
    await run(document);
    const edited = {
      ...document,
      nodes: document.nodes.map((node) => (node.id === 'n9' ? { ...node, params: { value: 5 } } : node)),
    };
    const report = await run(edited);
    expect(events.filter((event) => event.type === 'nodeStarted').map((event) => event.nodeId)).toEqual(['n9']);
    expect(Object.values(report.nodes).filter((node) => !node.cached)).toHaveLength(1);
  });

  it('tells a param written out with its default from none no more than the kind does', async () => {
    const { engine } = setUp();
    const bare = pipeline({ a: 'source' });
    const written = pipeline({ a: { kind: 'source', value: 0 } });
    expect(await engine.keys(bare, 'auto')).toEqual(await engine.keys(written, 'auto'));
  });

  it('runs nothing again after a node was only moved or renamed', async () => {
    const { run } = setUp();
    const document = chain(3);
    await run(document);
    const nodes = document.nodes.map((node) => ({ ...node, label: `my ${node.id}`, position: { x: 9, y: 9 } }));
    const report = await run({ ...document, nodes });
    expect(Object.values(report.nodes).every((node) => node.cached)).toBe(true);
  });

  it('trains again on another backend without preparing again', async () => {
    const train: FakeKind = { id: 'train', computesWith: 'network', inputs: ['in'], run: () => cell(1) };
    const { engine } = setUp([train]);
    const document = pipeline({ s: 'source', t: 'train' }, ['s.table > t.in']);
    const auto = await engine.keys(document, 'auto');
    const cpu = await engine.keys(document, 'cpu');
    expect(cpu.s).toBe(auto.s);
    expect(cpu.t).not.toBe(auto.t);
  });

  it('recalls from the store what a new engine has not in memory', async () => {
    const stored = new Map<string, StoredResult>();
    const host: Host = {
      ...emptyHost,
      results: {
        read: async (key) => stored.get(key),
        write: async (key, result) => {
          stored.set(key, result);
        },
      },
    };
    await setUp([], host).run(chain(3));
    const report = await setUp([], host).run(chain(3));
    expect(Object.values(report.nodes).every((node) => node.cached)).toBe(true);
  });

  it('completes although the store can neither read nor write', async () => {
    const broken = async (): Promise<never> => {
      throw new Error('disk full');
    };
    const report = await setUp([], { ...emptyHost, results: { read: broken, write: broken } }).run(chain(3));
    expect(report.status).toBe('completed');
  });
});

describe('a node that fails', () => {
  it('fails alone: what does not depend on it completes, and the rest says whose fault it is', async () => {
    const { run, events } = setUp([breaks]);
    const report = await run(
      pipeline({ s: 'source', x: 'breaks', y: 'add', z: 'add', ok: 'add' }, [
        's.table > x.in',
        'x.table > y.in',
        'y.table > z.in',
        's.table > ok.in',
      ]),
    );
    expect(report.status).toBe('failed');
    expect(report.nodes.ok?.status).toBe('completed');
    expect(report.nodes.x?.failure).toMatchObject({ code: 'column-not-found', column: 'age' });
    const skipped = events.filter((event) => event.type === 'nodeSkipped');
    expect(skipped.map((event) => [event.nodeId, event.because.en])).toEqual([
      ['y', 'Not run, because “breaks” failed.'],
      ['z', 'Not run, because “breaks” failed.'],
    ]);
  });

  it('keeps the message of an unexpected exception as an internal error', async () => {
    const bug: FakeKind = {
      id: 'bug',
      run: () => {
        throw new TypeError('x is undefined');
      },
    };
    const report = await setUp([bug]).run(pipeline({ a: 'bug' }));
    expect(report.nodes.a?.failure?.code).toBe('internal-error');
    expect(report.nodes.a?.failure?.message.en).toContain('x is undefined');
  });

  it('says what to do where memory has run out', async () => {
    const greedy: FakeKind = {
      id: 'greedy',
      run: () => {
        throw new RangeError('Array buffer allocation failed');
      },
    };
    const report = await setUp([greedy]).run(pipeline({ a: 'greedy' }));
    expect(report.nodes.a?.failure?.code).toBe('out-of-memory');
  });

  it('is told of a kind that hands on less than it declares', async () => {
    const report = await setUp([{ id: 'empty', run: () => ({}) }]).run(pipeline({ a: 'empty' }));
    expect(report.nodes.a?.failure?.message.en).toContain('output “table” should be a table, not nothing');
  });

  it('does not run while a required input is unconnected or a param does not parse', async () => {
    const report = await setUp().run(pipeline({ a: 'add', b: { kind: 'source', value: 'many' }, c: 'source' }));
    expect(report.nodes.a?.failure).toMatchObject({ code: 'input-not-connected', port: 'in' });
    expect(report.nodes.b?.failure?.code).toBe('bad-param');
    expect(report.nodes.c?.status).toBe('completed');
  });

  it('fails every node of a cycle and completes the others', async () => {
    const report = await setUp().run(
      pipeline({ s: 'source', a: 'add', b: 'add', c: 'add' }, ['a.table > b.in', 'b.table > a.in', 'b.table > c.in']),
    );
    expect(report.nodes.a?.failure?.code).toBe('cycle');
    expect(report.nodes.b?.failure?.code).toBe('cycle');
    expect(report.nodes.c?.status).toBe('skipped');
    expect(report.nodes.s?.status).toBe('completed');
  });

  it('is skipped with the reason where its kind is unknown, and the run counts as failed', async () => {
    const { run, events } = setUp();
    const report = await run(pipeline({ a: 'ingest.tomorrow', b: 'add' }, ['a.table > b.in']));
    expect(report.nodes.a?.status).toBe('skipped');
    expect(report.status).toBe('failed');
    const [a, b] = events.filter((event) => event.type === 'nodeSkipped');
    expect(a?.because.en).toContain('ingest.tomorrow');
    expect(b?.because.en).toContain('unknown kind');
  });
});

describe('modes', () => {
  it('lets a bypassed node hand its input on, and downstream shares the key of the direct wire', async () => {
    const { run, value, engine } = setUp();
    const report = await run(
      pipeline({ s: { kind: 'source', value: 2 }, b: { kind: 'add', value: 9, mode: 'bypassed' }, c: 'add' }, [
        's.table > b.in',
        'b.table > c.in',
      ]),
    );
    expect(await value(report.nodes.c?.key)).toBe(2);
    expect(await value(report.nodes.b?.key)).toBe(2);
    const direct = pipeline({ s: { kind: 'source', value: 2 }, c: 'add' }, ['s.table > c.in']);
    expect((await engine.keys(direct, 'auto')).c).toBe(report.nodes.c?.key);
  });

  it('does not run a node that is off, nor what depends on it, and still completes', async () => {
    const { run, events } = setUp();
    const report = await run(
      pipeline({ a: { kind: 'source', mode: 'off' }, b: 'add', c: 'source' }, ['a.table > b.in']),
    );
    expect(report.status).toBe('completed');
    expect(report.nodes.b?.status).toBe('skipped');
    expect(events.filter((event) => event.type === 'nodeSkipped').map((event) => event.because.en)).toEqual([
      'Switched off.',
      'Not run, because “source” is off.',
    ]);
  });
});

describe('cancelling', () => {
  const endless: FakeKind = {
    id: 'endless',
    inputs: ['in'],
    run: async (_inputs, _params, ctx) => {
      for (;;) {
        await yieldNow();
        throwIfCancelled(ctx.signal);
      }
    },
  };
  const yielding: FakeKind = {
    id: 'yielding',
    run: async (_inputs, _params, ctx) => {
      for (;;) await ctx.yieldIfDue();
    },
  };

  it('ends the run as cancelled, keeps what completed and starts nothing more', async () => {
    const { run, events } = setUp([endless]);
    const controller = new AbortController();
    const document = pipeline({ s: 'source', e: 'endless', after: 'add' }, ['s.table > e.in', 'e.table > after.in']);
    setTimeout(() => controller.abort(), 20);
    const report = await run(document, { signal: controller.signal });
    expect(report.status).toBe('cancelled');
    expect(Object.values(report.nodes).map((node) => node.status)).toEqual(['completed', 'cancelled', 'cancelled']);
    expect(events.at(-1)).toMatchObject({ type: 'runFinished', status: 'cancelled' });
    expect(events.some((event) => event.type === 'nodeFailed')).toBe(false);
  });

  it('is seen within 200 ms by a kind that only yields', async () => {
    const { run } = setUp([yielding]);
    const controller = new AbortController();
    let aborted = 0;
    setTimeout(() => {
      aborted = performance.now();
      controller.abort();
    }, 120);
    await run(pipeline({ a: 'yielding' }), { signal: controller.signal });
    expect(performance.now() - aborted).toBeLessThan(200);
  });
});

describe('events', () => {
  it('begin with the run, name it, and end with it', async () => {
    const { run, events } = setUp();
    const report = await run(chain(3));
    expect(events[0]).toMatchObject({ type: 'runStarted', nodeIds: ['n0', 'n1', 'n2'] });
    expect(events.at(-1)).toMatchObject({ type: 'runFinished', status: 'completed' });
    expect(new Set(events.map((event) => event.runId))).toEqual(new Set([report.runId]));
  });

  it('are not heard from a kind that goes on talking after its end', async () => {
    const late: FakeKind = {
      id: 'late',
      run: (_inputs, _params, ctx) => {
        setTimeout(() => ctx.progress(0.5), 5);
        return cell(1);
      },
    };
    const { run, events } = setUp([late]);
    await run(pipeline({ a: 'late' }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(events.some((event) => event.type === 'nodeProgress')).toBe(false);
  });

  it('carry the backend that ran into the completed node and the report', async () => {
    const trains: FakeKind = {
      id: 'trains',
      computesWith: 'network',
      run: (_inputs, _params, ctx) => {
        ctx.usesBackend('wasm', text('small network', '작은 신경망'));
        return cell(1);
      },
    };
    const { run } = setUp([trains]);
    await run(pipeline({ a: 'trains' }));
    const again = await run(pipeline({ a: 'trains' }));
    expect(again.nodes.a).toMatchObject({ cached: true, backend: 'wasm' });
    expect(again.backend).toBe('wasm');
  });
});
