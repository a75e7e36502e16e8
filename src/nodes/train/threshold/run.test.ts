import { describe, expect, it } from 'vitest';
import type { ModelSchema } from '../../../graph/schema-types';
import type { JsonObject } from '../../../lib/json';
import type { ModelValue } from '../../../models/model';
import { modelId } from '../../../models/model-hash';
import { schemaOf } from '../../../table/schema';
import { fakeLinearModel } from '../../../testing/models/fake-model';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { makeColumn, makeTable } from '../../../testing/table/make-table';
import { thresholdRunner } from './run';
import { thresholdSpec } from './spec';

const model = fakeLinearModel(['x'], [[1]], { name: 'y', classes: ['no', 'yes'] });
const numbers = fakeLinearModel(['x'], [[1]], { name: 'y' });
const x = [-3, -2, -1, 0, 1, 2];
const table = {
  ...makeTable([makeColumn('x', x), makeColumn('y', ['no', 'no', 'yes', 'yes', 'yes', 'yes'], 'target')]),
  partition: Uint8Array.of(1, 1, 1, 1, 1, 0),
};
const ctx = fakeContext();

async function ruled(of: ModelValue, params = {}, given: typeof table | null = null): Promise<ModelValue> {
  const inputs = given === null ? {} : { table: { type: 'table', table: given } as const };
  const { model: out } = await thresholdRunner.run({ model: { type: 'model', model: of }, ...inputs }, params, ctx);
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
    const { decision } = await ruled(model, { groupColumn: 'sex', groups: { f: 0.4 } });
    expect(decision).toEqual({ positive: 'yes', threshold: 0.5, groups: { column: 'sex', thresholds: { f: 0.4 } } });
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
    const table = schemaOf(makeTable([makeColumn('y', ['no', 'yes'], 'target'), makeColumn('g', ['a', 'b'])]));
    const grouped = (groupColumn: string) =>
      thresholdSpec.infer({ model: schema, table }, { groupColumn }, { nodeId: 'n' }).problems.map(({ code }) => code);
    expect([grouped('g'), grouped('y')]).toEqual([[], ['groups-by-target']]);
  });
});
