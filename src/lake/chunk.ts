import '../lib/zod-without-eval';
import { z } from 'zod';
import { columnLength, isCoded } from '../table/columns';
import type { Column, ImageColumn } from '../table/table';
import { lakeColumn } from './index-file';
import type { Rows } from './join-rows';
import { packNumbers, unpackNumbers, WIDTHS } from './packed-numbers';

const MAGIC = 0x31434b4c; // "LKC1"

const header = z.strictObject({
  rows: z.int().min(0),
  columns: z.array(
    z.strictObject({
      ...lakeColumn,
      width: z.enum([...WIDTHS, 'f32']),
      /** Offset and length of its cells, counted from the end of the header. */
      at: z.int().min(0),
      bytes: z.int().min(0),
      words: z.array(z.string()).optional(),
    }),
  ),
});

/**
 * Rows as bytes, little-endian: the word `LKC1`, the header's length in 4 bytes, the header as JSON in UTF-8, and the
 * cells column by column, each beginning at a multiple of 8 from the beginning. Numbers, and the codes of words, are
 * packed (`packed-numbers.ts`); images are 32-bit floats. Equal rows of equal columns give equal bytes, if their words
 * are coded in the order in which they appear (`joinRows`).
 */
export function encodeChunk({ rows, columns }: Rows): Uint8Array {
  const cells: Uint8Array[] = [];
  let at = 0;
  const described = columns.map((column) => {
    const { width, bytes, words } = packColumn(column);
    const start = at;
    at = aligned(start + bytes.length);
    cells.push(bytes);
    const { name, type, role } = column;
    const shape = column.type === 'image' ? { shape: [...column.shape] } : {};
    const dictionary = words === undefined ? {} : { words };
    return { name, type, role, ...shape, width, at: start, bytes: bytes.length, ...dictionary };
  });
  const head = new TextEncoder().encode(JSON.stringify({ rows, columns: described }));
  const body = aligned(8 + head.length);
  const chunk = new Uint8Array(body + at);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, head.length, true);
  chunk.set(head, 8);
  described.forEach(({ at: start }, k) => {
    chunk.set(cells[k] ?? new Uint8Array(), body + start);
  });
  return chunk;
}

/** The rows again. Throws where the bytes are of something else. */
export function decodeChunk(chunk: Uint8Array): Rows {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  if (chunk.length < 8 || view.getUint32(0, true) !== MAGIC) throw new Error('not a chunk of rows');
  const length = view.getUint32(4, true);
  const head = header.parse(JSON.parse(new TextDecoder().decode(chunk.subarray(8, 8 + length))));
  const body = aligned(8 + length);
  return {
    rows: head.rows,
    columns: head.columns.map((described): Column => {
      const column = columnOf(described);
      if (columnLength(column) !== head.rows) throw new Error(`${column.name} has not as many cells as there are rows`);
      return column;
    }),
  };

  function columnOf(described: (typeof head.columns)[number]): Column {
    const { name, role, type, width, at, bytes, words, shape } = described;
    const cells = chunk.subarray(body + at, body + at + bytes);
    if (type === 'image') {
      if (shape === undefined) throw new Error(`${name} has no shape`);
      return { name, role, type, shape, values: new Float32Array(cells.slice().buffer) };
    }
    if (width === 'f32') throw new Error(`${name} is no image`);
    const values = unpackNumbers(cells, width);
    if (type !== 'category' && type !== 'text') return { name, role, type, values };
    const codes = Int32Array.from(values, (code) => (Number.isNaN(code) ? -1 : code));
    const dictionary = words ?? [];
    if (codes.some((code) => code < -1 || code >= dictionary.length)) throw new Error(`${name} lacks a word`);
    return { name, role, type, codes, dictionary };
  }
}

function packColumn(column: Column) {
  if (isCoded(column)) {
    const codes = Float64Array.from(column.codes, (code) => (code < 0 ? Number.NaN : code));
    return { ...packNumbers(codes), words: column.dictionary };
  }
  if (column.type === 'image') return { width: 'f32', bytes: imageBytes(column), words: undefined };
  return { ...packNumbers(column.values), words: undefined };
}

const imageBytes = ({ values }: ImageColumn): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

const aligned = (offset: number): number => Math.ceil(offset / 8) * 8;
