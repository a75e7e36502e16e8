import { createRandom, type Random } from '../../lib/random';
import { csvChoice } from '../../nodes/ingest/file/reading';
import { fileParams } from '../../nodes/ingest/file/spec';
import type { DataLook } from '../../nodes/own-data/data-look';
import { lookAtData } from '../../nodes/own-data/look-at-data';
import { readCsv } from '../../table/csv/read-csv';
import type { Table } from '../../table/table';

type Cell = (random: Random, row: number) => string | number;

/** Cells of made-up columns. */
export const cells = {
  counts:
    (from = 1): Cell =>
    (_, row) =>
      from + row,
  keys: (): Cell => (random, row) => `${random.integer(9000) + 1000}-${row}`,
  flag: (): Cell => (random) => random.integer(2),
  truth: (): Cell => (random) => (random.integer(2) === 1 ? 'True' : 'False'),
  words:
    (...words: readonly string[]): Cell =>
    (random) =>
      words[random.integer(words.length)] ?? '',
  whole:
    (low: number, high: number): Cell =>
    (random) =>
      low + random.integer(high - low + 1),
  real:
    (scale = 1): Cell =>
    (random) =>
      (scale * random.next()).toFixed(4),
  days: (): Cell => (_, row) => new Date(Date.UTC(2023, 0, 1 + row)).toISOString().slice(0, 10),
  same:
    (word: string | number): Cell =>
    () =>
      word,
  prose: (): Cell => (random, row) => `"A note, number ${row} of ${random.integer(1e6)}, as somebody wrote it"`,
  holes:
    (share: number, cell: Cell): Cell =>
    (random, row) =>
      random.next() < share ? '' : cell(random, row),
};

export type Columns = readonly (readonly [name: string, cell: Cell])[];

/** A CSV file of such columns; without its header where `header` is false. */
export function csvOf(columns: Columns, rows = 200, header = true): string {
  const random = createRandom(11);
  const lines = Array.from({ length: rows }, (_, row) => columns.map(([, cell]) => cell(random, row)).join(','));
  return `${[...(header ? [columns.map(([name]) => name).join(',')] : []), ...lines].join('\n')}\n`;
}

const noPause = async (): Promise<void> => undefined;

export async function tableOf(csv: string): Promise<Table> {
  const { file: _, ...reading } = fileParams.parse({ file: null });
  return (await readCsv(new TextEncoder().encode(csv), csvChoice(reading), noPause)).table;
}

/** What is seen of a CSV file. */
export async function lookOf(csv: string, headless = false): Promise<DataLook> {
  return lookAtData(await tableOf(csv), { headless, firstRow: [] }, noPause);
}

/** Passengers of a ship: a number, a name, a ticket and a cabin of their own, gaps, and whether they were saved. */
export function passengersCsv(rows = 400): string {
  const random = createRandom(5);
  const lines = ['Number,Saved,Deck,Name,Sex,Age,Ticket,Fare,Cabin,Port'];
  for (let row = 1; row <= rows; row++) {
    const deck = 1 + random.integer(3);
    const sex = random.integer(2) === 1 ? 'female' : 'male';
    const saved = (sex === 'female' ? 0.6 : 0.1) + (3 - deck) * 0.15 > random.next() ? 1 : 0;
    const age = random.next() < 0.2 ? '' : 1 + random.integer(70);
    const fare = (80 / deck) * (0.5 + random.next());
    const cabin = random.next() < 0.8 ? '' : `C${random.integer(200)}`;
    const port = random.next() < 0.01 ? '' : (['S', 'C', 'Q'][random.integer(3)] ?? '');
    const name = `"Doe ${row}, Mx. ${String.fromCharCode(65 + random.integer(26))}${random.integer(999)}"`;
    lines.push([row, saved, deck, name, sex, age, `T ${random.integer(1e6)}`, fare.toFixed(3), cabin, port].join(','));
  }
  return `${lines.join('\n')}\n`;
}

/** Hours of a bicycle rental: a number, a date, weather, two counts and their sum. */
export function rentalsCsv(days = 60): string {
  const random = createRandom(6);
  const lines = ['number,day,season,hour,holiday,temperature,humidity,occasional,regular,rented'];
  for (let row = 0; row < days * 24; row++) {
    const hour = row % 24;
    const date = new Date(Date.UTC(2024, 0, 1 + Math.floor(row / 24))).toISOString().slice(0, 10);
    const warm = 10 + (10 * row) / (days * 24) + (hour > 8 && hour < 20 ? 5 : 0) + random.normal();
    const busy = hour > 6 && hour < 22 ? 1 : 0.1;
    const occasional = Math.floor(busy * warm * random.next());
    const regular = Math.floor(busy * (warm * 4 + 20 * random.next()));
    lines.push(
      [
        row + 1,
        date,
        1 + Math.floor((4 * row) / (days * 24)),
        hour,
        random.integer(30) === 0 ? 1 : 0,
        warm.toFixed(2),
        (40 + 50 * random.next()).toFixed(1),
        occasional,
        regular,
        occasional + regular,
      ].join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}
