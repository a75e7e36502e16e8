import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexKinds } from '../../engine/kinds';
import { createLake } from '../../lake/create-lake';
import { formatOf } from '../../models/bodies';
import { writeModelFile } from '../../models/model-file';
import { runners } from '../../nodes/runners';
import { specs } from '../../nodes/specs';
import { createRegistry } from '../../registry/create-registry';
import { fakeLineage } from '../../testing/lib/fake-version';
import { fakeLinearModel } from '../../testing/models/fake-model';
import { makeTable } from '../../testing/table/make-table';
import { parseArguments } from '../arguments';
import { createFolderBlobs } from '../folder-blobs';
import { keptCommand } from '../kept-commands';
import { predictCommand } from './predict-command';

const kinds = indexKinds(specs, runners);
let folder = '';
const at = (name: string): string => join(folder, name);

/** Says `yes` where x + 2 flag > 0. */
const model = (weight: number) =>
  fakeLinearModel(
    ['x', 'flag'],
    [[weight], [2]],
    { name: 'y', classes: ['no', 'yes'] },
    {
      source: [
        { name: 'x', type: 'number', role: null, typical: '0', min: -5, max: 5 },
        { name: 'flag', type: 'boolean', role: null, typical: 'false' },
        { name: 'y', type: 'category', role: 'target', categories: ['no', 'yes'] },
      ],
      steps: [],
    },
  );

let ids: readonly string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-predict-'));
  await writeFile(at('model.json'), writeModelFile(model(1)));
  const registry = createRegistry(createFolderBlobs(at('models')), { now: () => '2026-01-01T00:00:00Z' });
  const add = async (weight: number) =>
    (
      await registry.add(model(weight), {
        line: 'sales',
        metrics: { accuracy: 0.5 },
        lineage: { ...fakeLineage, pipeline: { name: 'p', hash: 'h' } },
      })
    ).id;
  ids = [await add(1), await add(-1)];
});
afterAll(() => rm(folder, { recursive: true }));

/** Carries a command line out; `@` stands for the folder. */
async function millrace(line: string, stdin = '') {
  const parsed = parseArguments(line.split(' ').map((word) => word.replace('@', `${folder}/`)));
  const out: string[] = [];
  const err: string[] = [];
  const output = {
    language: 'en',
    out: (text: string) => out.push(text),
    err: (text: string) => err.push(text),
  } as const;
  if (!parsed.ok) return { code: 2, out, err: [parsed.why.en], said: parsed.why.en };
  const { command } = parsed;
  const code =
    command.type === 'predict'
      ? await predictCommand(command, kinds, output, Readable.from([Buffer.from(stdin)]))
      : command.type === 'models' || command.type === 'lake'
        ? await keptCommand(command, kinds, output)
        : expect.unreachable();
  return { code, out, err, said: [...out, ...err].join('\n') };
}

