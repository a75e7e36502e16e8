import { describe, expect, it } from 'vitest';
import { cellText } from '../cells';
import { columnNamed } from '../columns';
import { CSV_CHOICE, type CsvChoice, readCsv } from './read-csv';

/** A text as a table of single bytes writes it. */
function encoded(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte), { stream: true }), byte]),
  );
  return Uint8Array.from(text, (letter) => bytes.get(letter) ?? Number.NaN);
}

function utf32(text: string, little: boolean, marked: boolean): Uint8Array {
  const letters = [...(marked ? '\ufeff' : ''), ...text];
  const view = new DataView(new ArrayBuffer(letters.length * 4));
  for (const [i, letter] of letters.entries()) view.setUint32(i * 4, letter.codePointAt(0) ?? 0, little);
  return new Uint8Array(view.buffer);
}

const read = (bytes: Uint8Array, choice: Partial<CsvChoice> = {}) => readCsv(bytes, { ...CSV_CHOICE, ...choice });
type Read = Awaited<ReturnType<typeof read>>;
const words = ({ table }: Read): readonly (string | null)[] =>
  Array.from({ length: table.rows }, (_, row) => cellText(columnNamed(table, 'name'), row));
const rows = (cells: readonly string[]): string => `n,name\n${cells.map((cell, i) => `${i},${cell}\n`).join('')}`;

describe('a table of single bytes', () => {
  it('has the euro and quotation marks of Windows in every engine', async () => {
    const given = await read(encoded(rows(['5 €', '“so”', 'Café']), 'windows-1252'));
    expect(words(given)).toEqual(['5 €', '“so”', 'Café']);
  });
});

describe('four bytes a character', () => {
  const cells = ['종로', '강남', 'a😀b'];
  it.each([
    ['little, marked', true, true, 'utf-32le'],
    ['big, marked', false, true, 'utf-32be'],
    ['little', true, false, 'utf-32le'],
    ['big', false, false, 'utf-32be'],
  ])('%s', async (_what, little, marked, encoding) => {
    const given = await read(utf32(rows(cells), little, marked));
    expect([given.encoding.encoding, words(given)]).toEqual([encoding, cells]);
  });

  it('over the ends of chunks, with what is no character told', async () => {
    const bytes = utf32(rows(Array.from({ length: 40_000 }, (_, i) => `값${i}`)), true, true);
    new DataView(bytes.buffer).setUint32(bytes.length - 8, 0x110000, true);
    const given = await read(bytes);
    expect([given.table.rows, words(given)[39_998]]).toEqual([40_000, '값39998']);
    expect(given.notes.find(({ code }) => code === 'bad-characters')?.count).toBe(1);
  });

  it('two bytes a character are not four', async () => {
    const text = '각\n난\n닫\n';
    const bytes = Uint8Array.from(
      [...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    );
    expect((await read(bytes, { header: 'no' })).encoding.encoding).toBe('utf-16le');
  });
});
