import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../../lib/failure';
import { sha256Hex } from '../../../lib/hash';
import { createAdwin, updateAdwin } from '../../../stats/detectors/adwin';
import { watch } from '../../../stats/detectors/detector';
import { kolmogorovSmirnov } from '../../../stats/drift/kolmogorov-smirnov';
import { columnNamed, isCoded } from '../../../table/columns';
import { fieldsOf } from '../../../table/schema';
import type { Table } from '../../../table/table';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { cellsOf } from '../../../testing/table/make-table';
import { chanceOfDrift } from './drift';
import { DATA } from './fields';
import { syntheticRunner } from './run';
import { type SyntheticParams, syntheticSpec } from './spec';

async function make(params: Partial<SyntheticParams>, seed = 42): Promise<Table> {
  const { table } = await syntheticRunner.run({}, params, fakeContext({ seed }));
  if (table?.type !== 'table') throw new Error('no table');
  return table.table;
}

const rowsWhere = (table: Table, keep: (row: number) => boolean): number[] =>
  Array.from({ length: table.rows }, (_, row) => row).filter(keep);
const share = (rows: readonly number[], holds: (row: number) => boolean): number =>
  rows.filter(holds).length / rows.length;
const bytesOf = (table: Table): string[] =>
  table.columns.map((column) => {
    const cells = isCoded(column) ? column.codes : column.values;
    return sha256Hex(new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength));
  });

describe.each(DATA)('%s', (data) => {
  it('is made as exactly what the spec promises before any row is made', async () => {
    const params = { data, rows: 1_000, centres: 7 };
    const table = await make(params);
    const promised = syntheticSpec.infer({}, params, { nodeId: 'a' }).outputs.table;
    expect(promised).toMatchObject({
      rows: 1_000,
      fields: fieldsOf(table.columns),
      complete: true,
      partitioned: false,
    });
    expect(table.recipe).toMatchObject({ source: fieldsOf(table.columns), steps: [] });
    expect(table.columns.filter(({ role }) => role === 'target')).toHaveLength(1);
  });

  it('gives the same bytes for the same seed, and others for another seed or another pipeline', async () => {
    const params: Partial<SyntheticParams> = { data, rows: 300, drift: 'gradual', bias: 0.4, missing: 0.1 };
    const bytes = bytesOf(await make(params));
    expect(bytesOf(await make(params))).toEqual(bytes);
    expect(bytesOf(await make({ ...params, seed: 1 }))).not.toEqual(bytes);
    expect(bytesOf(await make(params, 43))).not.toEqual(bytes);
  });

  it('has every class, and misses no cell unless asked to', async () => {
    const table = await make({ data, rows: 500, missing: 0 });
    for (const column of table.columns) {
      expect(cellsOf(table, column.name)).not.toContain(null);
      if (isCoded(column)) expect(new Set(column.codes).size, column.name).toBe(column.dictionary.length);
    }
  });
});

describe('shapes', () => {
  it('are noise-free curves without noise', async () => {
    const circles = await make({ data: 'circles', noise: 0 });
    const [x, y] = [cellsOf(circles, 'x'), cellsOf(circles, 'y')];
    cellsOf(circles, 'circle').forEach((word, row) => {
      expect(Math.hypot(Number(x[row]), Number(y[row]))).toBeCloseTo(word === 'outer' ? 1 : 0.5, 12);
    });
    const moons = await make({ data: 'moons', noise: 0 });
    const [u, v] = [cellsOf(moons, 'x'), cellsOf(moons, 'y')];
    cellsOf(moons, 'moon').forEach((word, row) => {
      const [across, up] = [Number(u[row]), Number(v[row])];
      expect(word === 'upper' ? Math.hypot(across, up) : Math.hypot(across - 1, up - 0.5)).toBeCloseTo(1, 12);
    });
  });

  it('gather each blob around a centre of its own, as wide as the spread says', async () => {
    const table = await make({ data: 'blobs', rows: 6_000, centres: 3, spread: 0.7 });
    const [x, clusters] = [cellsOf(table, 'x'), cellsOf(table, 'cluster')];
    for (const letter of ['A', 'B', 'C']) {
      const at = x.filter((_, row) => clusters[row] === letter).map(Number);
      expect(at).toHaveLength(2_000);
      const mean = at.reduce((a, b) => a + b, 0) / at.length;
      const sd = Math.sqrt(at.reduce((sum, value) => sum + (value - mean) ** 2, 0) / at.length);
      expect(sd).toBeGreaterThan(0.66);
      expect(sd).toBeLessThan(0.74);
    }
  });
});

