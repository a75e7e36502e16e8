import { describe, expect, it } from 'vitest';
import { emptyDocument } from '../../graph/empty-document';
import { roomOf } from '../../graph/layout';
import { type Columns, cells, csvOf, lookOf, passengersCsv } from '../../testing/nodes/own-csv';
import { catalog } from '../catalog';
import { checkPipeline } from '../check-pipeline';
import { buildSteps, type Decisions, stepsFor } from './own-pipeline';
import { type Proposal, propose } from './propose';

const { days, flag, real, same, whole, words } = cells;
const file = { kind: 'ingest.file', params: { file: { name: 'a.csv', hash: 'a'.repeat(64), bytes: 10 } } };
const asProposed: Decisions = { kept: new Set(), byTime: true, asImages: true };
const about = { name: 'a', room: roomOf(null) };

async function stepsOf(csv: string, target: string, decisions = asProposed) {
  const look = await lookOf(csv);
  return stepsFor(look, propose(look, target), file, decisions);
}
const kindsOf = async (csv: string, target: string) => (await stepsOf(csv, target)).map(({ kind }) => kind);

describe('the pipeline for a file', () => {
  it('has the steps that the data ask for, and no others', async () => {
    expect(await kindsOf(passengersCsv(), 'Saved')).toEqual([
      'ingest.file',
      'prepare.columns',
      'prepare.split',
      'prepare.missing',
      'prepare.encode',
      'prepare.scale',
      'train.dense',
      'train.evaluate',
    ]);
    const plain = csvOf([
      ['a', real()],
      ['b', real()],
      ['c', flag()],
    ]);
    expect(await kindsOf(plain, 'c')).not.toContain('prepare.missing');
    expect(await kindsOf(plain, 'c')).not.toContain('prepare.encode');
  });

  it('splits by time where a person wants it, and at random where not', async () => {
    const csv = csvOf([
      ['day', days()],
      ['a', real()],
      ['b', real()],
    ]);
    const split = async (byTime: boolean) =>
      (await stepsOf(csv, 'b', { ...asProposed, byTime })).find(({ kind }) => kind === 'prepare.split')?.params;
    expect(await split(true)).toEqual({ method: 'time', timeColumn: 'day' });
    expect(await split(false)).toEqual({});
  });

  it('splits by the column that names the parts', async () => {
    const csv = csvOf([
      ['a', real()],
      ['b', flag()],
      ['part', words('train', 'test')],
    ]);
    expect((await stepsOf(csv, 'b'))[2]?.params).toEqual({ method: 'column', partColumn: 'part' });
  });

  it('makes pictures of pixels, without what stands beside them', async () => {
    const pixels: Columns = Array.from({ length: 64 }, (_, k) => [`p${k}`, whole(0, 255)] as const);
    const steps = await stepsOf(csvOf([...pixels, ['weight', real()], ['digit', whole(0, 9)]]), 'digit');
    expect(steps.map(({ kind }) => kind).slice(3)).toEqual(['prepare.image', 'train.cnn', 'train.evaluate']);
    expect(steps[1]?.params).toMatchObject({ drop: ['weight'] });
    expect(steps[3]?.params).toMatchObject({ height: 8, width: 8, divisor: 255 });
  });

  it('learns from a column that was set aside where a person wants it', async () => {
    const csv = csvOf([
      ['same', same('x')],
      ['a', real()],
      ['b', flag()],
    ]);
    const dropped = async (kept: string) =>
      (await stepsOf(csv, 'b', { ...asProposed, kept: new Set([kept]) }))[1]?.params.drop;
    expect(await dropped('')).toEqual(['same']);
    expect(await dropped('same')).toEqual([]);
  });

  it('stands wired on an empty canvas, named after the file, with nothing to mend and nothing covered', async () => {
    const look = await lookOf(passengersCsv());
    const proposal: Proposal = propose(look, 'Saved');
    const { document } = buildSteps(emptyDocument(), catalog, stepsFor(look, proposal, file, asProposed), about);
    expect(document.name).toBe('a');
    expect(document.edges).toHaveLength(8);
    const fields = look.columns.map(({ name, type, role }) => ({ name, type, role }));
    const known = {
      file1: { table: { type: 'table', fields, complete: true, rows: 400, partitioned: false, fittedBeforeSplit: [] } },
    } as const;
    expect(checkPipeline(catalog.compile(document), known).problems).toEqual([]);
    const places = document.nodes.map(({ position: { x, y } }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('stands below what is there already', async () => {
    const look = await lookOf(
      csvOf([
        ['a', real()],
        ['b', flag()],
      ]),
    );
    const steps = stepsFor(look, propose(look, 'b'), file, asProposed);
    const first = buildSteps(emptyDocument('mine'), catalog, steps, about).document;
    const { document } = buildSteps(first, catalog, steps, about);
    expect(document.name).toBe('mine');
    expect(document.nodes).toHaveLength(2 * first.nodes.length);
    const lowest = Math.max(...first.nodes.map(({ position }) => position.y));
    const added = document.nodes.slice(first.nodes.length);
    expect(Math.min(...added.map(({ position }) => position.y))).toBeGreaterThan(lowest);
    expect(checkPipeline(catalog.compile(document)).problems.filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
  });
});
