import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { fieldsOf } from '../../../table/schema';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { sampleRunner } from './run';
import { SAMPLE_NAMES, sampleNamed } from './samples';
import { sampleSpec } from './spec';

const ctx = fakeContext({
  readAsset: async (path) => new Uint8Array(await readFile(new URL(`../../../../public/${path}`, import.meta.url))),
});

it.each(SAMPLE_NAMES)('%s is read as exactly what its spec promises before reading it', async (name) => {
  const { table: value } = await sampleRunner.run({}, { name }, ctx);
  if (value?.type !== 'table') throw new Error('no table');
  const promised = sampleSpec.infer({}, { name }, { nodeId: 'a' }).outputs.table;
  expect(promised).toMatchObject({ rows: value.table.rows, fields: fieldsOf(value.table.columns), complete: true });
  expect(value.table.recipe).toMatchObject({ source: sampleNamed(name).fields, steps: [] });
  for (const column of value.table.columns) {
    const missing = 'codes' in column ? column.codes.includes(-1) : [...column.values].some(Number.isNaN);
    expect(missing, column.name).toBe(false);
  }
});

it('is licensed by a line that the licence page repeats', async () => {
  const page = await readFile(new URL('../../../../public/samples/LICENCES.md', import.meta.url), 'utf8');
  for (const name of SAMPLE_NAMES) {
    expect(page).toContain(`${name}.csv`);
    expect(page).toContain(sampleNamed(name).licence);
  }
});

it('shows rows, columns and licence in its summary, in both languages', () => {
  const summary = sampleSpec.summary({ name: 'digits8x8' });
  expect(summary.en).toBe('Digits 8×8 · 1,797 × 65 · CC BY 4.0 (UCI Machine Learning Repository)');
  expect(summary.ko).toContain('1,797 × 65');
});
