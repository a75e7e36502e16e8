import { describe, expect, it } from 'vitest';
import type { PipelineDocument } from '../../graph/document';
import type { JsonObject } from '../../lib/json';
import { liveRunners } from '../../nodes/live-runners';
import { runners } from '../../nodes/runners';
import { specs } from '../../nodes/specs';
import { emptyHost, pipeline } from '../../testing/engine/fake-kinds';
import { memoryRegistry, play } from '../../testing/engine/fake-session';
import { indexKinds } from '../kinds';

const kinds = indexKinds(specs, runners, liveRunners);

/** Rows move away from the first tick on; their labels are late, and the training waits for many of them. */
function drifting(train: JsonObject, through: 'nothing' | 'combine' = 'nothing'): PipelineDocument {
  const signal =
    through === 'nothing'
      ? ['distribution.signal > train.signal']
      : ['distribution.signal > combine.first', 'demand.signal > combine.second', 'combine.signal > train.signal'];
  const document = pipeline(
    {
      data: 'ingest.synthetic',
      stream: 'retrain.stream',
      split: 'prepare.split',
      linear: 'train.linear',
      deploy: 'serve.deploy',
      monitor: 'retrain.monitor',
      distribution: 'retrain.distribution',
      ...(through === 'combine' ? { demand: 'retrain.demand', combine: 'retrain.combine' } : {}),
      train: 'retrain.train',
      gate: 'retrain.gate',
    },
    [
      'data.table > stream.table',
      'stream.table > split.table',
      'split.table > linear.table',
      'linear.model > deploy.model',
      'stream.stream > deploy.stream',
      'deploy.predictions > monitor.predictions',
      'monitor.report > distribution.report',
      ...signal,
      'deploy.model > train.model',
      'deploy.model > gate.champion',
      'train.model > gate.challenger',
      'gate.promoted > deploy.promoted',
    ],
  );
  const params: Readonly<Record<string, JsonObject>> = {
    data: { data: 'stream', drift: 'sudden', changes: 'covariate', driftAt: 0.25, strength: 1, rows: 4_000 },
    stream: { historyRows: 1_000, batchRows: 100, labelDelay: 3 },
    monitor: { window: 200 },
    distribution: { minRows: 0, coolDown: 5 },
    train,
  };
  return { ...document, nodes: document.nodes.map((node) => ({ ...node, params: params[node.id] ?? {} })) };
}

async function told(document: PipelineDocument) {
  const heard = play(document, { kinds, host: emptyHost, registry: memoryRegistry() });
  expect((await heard.session.done).status).toBe('completed');
  const events = heard.events();
  const begun = events.find(({ type, figures }) => type === 'retrain' && figures.phase === 'begin')?.tick ?? Number.NaN;
  const before = events.filter(({ type, tick }) => type === 'trigger' && tick <= begun);
  return { records: heard.records(), begun, before };
}

describe('a trigger whose training waits for rows', () => {
  it.each(['nothing', 'combine'] as const)(
    'says so once, with %s between, and nothing more until it has begun',
    async (through) => {
      const { records, begun, before } = await told(drifting({ wait: 1_500, leastRows: 100 }, through));
      const own = before.filter(({ nodeId }) => nodeId === 'distribution');
      const fired = own[0]?.tick ?? Number.NaN;
      expect(own.map(({ tick, figures }) => [tick, figures.decision])).toEqual([
        [fired, 'fired'],
        [fired + 1, 'awaited'],
      ]);
      expect(begun - fired).toBeGreaterThan(12);
      expect(own[1]?.reason).toMatchObject({ code: 'trigger/awaited', args: { since: fired, rows: 1_500 } });
      const late = records[begun - 2]?.statuses.distribution;
      expect(late).toMatchObject({ level: 'warning', message: { code: 'trigger/awaited', args: { since: fired } } });
      expect(late?.figures?.rowsAwaited).toBeLessThan(400);
      expect(late?.figures?.history).toHaveLength(own.length + 1);
    },
  );

  it('is asked as before where the training waits for nothing', async () => {
    const { begun, before } = await told(drifting({ wait: 0, leastRows: 100, takes: 8 }));
    expect(before.map(({ figures }) => figures.decision)).toEqual(['fired']);
    expect(before[0]?.tick).toBe(begun);
  });
});