describe('predict', () => {
  it('answers CSV rows with class, probabilities and notes, by a model file', async () => {
    await writeFile(at('rows.csv'), 'flag,x\nyes,0\nno,-3\nno,40\n');
    const { code, out, err } = await millrace('predict --model @model.json --input @rows.csv');
    expect([code, err]).toEqual([0, []]);
    expect(out[0]).toBe('row,predicted,p(no),p(yes),notes');
    expect(out[1]).toMatch(/^1,yes,0\.119\d*,0\.88\d*,$/);
    expect(out[2]).toMatch(/^2,no,0\.95/);
    expect(out[3]).toMatch(/^3,yes,.*“x” lies outside/);
  });

  it('answers NDJSON from standard input as NDJSON, and as CSV where it is asked to', async () => {
    const rows = '{"x":-3,"flag":false}\n{"x":"4","flag":null}\n{"x":0,"flag":true}\n';
    const { code, out, err } = await millrace('predict --model @model.json', rows);
    expect(code).toBe(1);
    const said: unknown[] = out.map((line) => JSON.parse(line));
    expect(said).toMatchObject([
      { row: 1, predicted: 'no', probabilities: { no: expect.closeTo(0.9526, 3) }, notes: [] },
      { row: 3, predicted: 'yes' },
    ]);
    expect(err[0]).toMatch(/^✕ row 2: .*“flag”/);
    expect((await millrace('predict --model @model.json --format csv', rows)).out[0]).toBe(
      'row,predicted,p(no),p(yes),notes',
    );
  });

  it('lists bad rows with row, column, reason and remedy, answers the others, and exits 1', async () => {
    const rows = 'x,flag\nlots,yes\n1,yes\n2,perhaps\n';
    const { code, out, err } = await millrace('predict --model @model.json', rows);
    expect(code).toBe(1);
    expect(out.slice(1).map((line) => line.split(',').slice(0, 2))).toEqual([['2', 'yes']]);
    expect(err.join('\n')).toMatch(
      /✕ row 1: Column “x”: “lots” is not a finite number.*\n {4}→ Write a number.*\n✕ row 3: Column “flag”: “perhaps”.*\n {4}→ Write true or false/,
    );
    const lines = await millrace('predict --model @model.json', '{"x":1,"flag":true}\n[1]\n{"x":{"a":1}}\n');
    expect([lines.code, lines.out.length]).toEqual([1, 1]);
    expect(lines.err.join('\n')).toMatch(/row 2: .*no JSON object[\s\S]*row 3: .*“x” holds an object or a list/);
  });

  it('asks the newest candidate of a line, its champion once there is one, or the version that is named', async () => {
    const ask = async (name: string) =>
      (await millrace(`predict --model ${name} --registry @models`, 'x,flag\n3,no\n')).out[1]?.split(',')[1];
    expect(await ask('sales')).toBe('no');
    expect(await ask(ids[0] ?? '')).toBe('yes');
    expect((await millrace(`models promote sales ${ids[0]} --registry @models`)).code).toBe(0);
    expect(await ask('sales')).toBe('yes');
  });

  it('writes answers into a file', async () => {
    const { code, out } = await millrace('predict --model @model.json --output @answers.csv', 'x,flag\n3,no\n');
    expect([code, out]).toEqual([0, []]);
    expect(await readFile(at('answers.csv'), 'utf8')).toMatch(/^row,.*\n1,yes,.*\n$/);
  });

  it.each([
    ['predict', 'predict needs --model'],
    ['predict --model @model.json --format xml', '--format takes csv | ndjson'],
    ['predict --model @model.json --speed 3', 'There is no option --speed'],
    ['predict --model @nothing.json', 'cannot be read'],
    ['predict --model nobody --registry @models', 'no line of models “nobody”'],
    ['predict --model @model.json --input @nothing.csv', 'cannot be read'],
  ])('exits 2 on %s', async (line, said) => {
    const told = await millrace(line, 'x,flag\n1,no\n');
    expect(told.code).toBe(2);
    expect(told.said).toContain(said);
  });

  it('exits 2 on rows that name none of the model’s columns, and on none at all', async () => {
    expect(await millrace('predict --model @model.json', 'a,b\n1,2\n')).toMatchObject({ code: 2 });
    expect((await millrace('predict --model @model.json', '')).said).toContain('empty');
  });
});

describe('models', () => {
  it('are listed as a table and as JSON, and shown with where they come from', async () => {
    const { out } = await millrace('models list --registry @models');
    expect(out).toHaveLength(3);
    expect(out[0]).toMatch(/^LINE +VERSION +ID +STAGE +TARGET +FIGURES +KEPT$/);
    expect(out[1]).toMatch(/^sales {2}v2 +[0-9a-f]+ .*accuracy 0\.5/);
    const listed = await millrace('models list --registry @models --json');
    expect(JSON.parse(listed.out.join('\n'))).toMatchObject({ versions: [{ number: 2 }, { number: 1 }] });
    expect((await millrace(`models show ${ids[0]} --registry @models`)).said).toMatch(/pipeline +p h, n/);
  });

  it('are shown with how they decide and what they are made of', async () => {
    const { said } = await millrace(`models show ${ids[0]} --registry @models`);
    expect(said).toMatch(/^decides +“yes” from 0\.5 on$/m);
    const [first] = formatOf(model(1).body).parts(model(1).body, model(1));
    expect(said).toContain(first?.detail.en);
    const json = await millrace(`models show ${ids[0]} --registry @models --json`);
    expect(JSON.parse(json.out.join('\n'))).toMatchObject({
      parts: [first],
      parameters: expect.any(Number),
      rule: { positive: 'yes', threshold: 0.5 },
    });
    expect((await millrace('models show sales v1 --registry @models')).said).toBe(said);
  });

  it('say which training rows and columns they carry', async () => {
    const body = {
      type: 'neighbours',
      neighbours: 1,
      weights: 'uniform',
      metric: 'euclidean',
      features: 2,
      rows: Float64Array.of(1, 2, 3, 4),
      targets: Float64Array.of(0, 1),
    } as const;
    const registry = createRegistry(createFolderBlobs(at('near')), { now: () => '2026-01-01T00:00:00Z' });
    const { id } = await registry.add({ ...model(1), body }, { line: 'near', metrics: {}, lineage: fakeLineage });
    const { said } = await millrace(`models show ${id} --registry @near`);
    for (const column of ['x', 'flag', 'y'])
      expect(said).toMatch(new RegExp(`^${column} +carries the values of 2 training rows +2$`, 'm'));
  });

  it('are promoted, and rolled back to the champion before', async () => {
    await millrace(`models promote sales v1 --registry @models`);
    await millrace(`models promote sales v2 --registry @models`);
    const { code, out } = await millrace('models rollback sales --registry @models');
    expect([code, out]).toEqual([0, ['Version 1 of “sales” serves.']]);
  });

  it.each([
    ['models list', 2, '--registry DIR'],
    ['models sell --registry @models', 2, 'list | show | promote | rollback'],
    ['models rollback nobody --registry @models', 1, '→'],
    ['models show nothing --registry @models', 1, '“nothing” is not kept here'],
    ['models list more --registry @models', 2, 'one argument too many'],
  ])('say what is wrong with %s', async (line, code, said) => {
    const told = await millrace(line);
    expect(told.code).toBe(code);
    expect(told.said).toContain(said);
  });
});

