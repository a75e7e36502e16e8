import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../lib/json';
import { createRandom } from '../../../lib/random';
import type { Answers } from '../../../serving/answers';
import { accuracy, cohenKappa, confusionMatrix } from '../../../stats/metrics/classification';
import { rootMeanSquaredError, rSquared } from '../../../stats/metrics/regression';
import { columnNamed, isNumeric } from '../../../table/columns';
import type { Table } from '../../../table/table';
import { binary, champion, fakeDeployment } from '../../../testing/nodes/fake-deployment';
import { fakeLoop } from '../../../testing/nodes/fake-live-context';
import { answersOf } from '../../../testing/nodes/fake-scores';
import { type Cells, makeColumn, makeTable } from '../../../testing/table/make-table';
import { monitorLive } from './live';

const CLASSES = ['no', 'yes'];
const HISTORY = 200;

/** x is uniform in 0 … 1; the label is yes above one half, for all but a tenth of the rows. */
function world(rows: number, changes: Partial<Record<'x' | 'colour' | 'label' | 'group', Cells>> = {}): Table {
  const random = createRandom(3);
  const x = Array.from({ length: rows }, () => random.next());
  const label = x.map((value) => (value > 0.5 === random.next() > 0.1 ? 'yes' : 'no'));
  const cells = {
    x,
    colour: x.map(() => (random.next() < 0.5 ? 'red' : 'blue')),
    group: x.map(() => (random.next() < 0.5 ? 'a' : 'b')),
    label,
    ...changes,
  };
  return makeTable([
    makeColumn('x', cells.x),
    makeColumn('colour', cells.colour),
    makeColumn('group', cells.group, 'sensitive'),
    makeColumn('label', cells.label, 'target'),
  ]);
}

function numbers(raw: Table, name: string): Float64Array {
  const column = columnNamed(raw, name);
  if (!isNumeric(column)) throw new Error(`${name} is not numeric`);
  return column.values;
}

const byX = (raw: Table): Answers => binary(Array.from(numbers(raw, 'x'), (x) => (x > 0.5 ? 0.8 : 0.2)));
const wordsAt = (table: Table, name: string, from: number, to: number): string[] => {
  const column = columnNamed(table, name);
  if (!('codes' in column)) throw new Error(`${name} holds no words`);
  return Array.from(column.codes.subarray(from, to), (code) => column.dictionary[code] ?? '');
};

const watching = (table: Table, params: JsonObject = {}, scores: Record<string, typeof byX> = { v1: byX }) =>
  fakeDeployment({
    table,
    target: 'label',
    historyRows: HISTORY,
    scores,
    classes: CLASSES,
    params,
    metrics: { accuracy: 0.9 },
  });

