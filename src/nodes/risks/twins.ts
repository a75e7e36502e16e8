import type { Table } from '../../table/table';

/** The first row of each set of rows that are the same in every cell, and how many rows have a twin. */
export interface Twins {
  readonly firsts: Uint32Array;
  readonly rowsWithTwin: number;
}

/** Rows are told apart by 64 bits of hash. Gives others a turn between columns. */
export async function twinsOf({ rows, columns }: Table, yieldIfDue: () => Promise<void>): Promise<Twins> {
  const low = new Uint32Array(rows);
  const high = new Uint32Array(rows);
  const bits = new Uint32Array(2);
  const number = new Float64Array(bits.buffer);
  for (const [k, column] of columns.entries()) {
    await yieldIfDue();
    const cells = 'codes' in column ? column.codes : column.values;
    const width = rows === 0 ? 0 : cells.length / rows;
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < width; i++) {
        const cell = cells[row * width + i] ?? 0;
        // One pattern for whatever is missing, and for both zeros.
        number[0] = cell === 0 ? 0 : Number.isNaN(cell) ? -1e-310 : cell;
        const [a = 0, b = 0] = bits;
        low[row] = mix((low[row] ?? 0) ^ a, b + k);
        high[row] = mix((high[row] ?? 0) ^ b, a + 31 * k + 1);
      }
    }
  }
  await yieldIfDue();
  // Open addressing: a place holds the first row of its kind, plus 1.
  let places = 16;
  while (places < 2 * rows) places *= 2;
  const firstAt = new Uint32Array(places);
  const size = new Uint32Array(rows);
  let sets = 0;
  for (let row = 0; row < rows; row++) {
    let place = (low[row] ?? 0) & (places - 1);
    for (;;) {
      const first = (firstAt[place] ?? 0) - 1;
      if (first < 0) {
        firstAt[place] = row + 1;
        size[row] = 1;
        sets++;
        break;
      }
      if (low[first] === low[row] && high[first] === high[row]) {
        size[first] = (size[first] ?? 0) + 1;
        break;
      }
      place = (place + 1) & (places - 1);
    }
  }
  const firsts = new Uint32Array(sets);
  let [at, rowsWithTwin] = [0, 0];
  for (const [row, count] of size.entries()) {
    if (count > 0) firsts[at++] = row;
    if (count > 1) rowsWithTwin += count;
  }
  return { firsts, rowsWithTwin };
}

function mix(a: number, b: number): number {
  let z = Math.imul(a ^ (a >>> 16) ^ b, 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}
