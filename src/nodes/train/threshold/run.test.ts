import { describe, expect, it } from 'vitest';
import type { ModelSchema } from '../../../graph/schema-types';
import type { JsonObject } from '../../../lib/json';
import type { ModelValue } from '../../../models/model';
import { modelId } from '../../../models/model-hash';
import { fieldsOf, gaining, schemaOf } from '../../../table/schema';
import type { Table } from '../../../table/table';
import { fakeLinearModel } from '../../../testing/models/fake-model';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { makeColumn, makeTable } from '../../../testing/table/make-table';
import { thresholdRunner } from './run';
import { thresholdSpec } from './spec';

const model = fakeLinearModel(['x'], [[1]], { name: 'y', classes: ['no', 'yes'] });
const raw = [makeColumn('sex', ['f', 'm'])];
const grouped = { ...model, recipe: { source: fieldsOf(raw), steps: [] } };
const numbers = fakeLinearModel(['x'], [[1]], { name: 'y' });
const x = [-3, -2, -1, 0, 1, 2];
const table = {
  ...makeTable([makeColumn('x', x), makeColumn('y', ['no', 'no', 'yes', 'yes', 'yes', 'yes'], 'target')]),
  partition: Uint8Array.of(1, 1, 1, 1, 1, 0),
};
const ctx = fakeContext();

async function ruled(of: ModelValue, params = {}, given: Table | null = null, by = ctx): Promise<ModelValue> {
  const inputs = given === null ? {} : { table: { type: 'table', table: given } as const };
  const { model: out } = await thresholdRunner.run({ model: { type: 'model', model: of }, ...inputs }, params, by);
  if (out?.type !== 'model') throw new Error('no model');
  return out.model;
}

