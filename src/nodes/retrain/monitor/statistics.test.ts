import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../lib/json';
import type { Answers } from '../../../serving/answers';
import { columnNamed, isNumeric } from '../../../table/columns';
import type { Table } from '../../../table/table';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { binary, fakeDeployment } from '../../../testing/nodes/fake-deployment';
import { syntheticRunner } from '../../ingest/synthetic/run';

const HISTORY = 1_000;
const BATCH = 100;
/** How the sensors read at rest, and how far they stray. */
const SENSORS = [
  ['temperature', 60, 8],
  ['vibration', 2.5, 0.5],
  ['pressure', 1.2, 0.15],
  ['load', 50, 12],
] as const;

/** Knows the rule by which readings mean a fault before any drift. */
function oldRule(raw: Table): Answers {
  const readings = SENSORS.map(([name, rest, stray]) => {
    const column = columnNamed(raw, name);
    if (!isNumeric(column)) throw new Error(`${name} is not numeric`);
    return column.values.map((value) => (value - rest) / stray);
  });
  return binary(
    Array.from({ length: raw.rows }, (_, row) => {
      const [a = 0, b = 0, c = 0, d = 0] = readings.map((of) => of[row] ?? 0);
      return (a + b + c + d) / 2 + 0.4 * (((a + b - c - d) / 2) ** 2 - 1) > 0.4 ? 0.1 : 0.9;
    }),
  );
}

async function sensors(batches: number, params: JsonObject, seed: number) {
  const rows = HISTORY + batches * BATCH;
  const given = { data: 'stream', rows, noise: 0.2, ...params };
  const { table } = await syntheticRunner.run({}, given, fakeContext({ seed }));
  if (table?.type !== 'table') throw new Error('no table');
  return fakeDeployment({
    table: table.table,
    target: 'condition',
    historyRows: HISTORY,
    scores: { v1: oldRule },
    classes: ['fault', 'normal'],
    metrics: { accuracy: 0.95 },
  });
}

/** Of each batch, what the monitor told of. */
async function told(batches: number, params: JsonObject, seed: number): Promise<readonly (readonly string[])[]> {
  const deployment = await sensors(batches, params, seed);
  const all: string[][] = [];
  for (let batch = 0; batch < batches; batch++) {
    const { events } = await deployment.next(BATCH);
    all.push(events.map(({ type, figures }) => `${type} ${String(figures.what)}`));
  }
  return all;
}

describe('with its defaults the monitor', () => {
  it.each([1, 2, 3])(
    'alarms in at most one of a hundred batches over 300 where nothing drifts (seed %i)',
    async (seed) => {
      const alarms = (await told(300, { drift: 'none' }, seed)).filter((events) => events.length > 0);
      expect(alarms.length).toBeLessThanOrEqual(3);
    },
    30_000,
  );

  it.each([1, 2, 3])(
    'finds a sudden change of concept within 3 batches, and none in 200 before it (seed %i)',
    async (seed) => {
      const batches = 240;
      const change = (HISTORY + 200 * BATCH) / (HISTORY + batches * BATCH);
      const drift = { drift: 'sudden', changes: 'concept', driftAt: change, strength: 0.5 };
      const all = await told(batches, drift, seed);
      expect(all.slice(0, 200).flat()).toEqual([]);
      expect(all.slice(200, 203).flat()).toContain('drift error');
    },
    30_000,
  );

  it('finds moved readings, names their columns and does not take them for a change of concept', async () => {
    const batches = 40;
    const change = (HISTORY + 20 * BATCH) / (HISTORY + batches * BATCH);
    const drift = { drift: 'sudden', changes: 'covariate', driftAt: change, strength: 0.5 };
    const deployment = await sensors(batches, drift, 5);
    const seen = [];
    for (let batch = 0; batch < batches; batch++) seen.push(await deployment.next(BATCH));
    const data = seen.flatMap(({ events }, batch) =>
      events.filter(({ figures }) => figures.what === 'data').map((event) => ({ batch, event })),
    );
    expect(data).toHaveLength(1);
    expect(data[0]?.batch).toBeGreaterThanOrEqual(20);
    expect(data[0]?.batch).toBeLessThan(24);
    expect(data[0]?.event.figures).toMatchObject({ columns: 'temperature, vibration', method: 'ks', share: 0.5 });
    const still = seen.at(-1)?.report.drift.columns.filter(({ verdict }) => verdict === 'drift');
    expect(still?.map(({ column }) => column)).toEqual(['temperature', 'vibration']);
    expect(seen.at(-1)?.status.message.args.where).toMatchObject({ args: { drifting: 2, judged: 4 } });
  }, 30_000);
});
