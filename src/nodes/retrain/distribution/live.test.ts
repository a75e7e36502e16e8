import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../lib/json';
import { fakeReport } from '../../../testing/nodes/fake-report';
import { startTrigger } from '../../../testing/nodes/fake-trigger';
import type { ColumnDrift, DriftVerdict } from '../../contract/monitor-report';
import { distributionLive } from './live';

const free = { minRows: 0, coolDown: 0, inARow: 1 };

const column = (name: string, verdict: DriftVerdict, figures: Partial<ColumnDrift> = {}): ColumnDrift => ({
  column: name,
  type: 'number',
  method: 'ks',
  statistic: 0.2,
  pValue: 0.01,
  threshold: 0.05,
  effect: 0.1,
  verdict,
  referenceRows: 500,
  currentRows: 500,
  ...figures,
});

const report = (
  columns: readonly ColumnDrift[],
  more: { prediction?: ColumnDrift; target?: ColumnDrift; batch?: number; version?: string } = {},
) => {
  const { prediction = null, target = null, batch = 100, version = 'v1' } = more;
  return fakeReport({ version, rows: { batch }, drift: { columns, prediction, target } });
};

async function ask(params: JsonObject, given: ReturnType<typeof report>) {
  return (await startTrigger(distributionLive, { ...free, ...params })).tick(given);
}

describe('changed columns', () => {
  const half = [column('a', 'drift'), column('b', 'stable'), column('c', 'not-enough-rows')];

  it('fire by their share of those that can be tested', async () => {
    const { signal, status } = await ask({ share: 0.5 }, report(half));
    expect(signal).toMatchObject({
      fired: true,
      figures: { changedColumns: ['a'], testable: 2, needed: 1, share: 0.5 },
    });
    expect(status.message).toMatchObject({
      code: 'trigger/fired',
      args: {
        why: {
          code: 'distribution/columns',
          args: { changed: ['a'], testable: 2, needed: 1, share: 0.5, inARow: 1, inARowNeeded: 1, others: [] },
        },
      },
    });
    expect((await ask({ share: 0.6 }, report(half))).signal.fired).toBe(false);
  });

  it('fire by their number, among those that are chosen', async () => {
    expect((await ask({ howMany: 'columns', least: 1, columns: ['b'] }, report(half))).signal.fired).toBe(false);
    expect((await ask({ howMany: 'columns', least: 1, columns: ['a', 'b'] }, report(half))).signal.fired).toBe(true);
  });

  it('are judged by the figure that was chosen', async () => {
    const columns = [column('a', 'stable', { effect: 0.3, statistic: 0.05, pValue: 0.0001 })];
    expect((await ask({ statistic: 'effect' }, report(columns))).signal.fired).toBe(true);
    expect((await ask({ statistic: 'statistic', bound: 0.1 }, report(columns))).signal.fired).toBe(false);
    expect((await ask({ statistic: 'p-value' }, report(columns))).signal.fired).toBe(true);
    expect((await ask({}, report(columns))).signal.fired).toBe(false);
  });

  it('never fire where there are not enough rows', async () => {
    const { signal, status } = await ask({ share: 0.01 }, report([column('a', 'not-enough-rows')]));
    expect(signal.fired).toBe(false);
    expect(status.message.args.why).toMatchObject({ code: 'distribution/few-rows', args: { chosen: 1 } });
  });

  it('are named where they do not exist', async () => {
    await expect(ask({ columns: ['A'] }, report(half))).rejects.toMatchObject({
      detail: { code: 'column-not-compared', column: 'A' },
    });
  });
});

describe('predictions and labels', () => {
  it('count only where that is asked for', async () => {
    const drifted = report([column('a', 'stable')], { prediction: column('p', 'drift'), target: column('y', 'drift') });
    expect((await ask({}, drifted)).signal.fired).toBe(false);
    expect((await ask({ prediction: true }, drifted)).signal.fired).toBe(true);
    expect((await ask({ target: true }, drifted)).status.message.args.why).toMatchObject({
      args: { others: ['target'] },
    });
  });
});

describe('batches in a row', () => {
  const yes = report([column('a', 'drift')]);
  const no = report([column('a', 'stable')]);

  it('must all show it, where a tick without rows neither helps nor harms', async () => {
    const trigger = await startTrigger(distributionLive, { ...free, inARow: 3 });
    const quiet = report([column('a', 'drift')], { batch: 0 });
    const fired = [];
    for (const one of [yes, yes, no, yes, quiet, yes, yes]) fired.push((await trigger.tick(one)).signal.fired);
    expect(fired).toEqual([false, false, false, false, false, false, true]);
  });

  it('are named with what is needed, also where there are more than that', async () => {
    const trigger = await startTrigger(distributionLive, { ...free, coolDown: 50, inARow: 2 });
    const said = [];
    for (const one of [yes, yes, yes]) said.push((await trigger.tick(one)).status.message.args.why);
    expect(said[0]).toMatchObject({ args: { inARow: 1, inARowNeeded: 2 } });
    expect(said[2]).toMatchObject({ args: { inARow: 3, inARowNeeded: 2 } });
  });

  it('are counted anew for another champion', async () => {
    const trigger = await startTrigger(distributionLive, { ...free, inARow: 2 });
    await trigger.tick(yes);
    const next = report([column('a', 'drift')], { version: 'v2' });
    expect((await trigger.tick(next)).signal.fired).toBe(false);
    expect((await trigger.tick(next)).signal.fired).toBe(true);
  });
});