describe('loan applications', () => {
  const approvals = async (bias: number) => {
    const table = await make({ data: 'loans', rows: 4_000, bias });
    const [gender, approved] = [cellsOf(table, 'gender'), cellsOf(table, 'approved')];
    const of = (who: string) =>
      share(
        rowsWhere(table, (row) => gender[row] === who),
        (row) => approved[row] === 'yes',
      );
    return { table, women: of('female'), men: of('male') };
  };

  it('widen the approval gap with every step of the bias slider, and have none at 0', async () => {
    const steps = await Promise.all([0, 0.1, 0.25, 0.5, 0.75, 1].map(approvals));
    const gaps = steps.map(({ women, men }) => men - women);
    expect(Math.abs(gaps[0] ?? 1)).toBeLessThan(0.04);
    gaps.slice(1).forEach((gap, k) => {
      expect(gap).toBeGreaterThan(gaps[k] ?? 1);
    });
    expect(gaps.at(-1)).toBeGreaterThan(0.4);
    expect(new Set(steps.map(({ men }) => men)).size, 'men are judged the same').toBe(1);
    for (const share of [steps[0]?.men ?? 0, steps[0]?.women ?? 0]) expect(Math.abs(share - 0.6)).toBeLessThan(0.15);
  });

  it('change nothing but women’s approvals with bias, and nothing but gaps with missing cells', async () => {
    const fair = await make({ data: 'loans', missing: 0 });
    const biased = await make({ data: 'loans', missing: 0, bias: 1 });
    for (const name of ['age', 'income', 'debt', 'employment', 'region', 'gender']) {
      expect(cellsOf(biased, name)).toEqual(cellsOf(fair, name));
    }
    const holed = await make({ data: 'loans', missing: 0.3 });
    for (const { name } of fair.columns) {
      const whole = cellsOf(fair, name);
      const cells = cellsOf(holed, name);
      expect(cells.every((cell, row) => cell === null || cell === whole[row])).toBe(true);
      const gap = cells.filter((cell) => cell === null).length / cells.length;
      if (name === 'gender' || name === 'approved') expect(gap).toBe(0);
      else expect(Math.abs(gap - 0.3)).toBeLessThan(0.06);
    }
  });

  it('turn biased where drift begins, and only there', async () => {
    const drifting = { data: 'loans', rows: 4_000, missing: 0, bias: 0.8 } as const;
    const [none, sudden] = [await make(drifting), await make({ ...drifting, drift: 'sudden', driftAt: 0.5 })];
    const fair = cellsOf(await make({ ...drifting, bias: 0 }), 'approved');
    const half = (cells: readonly unknown[], from: number) => cells.slice(from, from + 2_000);
    expect(half(cellsOf(sudden, 'approved'), 0)).toEqual(half(fair, 0));
    expect(half(cellsOf(sudden, 'approved'), 2_000)).toEqual(half(cellsOf(none, 'approved'), 2_000));
    expect(cellsOf(sudden, 'approved')).not.toEqual(fair);
  });

  it('are within what people are: grown up, with some income and a debt', async () => {
    const table = await make({ data: 'loans', rows: 5_000, missing: 0 });
    const ages = cellsOf(table, 'age').map(Number);
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(18);
    expect(Math.max(...ages)).toBeLessThan(76);
    const incomes = cellsOf(table, 'income')
      .map(Number)
      .sort((a, b) => a - b);
    expect(incomes[0]).toBeGreaterThan(0);
    expect(incomes[2_500]).toBeGreaterThan(25_000);
    expect(incomes[2_500]).toBeLessThan(50_000);
    expect(columnNamed(table, 'gender').role).toBe('sensitive');
  });
});