describe('performance', () => {
  it('judges answers by the classes of the champion that gave them', async () => {
    const monitor = await watching(world(400));
    const maybe = (raw: Table): Answers => ({
      ...answersOf(
        Float64Array.from({ length: 3 * raw.rows }, (_, i) => (i % 3 === 2 ? 1 : 0)),
        3,
      ),
      classes: [...CLASSES, 'maybe'],
    });
    const { report } = await monitor.next(100, 0, maybe);
    expect(report.performance.batch.accuracy).toBe(0);
  });

  it('tells an unseen class from every other, however many classes there are', async () => {
    const many = Array.from({ length: 120 }, (_, k) => `class ${String(k).padStart(3, '0')}`);
    const label = Array.from({ length: 400 }, (_, row) => (row < HISTORY ? (many[row % 120] ?? '') : 'never seen'));
    const last = (raw: Table): Answers =>
      answersOf(
        Float64Array.from({ length: 120 * raw.rows }, (_, i) => (i % 120 === 119 ? 1 : 0)),
        120,
      );
    const monitor = await fakeDeployment({
      table: world(400, { label }),
      target: 'label',
      historyRows: HISTORY,
      scores: { v1: last },
      classes: many,
    });
    expect((await monitor.next(50)).report.performance.batch.accuracy).toBe(0);
  });

  it('is that of the newest labelled rows, beside a baseline that knows only the labels before', async () => {
    const table = world(1_000);
    const monitor = await watching(table, { window: 300 });
    for (let tick = 0; tick < 4; tick++) await monitor.next(100);
    const { report, status } = await monitor.next(100);
    const at = (from: number, to: number) => wordsAt(table, 'label', from, to).map((word) => CLASSES.indexOf(word));
    const truth = at(400, 700);
    const x = numbers(table, 'x').subarray(400, 700);
    const confusion = confusionMatrix(
      truth,
      Array.from(x, (value) => (value > 0.5 ? 1 : 0)),
      2,
    );
    expect(report.rows).toMatchObject({ batch: 100, labelled: 100, totalLabelled: 500, window: 300, refused: 0 });
    expect(report.performance.window.accuracy).toBeCloseTo(accuracy(confusion).value ?? 0, 12);
    expect(report.performance.window.kappa).toBeCloseTo(cohenKappa(confusion).value ?? 0, 12);
    const noChange = accuracy(confusionMatrix(truth, at(399, 699), 2)).value;
    expect(report.performance.noChange.accuracy).toBeCloseTo(noChange ?? 0, 12);
    expect(report.performance.majority.kappa).toBeLessThan(0.1);
    expect(report.performance.reference).toEqual({ accuracy: 0.9 });
    expect(status.message).toMatchObject({
      code: 'monitor/status',
      args: {
        how: { code: 'monitor/performance', args: { measure: 'accuracy', value: expect.closeTo(0.95, 1), rows: 300 } },
        where: { code: 'monitor/columns-drift', args: { drifting: 0, judged: 3 } },
      },
    });
  });

  it('waits for late labels, and counts those that never come', async () => {
    const whole = world(800);
    const label = wordsAt(whole, 'label', 0, 800).map((word, row) => (row >= 300 && row % 4 === 0 ? null : word));
    const monitor = await watching(world(800, { label }));
    const first = await monitor.next(100, 150);
    expect(first.report.rows).toMatchObject({ labelled: 0, window: 0 });
    expect(first.report.performance.window.accuracy).toBeNull();
    expect(first.status.message.args.how).toMatchObject({ code: 'monitor/no-labels' });
    await monitor.next(100, 150);
    const { report, status } = await monitor.next(200, 150);
    expect(report.rows).toMatchObject({ labelled: 162, totalLabelled: 212 });
    expect(status.figures).toMatchObject({ withoutLabel: 38, labelled: 212 });
  });

  it('leaves refused rows out', async () => {
    const silent = (raw: Table): Answers =>
      binary(Array.from(numbers(raw, 'x'), (x) => (x > 0.9 ? Number.NaN : x > 0.5 ? 0.8 : 0.2)));
    const table = world(400);
    const monitor = await watching(table, {}, { v1: silent });
    const { report, status } = await monitor.next(200);
    const refused = numbers(table, 'x')
      .subarray(200, 400)
      .filter((x) => x > 0.9).length;
    expect(report.rows).toMatchObject({ refused, labelled: 200, window: 200 - refused });
    expect(status.figures).toMatchObject({ withoutAnswer: refused });
  });

  it('of numbers is an error in their unit, and its alarms are free of units', async () => {
    const random = createRandom(8);
    const x = Array.from({ length: 1_400 }, () => random.next());
    const y = x.map((value, row) => 1e6 * (value + 0.1 * random.normal() + (row >= 1_000 ? 0.6 : 0)));
    const table = makeTable([makeColumn('x', x), makeColumn('y', y, 'target')]);
    const score = (raw: Table): Answers =>
      answersOf(
        numbers(raw, 'x').map((value) => 1e6 * value),
        1,
      );
    const metrics = { rmse: 1e5, mae: 8e4 };
    const monitor = await fakeDeployment({ table, target: 'y', historyRows: HISTORY, scores: { v1: score }, metrics });
    const seen = [];
    for (let tick = 0; tick < 12; tick++) seen.push(await monitor.next(100));
    const { report } = seen[7] ?? seen[0] ?? { report: null };
    const [truth, said] = [y.slice(500, 1_000), x.slice(500, 1_000).map((value) => 1e6 * value)];
    expect(report?.performance).toMatchObject({ headline: 'rmse' });
    expect(report?.performance.window.rmse).toBeCloseTo(rootMeanSquaredError(truth, said).value ?? 0, 4);
    expect(report?.performance.window.r2).toBeCloseTo(rSquared(truth, said).value ?? 0, 9);
    expect(report?.performance.majority.r2).toBeLessThan(0.05);
    expect(report?.fairness).toBeNull();
    expect(seen.slice(0, 8).flatMap(({ events }) => events)).toEqual([]);
    const told = seen.slice(8).flatMap(({ events }) => events.map(({ figures }) => String(figures.what)));
    expect(told).toEqual(expect.arrayContaining(['error', 'degraded', 'target']));
    expect(seen.at(-1)?.report.detectors.adwin.drifts).toBeGreaterThan(0);
  });

  it('alarms of no fall of the error', async () => {
    const clean = world(2_000);
    const label = Array.from(numbers(clean, 'x'), (x, row) =>
      x > 0.5 === (row >= 1_000 || row % 2 === 0) ? 'yes' : 'no',
    );
    const monitor = await watching(world(2_000, { label }), { degradedShare: null });
    const told: string[] = [];
    let cuts = 0;
    for (let tick = 0; tick < 18; tick++) {
      const { events, report } = await monitor.next(100);
      told.push(...events.filter(({ figures }) => figures.what === 'error').map(({ reason }) => reason.code));
      cuts += report.detectors.adwin.drifts;
    }
    expect(told).toEqual([]);
    expect(cuts).toBe(0);
  });
});

