import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { indexKinds } from '../engine/kinds';
import { performJob } from '../engine/live/perform-job';
import type { JobPool, TrainJob } from '../engine/live/train-job';
import { Cancelled } from '../lib/failure';
import type { Text } from '../lib/text';
import { liveRunners } from '../nodes/live-runners';
import { runners } from '../nodes/runners';
import { specs } from '../nodes/specs';
import { networkOf } from '../testing/models/fake-model';
import { makeColumn, makeTable } from '../testing/table/make-table';
import { createNodeHost } from './node-host';
import { createNodePool } from './node-pool';

const kinds = indexKinds(specs, runners, liveRunners);
const { host } = createNodeHost([]);
const here: JobPool = { run: (job, signal) => performJob(job, { kinds, host, signal }) };
const logged: Text[] = [];
const pool = createNodePool({ host, inThread: here, log: (message) => logged.push(message), size: 2 });
afterAll(() => pool.close());

const never = (): AbortSignal => new AbortController().signal;
const xs = Array.from({ length: 120 }, (_, i) => Math.sin(i));

/** Trains a linear model on given rows; `source` is the node that they stand in for. */
function job(id: string, params: Record<string, string | number> = {}, source = 'engine.rows'): TrainJob {
  const node = (of: string, kind: string, more: Record<string, string | number> = {}) =>
    ({ id: of, kind, label: '', params: more, position: { x: 0, y: 0 }, mode: 'on' }) as const;
  return {
    id,
    mode: 'full',
    backend: 'cpu',
    seed: 7,
    rows: makeTable([
      makeColumn('x', xs),
      makeColumn(
        'y',
        xs.map((x) => 3 * x + 1),
        'target',
      ),
    ]),
    document: {
      format: 'millrace/pipeline',
      version: 4,
      name: 'job',
      description: '',
      seed: 7,
      nodes: [
        node('rows', source),
        node('split', 'prepare.split'),
        node('linear', 'train.linear', { optimizer: 'adam', epochs: 4, ...params }),
      ],
      edges: [
        { from: 'rows.table', to: 'split.table' },
        { from: 'split.table', to: 'linear.table' },
      ],
      notes: [],
    },
    stream: 'rows',
    model: { nodeId: 'linear', port: 'model' },
  };
}

const weightsOf = async (made: ReturnType<JobPool['run']>): Promise<unknown> => {
  const result = await made;
  if (!result.ok) throw new Error(result.message.en);
  return networkOf(result.model).weights;
};

describe('training in threads', () => {
  it.each(['cpu', 'wasm'] as const)(
    'gives the bits that training in this thread gives on %s, also two at once',
    async (backend) => {
      const [a, b] = [
        { ...job('a'), backend },
        { ...job('b', { epochs: 9 }), backend },
      ];
      const [first, second] = await Promise.all([weightsOf(pool.run(a, never())), weightsOf(pool.run(b, never()))]);
      expect(first).toEqual(await weightsOf(here.run(a, never())));
      expect(second).toEqual(await weightsOf(here.run(b, never())));
      expect(second).not.toEqual(first);
      expect(logged).toEqual([]);
    },
  );

  it('asks this thread for the files it needs', async () => {
    expect(await weightsOf(pool.run(job('c', {}, 'ingest.sample'), never()))).toEqual(
      await weightsOf(here.run(job('c', {}, 'ingest.sample'), never())),
    );
  });

  it('hands a failure back as one, with its remedy', async () => {
    const failed = await pool.run(job('d', { epochs: 'many' }), never());
    expect(failed).toMatchObject({ ok: false, hint: { en: expect.stringMatching(/\w/) } });
  });

  it('gives a job up when it is cancelled, and works on', async () => {
    const controller = new AbortController();
    const made = pool.run(job('e', { epochs: 10_000 }), controller.signal);
    setTimeout(() => controller.abort(), 200);
    await expect(made).rejects.toBeInstanceOf(Cancelled);
    await expect(pool.run(job('f'), AbortSignal.abort())).rejects.toBeInstanceOf(Cancelled);
    expect(await pool.run(job('g'), never())).toMatchObject({ ok: true });
  });

  it('trains in this thread, and says so once, where no thread can be started', async () => {
    const said: Text[] = [];
    const without = createNodePool({
      host,
      inThread: here,
      log: (message) => said.push(message),
      program: new URL('./no-such-program.ts', import.meta.url),
    });
    const made = await Promise.all([
      weightsOf(without.run(job('h'), never())),
      weightsOf(without.run(job('a'), never())),
    ]);
    expect(made[1]).toEqual(await weightsOf(here.run(job('a'), never())));
    expect(said.map(({ en }) => en)).toEqual([expect.stringContaining('no-such-program')]);
  });

  it('is waited for until it is closed, whatever its threads still answer', async () => {
    const program = fileURLToPath(new URL('../testing/cli/closing-pool.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program]);
    expect(stdout).toBe('closed, rejected');
  });

  it('gives up what still waits for a thread when it is closed', async () => {
    const closing = createNodePool({ host, inThread: here, log: (message) => logged.push(message), size: 1 });
    const made = [closing.run(job('i', { epochs: 10_000 }), never()), closing.run(job('j'), never())];
    const [first, second] = await Promise.allSettled([...made, closing.close()]);
    for (const one of [first, second]) expect(one).toMatchObject({ status: 'rejected', reason: new Cancelled() });
    expect(logged).toEqual([]);
  });
});
