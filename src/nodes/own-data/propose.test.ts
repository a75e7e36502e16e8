import { describe, expect, it } from 'vitest';
import { type Columns, cells, csvOf, lookOf, passengersCsv, rentalsCsv, tableOf } from '../../testing/nodes/own-csv';
import { findRisks } from '../risks/find-risks';
import { propose } from './propose';

const { flag, holes, real, same, whole, words } = cells;

async function risksOf(csv: string, target: string) {
  const table = await tableOf(csv);
  const columns = table.columns.map((column) =>
    column.name === target ? { ...column, role: 'target' as const } : column,
  );
  return findRisks({ ...table, columns }, true, async () => undefined);
}

const pictures = (side: number, called: (k: number) => string, brightest = 16): Columns => [
  ...Array.from({ length: side * side }, (_, k) => [called(k), k === 0 ? same(0) : whole(0, brightest)] as const),
  ['digit', whole(0, 9)],
];

describe('what is proposed for a file', () => {
  it('sets aside names, free text and what is mostly empty, each with its reason', async () => {
    const { setAside } = propose(await lookOf(passengersCsv()), 'Saved');
    expect(setAside.map(({ column, as, reason }) => [column, as, reason.en])).toEqual([
      ['Number', 'id', 'It numbers the rows.'],
      ['Name', 'drop', 'It holds names or free text, which is not learned from yet.'],
      ['Ticket', 'drop', 'It holds names or free text, which is not learned from yet.'],
      ['Cabin', 'drop', 'It holds names or free text, which is not learned from yet.'],
    ]);
  });

  it('sets aside what adds up to the target, in the words of the risk', async () => {
    const csv = rentalsCsv();
    const proposal = propose(await lookOf(csv), 'rented', await risksOf(csv, 'rented'));
    expect(proposal.setAside.map(({ column }) => column)).toEqual(['number', 'occasional', 'regular']);
    expect(proposal.setAside.at(-1)?.reason.en).toMatch(/adding up/);
    expect(proposal).toMatchObject({ time: 'day', inOrder: true, pixels: null });
  });

  it('sets aside constants and columns that are mostly empty, which may stay', async () => {
    const csv = csvOf([
      ['country', same('KR')],
      ['rare', holes(0.9, real())],
      ['a', real()],
      ['b', flag()],
    ]);
    expect(propose(await lookOf(csv), 'b').setAside).toMatchObject([
      { column: 'country', mayStay: true },
      {
        column: 'rare',
        mayStay: true,
        reason: { en: expect.stringMatching(/^\d+ % of its cells are empty\.$|^\d+% of/) },
      },
    ]);
  });

  it('takes the column that names the parts for what it is', async () => {
    const csv = csvOf([
      ['a', real()],
      ['b', words('x', 'y')],
      ['part', words('train', 'test')],
    ]);
    expect(propose(await lookOf(csv), 'b')).toMatchObject({ part: 'part', setAside: [{ column: 'part', as: 'id' }] });
  });

  it('sees square pictures in columns of pixels, constant ones too, and sets none of them aside', async () => {
    const look = await lookOf(csvOf(pictures(8, (k) => `pixel_${Math.floor(k / 8)}_${k % 8}`)));
    expect(propose(look, 'digit')).toMatchObject({ pixels: { side: 8, divisor: 16 }, setAside: [] });
    const bytes = await lookOf(csvOf(pictures(5, (k) => `px${k}`, 255)));
    expect(propose(bytes, 'digit')).toMatchObject({ pixels: { side: 5, divisor: 255 } });
  });

  it('sees pictures in a file without names', async () => {
    const look = await lookOf(csvOf(pictures(8, String), 200, false), true);
    expect(propose(look, look.columns.at(-1)?.name ?? null).pixels?.side).toBe(8);
  });

  it('takes sixteen measurements for no picture', async () => {
    const look = await lookOf(csvOf(pictures(4, (k) => `sensor${k}`)));
    expect(propose(look, 'digit').pixels).toBeNull();
  });
});