describe('a new champion', () => {
  it('is compared with its own rows; windows begin anew and the overall figures go on', async () => {
    const moved = world(3_000);
    const x = Array.from(numbers(moved, 'x'), (value, row) => (row >= 1_000 ? value + 0.5 : value));
    const monitor = await watching(world(3_000, { x }), {}, { v1: byX, v2: byX });
    for (let tick = 0; tick < 16; tick++) await monitor.next(100, 200);
    const before = await monitor.next(100, 200);
    expect(before.report.drift.columns[0]).toMatchObject({ column: 'x', verdict: 'drift' });
    monitor.promote(champion('v2', { trainedOn: { from: 1_200, to: 1_700 }, metrics: { accuracy: 0.85 } }));
    const first = await monitor.next(100, 200);
    expect(first.report).toMatchObject({
      version: 'v2',
      rows: { window: 0 },
      drift: { reference: { from: 1_200, to: 1_700 } },
    });
    expect(first.report.rows.totalLabelled).toBe(before.report.rows.totalLabelled + 100);
    expect(first.report.drift.current).toEqual({ from: 1_900, to: 2_000 });
    // What it won by is none of its own: its first rows will tell.
    expect(first.report.performance).toMatchObject({ reference: null, referenceOf: { what: 'first-rows', rows: 0 } });
    await monitor.next(100, 200);
    const third = await monitor.next(100, 200);
    expect(third.report.rows.window).toBe(100);
    expect(third.report.drift.columns[0]).toMatchObject({ column: 'x', verdict: 'stable', referenceRows: 500 });
    expect(third.report.performance.overall.accuracy).not.toBe(third.report.performance.window.accuracy);
    // Its 500 reference rows once, and three batches.
    expect(monitor.loop.scored.v2).toBe(800);
  });
});