const SENSORS = ['temperature', 'vibration', 'pressure', 'load'] as const;

describe('the sensor stream', () => {
  const rows = 8_000;
  const half = (cells: readonly (number | string | null)[], late: boolean) =>
    cells.slice(late ? rows / 2 : 0, late ? rows : rows / 2).map(Number);
  const sensorP = (table: Table) =>
    SENSORS.map((name) => {
      const cells = cellsOf(table, name);
      return kolmogorovSmirnov(half(cells, false), half(cells, true))?.pValue ?? 0;
    });
  /** Share of faults in each corner of temperature and vibration, early and late: what readings mean. */
  const meaning = (table: Table) => {
    const [temperature, vibration, condition] = ['temperature', 'vibration', 'condition'].map((n) => cellsOf(table, n));
    const corner = (row: number) => `${Number(temperature?.[row]) > 66} ${Number(vibration?.[row]) > 2.9}`;
    return ['true true', 'true false', 'false true', 'false false'].map((where) =>
      [false, true].map((late) =>
        share(
          rowsWhere(table, (row) => row >= rows / 2 === late && corner(row) === where),
          (row) => condition?.[row] === 'fault',
        ),
      ),
    );
  };
  const faults = (table: Table, late: boolean) => {
    const condition = cellsOf(table, 'condition');
    return share(
      rowsWhere(table, (row) => row >= rows / 2 === late),
      (row) => condition[row] === 'fault',
    );
  };

  /** What the rule before any concept drift says of each row, from its readings: above 0 is a fault. */
  const formerRule = (table: Table): readonly number[] => {
    const readings = SENSORS.map((name) => cellsOf(table, name).map(Number));
    const [rests, strays] = [
      [60, 2.5, 1.2, 50],
      [8, 0.5, 0.15, 12],
    ];
    return Array.from({ length: table.rows }, (_, row) => {
      const [a = 0, b = 0, c = 0, d = 0] = readings.map(
        (of, k) => ((of[row] ?? 0) - (rests[k] ?? 0)) / (strays[k] ?? 1),
      );
      return (a + b + c + d) / 2 + 0.4 * (((a + b - c - d) / 2) ** 2 - 1) - 0.4;
    });
  };

  it('is in order of time, a row a minute', async () => {
    const times = cellsOf(await make({ data: 'stream' }), 'timestamp').map(Number);
    expect(new Date(times[0] ?? 0).toISOString()).toBe('2024-01-01T00:00:00.000Z');
    expect(times.every((time, row) => row === 0 || time - (times[row - 1] ?? 0) === 60_000)).toBe(true);
  });

  it('stays alike from its early to its late half without drift', async () => {
    const table = await make({ data: 'stream', rows });
    for (const p of sensorP(table)) expect(p).toBeGreaterThan(0.01);
    for (const [early = 0, late = 1] of meaning(table)) expect(Math.abs(early - late)).toBeLessThan(0.08);
  });

  it('changes what readings mean, not the readings nor how many faults there are, by concept drift', async () => {
    const table = await make({ data: 'stream', rows, drift: 'sudden', changes: 'concept', strength: 1 });
    const still = await make({ data: 'stream', rows });
    for (const name of SENSORS) expect(cellsOf(table, name)).toEqual(cellsOf(still, name));
    const [hot = []] = meaning(table);
    expect(Math.abs((hot[0] ?? 0) - (hot[1] ?? 0))).toBeGreaterThan(0.3);
    expect(Math.abs(faults(table, true) - faults(table, false))).toBeLessThan(0.03);
  });

  it('changes two readings, and not what they mean, by covariate drift', async () => {
    const params: Partial<SyntheticParams> = { data: 'stream', rows, changes: 'covariate', strength: 1, noise: 0 };
    const table = await make({ ...params, drift: 'sudden' });
    const [temperature = 1, vibration = 1, pressure = 0, load = 0] = sensorP(table);
    expect(Math.max(temperature, vibration)).toBeLessThan(1e-100);
    expect(Math.min(pressure, load)).toBeGreaterThan(0.01);
    expect(faults(table, true)).toBeGreaterThan(faults(table, false) + 0.2);
    const ruled = formerRule(table);
    cellsOf(table, 'condition').forEach((word, row) => {
      if (Math.abs(ruled[row] ?? 0) > 1e-9) expect(word).toBe((ruled[row] ?? 0) > 0 ? 'fault' : 'normal');
    });
  });

  it('gives another verdict on the more rows the stronger it is, and on none before it begins', async () => {
    const still = cellsOf(await make({ data: 'stream', rows }), 'condition');
    const changed = await Promise.all(
      [0, 0.2, 0.4, 0.6, 0.8, 1].map(async (strength) => {
        const drifted = cellsOf(await make({ data: 'stream', rows, drift: 'sudden', strength }), 'condition');
        const other = drifted.flatMap((word, row) => (word === still[row] ? [] : [row]));
        expect(other.every((row) => row >= rows / 2)).toBe(true);
        return other.length / (rows / 2);
      }),
    );
    expect(changed[0]).toBe(0);
    changed.slice(1).forEach((share, k) => {
      expect(share).toBeGreaterThan(changed[k] ?? 1);
    });
    expect(changed.at(-1)).toBeGreaterThan(0.5);
  });

  it.each([1, 2, 3])(
    'makes ADWIN alarm within 300 rows of a sudden concept change, and not in 20,000 before it (seed %i)',
    async (seed) => {
      const table = await make({ data: 'stream', rows: 25_000, seed, drift: 'sudden', driftAt: 0.8 });
      const ruled = formerRule(table);
      const errors = cellsOf(table, 'condition').map((word, row) =>
        Number((word === 'fault') !== (ruled[row] ?? 0) > 0),
      );
      const [first = 0] = watch(createAdwin(), errors, updateAdwin).drifts;
      expect(first).toBeGreaterThanOrEqual(20_000);
      expect(first).toBeLessThan(20_300);
    },
  );

  it('comes all at once, bit by bit, or in seasons', () => {
    const choice = { rows: 100, noise: 0, changes: 'concept', driftAt: 0.4, driftSpan: 0.2, strength: 1 } as const;
    const at = (drift: SyntheticParams['drift']) =>
      [0.39, 0.41, 0.5, 0.61, 0.81].map((place) => Number(chanceOfDrift({ ...choice, drift }, place).toFixed(2)));
    expect(at('none')).toEqual([0, 0, 0, 0, 0]);
    expect(at('sudden')).toEqual([0, 1, 1, 1, 1]);
    expect(at('gradual')).toEqual([0, 0.05, 0.5, 1, 1]);
    expect(at('recurring')).toEqual([0, 1, 1, 0, 1]);
  });
});

it('stops when it is cancelled', async () => {
  const ctx = fakeContext({ yieldIfDue: () => Promise.reject(new Cancelled()) });
  await expect(syntheticRunner.run({}, { rows: 1_000_000 }, ctx)).rejects.toBeInstanceOf(Cancelled);
});

it('says in its summary what was chosen, in both languages', () => {
  expect(syntheticSpec.summary({ data: 'loans', bias: 0.3 })).toEqual({
    en: 'Loan applications · 600 × 7 · bias 0.3',
    ko: '대출 신청 · 600 × 7 · 편향 0.3',
  });
  expect(syntheticSpec.summary({ data: 'stream', drift: 'sudden' }).en).toBe('Sensor stream · 600 × 6 · sudden drift');
});
