import { expect, it } from 'vitest';
import { z } from 'zod';
import { text } from '../../lib/text';
import { defineKind, type PortSpec } from '../../nodes/contract/kind';
import { defineLive } from '../../nodes/contract/live';
import { liveOnly } from '../../nodes/contract/live-only';
import { arithmetic, cell, emptyHost, fakeKinds, numbersAt, pipeline } from '../../testing/engine/fake-kinds';
import { said } from '../../testing/lib/said';
import { createEngine } from '../engine';
import { indexKinds } from '../kinds';
import { batchPhase } from './batch-phase';

const port = <const N extends string>(name: N) =>
  ({ name, type: 'table', title: text(name, name) }) as const satisfies PortSpec;

const hears = defineKind({
  id: 'hears',
  version: 1,
  stage: 'retrain',
  role: 'monitor',
  computesWith: 'nothing',
  icon: 'box',
  title: text('Hears', '들음'),
  keywords: [],
  inputs: [
    { ...port('tables'), many: true },
    { ...port('more'), many: true, optional: true },
    { ...port('one'), optional: true },
  ],
  outputs: [{ name: 'signal', type: 'signal', title: text('Signal', '신호'), live: 'only' }],
  params: z.strictObject({ value: z.number().default(0) }),
  form: { value: { label: text('Value', '값'), control: { type: 'number' } } },
  summary: () => text('', ''),
  infer: () => ({ outputs: {}, problems: [] }),
});
const live = defineLive(hears, z.strictObject({}), {
  start: () => ({}),
  tick: (state) => ({ state, outputs: {}, events: [], status: { level: 'ok', message: said('heard') } }),
});
const base = fakeKinds(arithmetic);
const kinds = indexKinds([...base.catalog.all, hears], [...base.runners.values(), liveOnly(hears)], [live]);

it('gives a live node all that feeds an input that takes many, in the order of the wires, and an empty list of none', async () => {
  const document = pipeline({ a: { kind: 'source', value: 1 }, b: { kind: 'source', value: 2 }, h: 'hears' }, [
    'b.table > h.tables',
    'a.table > h.tables',
  ]);
  const engine = createEngine({ kinds, host: emptyHost });
  const signal = new AbortController().signal;
  const report = await engine.run({ runId: 'r', document, backend: 'auto', signal, emit: () => undefined });
  expect(report.status).toBe('completed');
  const results = { a: cell(1), b: cell(2) };
  const recall = async (id: string) => ({ outputs: id === 'a' ? results.a : results.b });
  const batch = await batchPhase(kinds.catalog.compile(document), kinds, report, recall);
  const given = batch.inputs('h');
  expect(numbersAt(given, 'tables')).toEqual([2, 1]);
  expect(given.more).toEqual([]);
  expect('one' in given).toBe(false);
});