describe('lake', () => {
  it('lists its sets, and shows versions and first rows of one', async () => {
    const lake = createLake(createFolderBlobs(at('lake')), () => new Date(0));
    const first = await lake.append('sales', makeTable({ x: [1, 2] }), 'monday.csv');
    await lake.append('sales', makeTable({ x: [3] }), 'tuesday.csv');
    expect((await millrace('lake list --lake @lake')).out[1]).toMatch(/^sales +3 +2 /);
    const shown = await millrace('lake show sales --lake @lake');
    expect(shown.said).toMatch(
      /^VERSION[\s\S]*2 \(\+2\) {2}monday\.csv[\s\S]*3 \(\+1\) {2}tuesday\.csv[\s\S]*\nx\n1\n2\n3$/,
    );
    const pinned = await millrace(`lake show sales ${first.hash.slice(0, 8)} --lake @lake --json`);
    expect(JSON.parse(pinned.out.join('\n'))).toMatchObject({ version: first.hash, rows: [['1'], ['2']] });
  });

  it.each([
    ['lake list', 2, '--lake DIR'],
    ['lake rollback sales --lake @lake', 2, '--set NODE.version=HASH'],
    ['lake drop sales --lake @lake', 2, 'list | show'],
    ['lake show nobody --lake @lake', 1, '“nobody” is not kept here'],
    ['lake show sales zzz --lake @lake', 1, '“zzz” is not kept here'],
  ])('says what is wrong with %s', async (line, code, said) => {
    const told = await millrace(line);
    expect(told.code).toBe(code);
    expect(told.said).toContain(said);
  });
});

it('a folder that is not there is said not to be', async () => {
  for (const line of ['models list --registry @nowhere', 'lake list --lake @nowhere']) {
    const { code, said } = await millrace(line);
    expect([code, said]).toEqual([1, expect.stringContaining('There is no folder')]);
  }
});

describe('a line of models whose index is damaged', () => {
  it('is called so wherever it is asked for, on standard error, while the others are listed', async () => {
    const registry = createRegistry(createFolderBlobs(at('hurt')), { now: () => '2026-01-01T00:00:00Z' });
    const add = (line: string) => registry.add(model(1), { line, metrics: {}, lineage: fakeLineage });
    await add('whole');
    const [before] = await readdir(at('hurt/lines'));
    const { id } = await registry.add(model(3), { line: 'hurt', metrics: {}, lineage: fakeLineage });
    const after = (await readdir(at('hurt/lines'))).find((name) => name !== before);
    await truncate(at(`hurt/lines/${after}`), 40);
    const listed = await millrace('models list --registry @hurt');
    expect([listed.code, listed.out.length]).toEqual([1, 2]);
    expect(listed.err.join('\n')).toContain('is damaged');
    for (const line of [
      `models show ${id} --registry @hurt`,
      'models rollback hurt --registry @hurt',
      'predict --model hurt --registry @hurt',
      `predict --model ${id} --registry @hurt`,
    ]) {
      const { code, err } = await millrace(line, 'x,flag\n1,yes\n');
      expect([line, code > 0, err.join('\n')]).toEqual([line, true, expect.stringContaining('is damaged')]);
    }
  });
});