describe('the figure that a degraded champion is held against', () => {
  /** As right as in the first rows until row 1_000, then wrong in so many of ten rows. */
  const failing =
    (tenths: number) =>
    (raw: Table): Answers => {
      const x = numbers(raw, 'x');
      const rows = numbers(raw, 'row');
      return binary(
        Array.from(x, (value, i) =>
          value > 0.5 === ((rows[i] ?? 0) < 1_000 || (rows[i] ?? 0) % 10 >= tenths) ? 0.8 : 0.2,
        ),
      );
    };
  const numbered = (rows: number): Table => {
    const table = world(rows);
    return {
      ...table,
      columns: [
        ...table.columns,
        makeColumn(
          'row',
          Array.from({ length: rows }, (_, row) => row),
          'id',
        ),
      ],
    };
  };
  const metrics = { accuracy: 0.99 };

  it('is the evaluation before the loop, of the model that it began with', async () => {
    const monitor = await watching(world(900));
    const { report } = await monitor.next(100);
    expect(report.performance).toMatchObject({ reference: { accuracy: 0.9 }, referenceOf: { what: 'evaluation' } });
  });

  it('is that of the first rows served, once there are 300 of them, of one that was promoted', async () => {
    const monitor = await watching(numbered(3_000), {}, { v1: byX, v2: failing(0) });
    await monitor.next(100);
    monitor.promote(champion('v2', { trainedOn: { from: 0, to: 300 }, metrics }));
    const seen = [];
    for (let tick = 0; tick < 6; tick++) seen.push(await monitor.next(100));
    expect(seen.map(({ report }) => report.performance.reference === null)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(seen[1]?.report.performance.referenceOf).toMatchObject({
      what: 'first-rows',
      rows: 200,
      needed: 300,
      chance: null,
    });
    const [third, last] = [seen[2]?.report.performance, seen[5]?.report.performance];
    expect(third?.reference).toEqual(third?.window);
    expect(last?.reference).toEqual(third?.reference);
    const accuracy = third?.reference?.accuracy ?? Number.NaN;
    const chance = 2 * Math.sqrt((accuracy * (1 - accuracy)) / 300);
    expect(last?.referenceOf).toMatchObject({ what: 'first-rows', rows: 300, chance: expect.closeTo(chance, 12) });
  });

  it('raises no alarm where the model only won by luck, and one that says which figure it is where it fails', async () => {
    const told = async (tenths: number) => {
      const monitor = await watching(numbered(3_000), { alarmBy: 'none' }, { v1: byX, v2: failing(tenths) });
      await monitor.next(100);
      monitor.promote(champion('v2', { trainedOn: { from: 0, to: 300 }, metrics: { accuracy: 1 } }));
      const events = [];
      for (let tick = 0; tick < 15; tick++) events.push(...(await monitor.next(100)).events);
      return events.filter(({ figures }) => figures.what === 'degraded');
    };
    expect(await told(0)).toEqual([]);
    expect(await told(3)).toMatchObject([
      { figures: { referenceOf: 'first-rows', referenceRows: 300 }, reason: { code: 'monitor/below-own' } },
    ]);
  });

  it('is that of when it was made where the loop goes on from before the two were told apart', async () => {
    const monitor = await watching(world(900));
    await monitor.next(100);
    const { baseline, adopted, adoptedFor, ...before } = monitor.state;
    expect([baseline, adopted, adoptedFor]).toEqual([{ of: 'evaluation' }, null, 0]);
    monitor.state = before;
    const { performance } = (await monitor.next(100)).report;
    expect(performance).toMatchObject({ reference: { accuracy: 0.9 } });
    expect(performance).not.toHaveProperty('referenceOf');
  });
});

describe('what drift is compared with', () => {
  const shifted = (rows: number, from: number): Table => {
    const x = Array.from(numbers(world(rows), 'x'), (value, row) => (row >= from ? value + 0.5 : value));
    return world(rows, { x });
  };
  const held = (to: number, changes = {}) => ({
    ...{ version: 'c', tick: 12, begunAt: 8, rows: { from: 700, to } },
    ...{ stoodUp: true, ...changes },
  });
  const verdicts = async (
    params: JsonObject,
    act: (tick: number, monitor: Awaited<ReturnType<typeof watching>>) => void,
  ) => {
    const monitor = await watching(shifted(3_000, 700), { columns: ['x'], ...params });
    const seen = [];
    for (let tick = 1; tick <= 16; tick++) {
      act(tick, monitor);
      // Through the text of a checkpoint.
      monitor.state = JSON.parse(JSON.stringify(monitor.state));
      seen.push(await monitor.next(100));
    }
    return seen;
  };
  const isDrift = (seen: Awaited<ReturnType<typeof verdicts>>) =>
    seen.map(({ report }) => report.drift.verdict === 'drift');
  const afterHold = (tick: number, monitor: Awaited<ReturnType<typeof watching>>) => {
    if (tick === 12) monitor.hold(held(1_200));
  };

  it('stays what the champion learned from, whatever was held, unless it is told otherwise', async () => {
    expect(isDrift(await verdicts({}, afterHold)).slice(7)).toEqual(new Array(9).fill(true));
  });

  it('becomes the rows of a challenger that was held, where the champion stood up to it', async () => {
    const seen = await verdicts({ afterHold: 'adopt' }, afterHold);
    expect(isDrift(seen).slice(8)).toEqual([true, true, true, false, false, false, false, false]);
    expect(seen[11]?.report.drift.reference).toEqual({ from: 700, to: 1_200 });
    const told = seen.flatMap(({ events }, i) => events.map(({ type, figures }) => [i + 1, type, figures.what]));
    expect(told.filter(([, , what]) => what === 'reference')).toEqual([[12, 'drift', 'reference']]);
    const broken = await verdicts({ afterHold: 'adopt' }, (tick, monitor) => {
      if (tick === 12) monitor.hold(held(1_200, { stoodUp: false }));
    });
    expect(isDrift(broken).at(-1)).toBe(true);
  });

  it('becomes the newest rows where a person asks for it', async () => {
    const seen = await verdicts({ driftWindow: 400 }, (tick, monitor) => {
      if (tick === 11) monitor.adopt();
    });
    expect(isDrift(seen).slice(9)).toEqual([true, false, false, false, false, false, false]);
    expect(seen[10]?.report.drift.reference).toEqual({ from: 900, to: 1_300 });
    expect(seen[10]?.events[0]).toMatchObject({ figures: { what: 'reference', byHand: true } });
  });

  it('is all that the weights have learned from, of a model that goes on learning', async () => {
    const table = shifted(3_000, 1_000);
    const monitor = await watching(table, { columns: ['x'] }, { v1: byX, v2: byX });
    await monitor.next(100);
    const learned = [
      { from: 0, to: 200 },
      { from: 250, to: 300 },
    ];
    monitor.promote(champion('v2', { trainedOn: { from: 250, to: 300 }, learned }));
    const { report } = await monitor.next(100);
    expect(report.drift).toMatchObject({ reference: { from: 0, to: 300 }, ranges: learned });
    expect(report.drift.columns[0]).toMatchObject({ referenceRows: 250 });
  });

  it('is told of once where a model that goes on learning changes hands every few ticks', async () => {
    const x = Array.from(numbers(world(6_000), 'x'), (value, row) => (row >= 1_000 ? value + 0.5 : value));
    const versions = Array.from({ length: 9 }, (_, i) => `v${i + 1}`);
    const scores = Object.fromEntries(versions.map((version) => [version, byX]));
    const monitor = await watching(world(6_000, { x }), { columns: ['x'] }, scores);
    let told = 0;
    for (let tick = 1; tick <= 40; tick++) {
      const to = HISTORY + 100 * (tick - 1);
      const trainedOn = { from: Math.max(0, to - 300), to };
      if (tick % 5 === 0) monitor.promote(champion(`v${tick / 5 + 1}`, { trainedOn, learned: [{ from: 0, to }] }));
      told += (await monitor.next(100)).events.filter(({ figures }) => figures.what === 'data').length;
    }
    expect(told).toBe(1);
  });
});

describe('events', () => {
  it('are told when a matter begins, not in every tick that it lasts', async () => {
    const calm = world(3_000);
    const x = Array.from(numbers(calm, 'x'), (value, row) => (row >= 1_000 ? value / 4 : value));
    const monitor = await watching(world(3_000, { x }), { columns: ['x'] });
    const told: JsonObject[] = [];
    for (let tick = 0; tick < 25; tick++) {
      const { events } = await monitor.next(100);
      told.push(...events.map(({ figures }) => figures));
    }
    expect(told.filter(({ what }) => what === 'data')).toHaveLength(1);
    expect(told.find(({ what }) => what === 'data')).toMatchObject({
      columns: 'x',
      method: 'ks',
      rows: 500,
      version: 'v1',
    });
    expect(told.filter(({ what }) => what === 'prediction')).toHaveLength(1);
    expect(
      told.every((figures) => Object.values(figures).every((value) => typeof value !== 'object' || value === null)),
    ).toBe(true);
  });

  it('are the same to the byte when the loop goes on from a checkpoint', async () => {
    const calm = world(2_000);
    const x = Array.from(numbers(calm, 'x'), (value, row) => (row >= 900 ? value / 3 : value));
    const table = world(2_000, { x });
    const [whole, broken] = [await watching(table), await watching(table)];
    const told: [string, string][] = [];
    for (let tick = 0; tick < 18; tick++) {
      broken.state = JSON.parse(JSON.stringify(broken.state));
      const [one, two] = [await whole.next(100, 50), await broken.next(100, 50)];
      told.push([JSON.stringify([one.events, one.report]), JSON.stringify([two.events, two.report])]);
      expect(JSON.stringify(two.state)).toBe(JSON.stringify(one.state));
    }
    for (const [one, two] of told) expect(two).toBe(one);
    expect(told.map(([one]) => one).join()).toContain('"type":"drift"');
  });

  it('stay away, and so does the report, until a deployment answers', async () => {
    const loop = fakeLoop();
    const state = await monitorLive.start({}, {}, loop.live());
    const step = await monitorLive.tick(state, {}, {}, loop.next());
    expect(step).toMatchObject({ outputs: {}, events: [], status: { level: 'ok' } });
  });

  it('tell of a model that has fallen behind what it once was', async () => {
    const calm = world(1_500);
    const label = wordsAt(calm, 'label', 0, 1_500).map((word, row) => (row >= 800 && row % 3 === 0 ? 'no' : word));
    const monitor = await watching(world(1_500, { label }), { window: 200, alarmBy: 'none', degradedLimit: 0.85 });
    const told = [];
    for (let tick = 0; tick < 12; tick++) told.push(...(await monitor.next(100)).events);
    const degraded = told.filter(({ figures }) => figures.what === 'degraded');
    expect(degraded.map(({ type }) => type)).toEqual(['alert', 'alert']);
    expect(degraded.map(({ figures }) => figures.limit).sort()).toEqual([0.81, 0.85]);
    expect(degraded[0]?.reason).toMatchObject({
      code: expect.stringMatching(/^monitor\/below-/),
      args: { measure: 'accuracy', rows: 200, value: expect.any(Number) },
    });
  });
});

describe('fairness', () => {
  const unfair = (raw: Table): Answers => {
    const groups = wordsAt(raw, 'group', 0, raw.rows);
    return binary(Array.from(numbers(raw, 'x'), (x, row) => (x > (groups[row] === 'a' ? 0.3 : 0.7) ? 0.9 : 0.1)));
  };

  it('is measured between the groups of the sensitive column, and told of outside its band', async () => {
    const monitor = await watching(world(900), { degradedShare: null }, { v1: unfair });
    const told = [];
    for (let tick = 0; tick < 6; tick++) told.push(...(await monitor.next(100)).events);
    const { report } = await monitor.next(100);
    expect(report.fairness).toMatchObject({ column: 'group', favourable: 'yes' });
    expect(report.fairness?.groups.map(({ group }) => group).sort()).toEqual(['a', 'b']);
    expect(report.fairness?.parityDifference).toBeGreaterThan(0.3);
    expect(report.fairness?.parityRatio).toBeLessThan(0.6);
    const figures = told
      .filter(({ figures: { what } }) => what === 'fairness')
      .map(({ figures: { figure } }) => figure);
    expect(figures.sort()).toEqual(['equalizedOddsDifference', 'parityDifference', 'parityRatio']);
  });

  it('says why equalized odds are undefined where nobody of a group had the favourable truth, and raises no alarm for them', async () => {
    const plain = world(900);
    const label = wordsAt(plain, 'label', 0, 900);
    const group = wordsAt(plain, 'group', 0, 900).map((word, row) => (label[row] === 'yes' ? 'a' : word));
    const monitor = await watching(world(900, { group }), { degradedShare: null });
    const told = [];
    for (let tick = 0; tick < 6; tick++) told.push(...(await monitor.next(100)).events);
    const { report } = await monitor.next(100);
    expect(report.fairness?.equalizedOddsDifference).toBeNull();
    expect(report.fairness?.parityDifference).not.toBeNull();
    expect(report.fairness?.undefinedBecause).toMatchObject({
      equalizedOddsDifference: { en: expect.stringMatching(/favourable/) },
    });
    expect(told.filter(({ figures: { figure } }) => figure === 'equalizedOddsDifference')).toEqual([]);
  });

  it('of a fair model is told of in no batch', async () => {
    const monitor = await watching(world(2_200));
    const told = [];
    for (let tick = 0; tick < 20; tick++) told.push(...(await monitor.next(100)).events);
    expect(told.filter(({ figures }) => figures.what === 'fairness')).toEqual([]);
  });

  it('refuses a favourable class and columns that are not there', async () => {
    const wrong = await watching(world(400), { favourable: 'maybe' });
    await expect(wrong.next(100)).rejects.toMatchObject({ detail: { code: 'class-not-found' } });
    const absent = await watching(world(400), { columns: ['y'] });
    await expect(absent.next(100)).rejects.toMatchObject({ detail: { code: 'column-not-found', column: 'y' } });
  });
});

describe('data quality', () => {
  const broken = async (changes: Parameters<typeof world>[1], params: JsonObject = {}) => {
    const monitor = await watching(world(400, changes), params);
    const good = await monitor.next(100);
    expect(good.report.quality).toEqual([]);
    const { report, events } = await monitor.next(100);
    const told = events.filter(({ figures }) => figures.what === 'quality');
    expect(told.map(({ figures }) => figures.rule)).toEqual(report.quality.map(({ rule }) => rule));
    return report.quality.map(({ rule, column, rows }) => ({ rule, column, rows }));
  };
  const plain = world(400);
  const x = [...numbers(plain, 'x')];
  const colour = wordsAt(plain, 'colour', 0, 400);
  const late = (row: number): boolean => row >= 300;

  it('breaks where cells go missing', async () => {
    const holed = x.map((value, row) => (late(row) && row % 4 === 0 ? null : value));
    expect(await broken({ x: holed })).toEqual([{ rule: 'missing', column: 'x', rows: 25 }]);
  });

  it('breaks where numbers leave their range by more than the margin', async () => {
    const far = x.map((value, row) => (late(row) && row % 20 === 0 ? 9 : value));
    expect(await broken({ x: far })).toEqual([{ rule: 'range', column: 'x', rows: 5 }]);
    expect(await broken({ x: far }, { rangeMargin: 10 })).toEqual([]);
    const monitor = await watching(world(400, { x: far }), {});
    await monitor.next(100);
    const [finding] = (await monitor.next(100)).report.quality;
    expect(finding?.message).toMatchObject({ code: 'monitor/range', args: { column: 'x', rows: 5 } });
  });

  it('breaks where columns stop varying', async () => {
    expect(await broken({ x: x.map((value, row) => (late(row) ? 0.5 : value)) }, { duplicatesAbove: 1 })).toEqual([
      { rule: 'constant', column: 'x', rows: 100 },
    ]);
  });

  it('does not break where a value has always stood for many rows in turn, as a season does', async () => {
    const season = colour.map((_, row) => (Math.floor(row / 150) % 2 === 0 ? 'red' : 'blue'));
    expect(await broken({ colour: season })).toEqual([]);
  });

  it('breaks where rows repeat', async () => {
    const same = x.map((value, row) => (late(row) ? (row % 3) / 3 : value));
    expect(await broken({ x: same })).toEqual([{ rule: 'duplicate-rows', column: null, rows: 88 }]);
  });

  it('breaks where words come that no row had before the champion was trained', async () => {
    const green = colour.map((word, row) => (row === 350 ? 'green' : word));
    expect(await broken({ colour: green })).toEqual([{ rule: 'unseen-category', column: 'colour', rows: 1 }]);
    expect(await broken({ colour: green }, { unseenAbove: 0.05 })).toEqual([]);
  });

  it('breaks where a column that the model needs has another type', async () => {
    const table = world(400);
    const asWords = {
      ...table,
      columns: table.columns.map((c) => (c.name === 'x' ? makeColumn('x', x.map(String)) : c)),
    };
    const score = (raw: Table): Answers => binary(new Array<number>(raw.rows).fill(0.7));
    const monitor = await watching(asWords, {}, { v1: score });
    monitor.needs([{ name: 'x', type: 'number', role: null }]);
    expect((await monitor.next(100)).report).toMatchObject({
      quality: [{ rule: 'type', column: 'x', rows: 100, share: 1 }],
      drift: { verdict: 'not-enough-rows' },
    });
  });
});