describe('train.threshold', () => {
  it('sets the rule by hand and changes nothing else; the model gets an id of its own', async () => {
    const strict = await ruled(model, { threshold: 0.9, positiveClass: 'no' });
    expect(strict).toEqual({ ...model, decision: { positive: 'no', threshold: 0.9 } });
    expect(modelId(strict)).not.toBe(modelId(model));
    expect(modelId(await ruled(model))).toBe(modelId(model));
  });

  it('gives groups thresholds of their own', async () => {
    const { decision } = await ruled(grouped, { groupColumn: 'sex', groups: { f: 0.4 } });
    expect(decision).toEqual({ positive: 'yes', threshold: 0.5, groups: { column: 'sex', thresholds: { f: 0.4 } } });
  });

  it('refuses groups that the prepared rows cannot tell, with or without a table', async () => {
    const encoded = { ...grouped, recipe: { ...grouped.recipe, steps: [{ kind: 'encode', nodeId: 'e', state: {} }] } };
    const stepColumns = () => ({ writes: new Map([['sex=f', ['sex']]]), needs: [], drops: ['sex'] });
    const through = fakeContext({ stepColumns });
    const refused = (of: ModelValue, groupColumn: string, given: Table | null = null) =>
      expect(ruled(of, { groupColumn, groups: { f: 0.4 } }, given, through)).rejects;
    await refused(encoded, 'sex').toMatchObject({ detail: { code: 'group-column-gone', column: 'sex' } });
    await refused(encoded, 'sex', table).toMatchObject({ detail: { code: 'group-column-gone' } });
    await refused(grouped, 'nowhere').toMatchObject({ detail: { code: 'group-column-gone' } });
    await refused(grouped, 'y').toMatchObject({ detail: { code: 'groups-by-target' } });
    expect((await ruled(encoded, { groupColumn: 'sex=f' }, null, through)).decision?.groups?.column).toBe('sex=f');
  });

  it('takes the threshold that does best by a measure on the validation rows', async () => {
    const { decision } = await ruled(model, { method: 'measure', measure: 'accuracy' }, table);
    const p = (z: number): number => 1 / (1 + Math.exp(-z));
    expect(decision?.threshold).toBeCloseTo((p(-1) + p(-2)) / 2, 12);
    await expect(ruled(model, { method: 'measure' })).rejects.toMatchObject({ detail: { code: 'table-needed' } });
    const same = { ...table, partition: Uint8Array.of(0, 0, 1, 1, 1, 1) };
    await expect(ruled(model, { method: 'measure' }, same)).rejects.toMatchObject({
      detail: { code: 'one-class-to-measure', column: 'y' },
    });
  });

  it('takes the one that does best for the rows that it decides, and says the figure of the whole rule', async () => {
    // Of m the common threshold decides: best between −1 and 1. Those of f, all said yes, would draw it elsewhere.
    const rows = {
      ...makeTable([
        makeColumn('x', [-3, -1, 1, 2, -3, -2.5]),
        makeColumn('y', ['no', 'no', 'yes', 'yes', 'yes', 'no'], 'target'),
        makeColumn('sex', ['m', 'm', 'm', 'm', 'f', 'f'], 'sensitive'),
      ]),
      partition: Uint8Array.of(1, 1, 1, 1, 1, 1),
    };
    const by = fakeContext();
    const params = { method: 'measure', measure: 'accuracy', groupColumn: 'sex', groups: { f: 0 } };
    const { decision } = await ruled(grouped, params, rows, by);
    expect(decision).toMatchObject({ threshold: 0.5, groups: { thresholds: { f: 0 } } });
    expect(by.logged[0]?.en).toContain('Accuracy 0.833');
    const all = { ...params, groups: { f: 0, m: 0 } };
    await expect(ruled(grouped, all, rows, by)).rejects.toMatchObject({ detail: { code: 'one-class-to-measure' } });
  });

  it('mentions groups that no row belongs to', async () => {
    const by = fakeContext();
    const rows = { ...makeTable([makeColumn('sex', ['f', 'm'])]), partition: null };
    await ruled(grouped, { groupColumn: 'sex', groups: { f: 0.4, F: 0.3 } }, rows, by);
    expect(by.logged.map(({ en }) => en)).toEqual([expect.stringContaining('No row has “F” in column “sex”')]);
    const schema = { type: 'model', task: 'binary', target: 'y', table: schemaOf(rows) } as const;
    const problems = (groups: JsonObject) =>
      thresholdSpec.infer({ model: schema }, { groupColumn: 'sex', groups }, { nodeId: 'n' }).problems;
    expect(problems({ F: 0.3 })).toMatchObject([{ code: 'groups-unknown', severity: 'warning', param: 'groups' }]);
    expect(problems({ f: 0.3 })).toEqual([]);
  });

  it('lets a model go through that does not decide between two classes', async () => {
    expect(await ruled(numbers, { threshold: 0.9 })).toEqual(numbers);
  });

  it('refuses a class that the model does not know', async () => {
    await expect(ruled(model, { positiveClass: 'nein' })).rejects.toMatchObject({
      detail: { code: 'class-not-found', hint: { en: expect.stringContaining('“no” or “yes”') } },
    });
  });

  it('says beforehand what will not work', () => {
    const schema = { type: 'model', task: 'binary', target: 'y', classes: ['no', 'yes'] } as const;
    const codes = (params: JsonObject, of: Partial<ModelSchema> = {}) =>
      thresholdSpec
        .infer({ model: { ...schema, ...of } }, params, { nodeId: 'n' })
        .problems.map(({ code, severity }) => `${severity} ${code}`);
    expect(codes({})).toEqual([]);
    expect(codes({ positiveClass: 'nein' })).toEqual(['error class-not-found']);
    expect(codes({}, { task: 'regression' })).toEqual(['warning no-two-classes']);
    expect(codes({ method: 'measure' })).toEqual(['error table-needed']);
    const unknownYet = { nodeId: 'n', wired: new Set(['model', 'table']) };
    expect(thresholdSpec.infer({ model: schema }, { method: 'measure' }, unknownYet).problems).toEqual([]);
    const table = schemaOf(makeTable([makeColumn('y', ['no', 'yes'], 'target'), makeColumn('g', ['a', 'b'])]));
    const groupedBy = (groupColumn: string) =>
      thresholdSpec.infer({ model: schema, table }, { groupColumn }, { nodeId: 'n' }).problems.map(({ code }) => code);
    expect([groupedBy('g'), groupedBy('y')]).toEqual([['groups-none'], ['groups-by-target']]);
    const encoded = gaining(schemaOf(makeTable([makeColumn('y', ['no', 'yes'], 'target')])), ['g=']);
    const behind = (groupColumn: string, raw = false) =>
      thresholdSpec
        .infer({ model: { ...schema, table: encoded }, ...(raw ? { table } : {}) }, { groupColumn }, { nodeId: 'n' })
        .problems.map(({ code, severity }) => `${severity} ${code}`);
    expect([behind('g'), behind('g', true)]).toEqual(Array(2).fill(['error group-column-gone']));
    expect([behind('y'), behind('g=a')]).toEqual([['error groups-by-target'], ['warning groups-none']]);
  });
});
