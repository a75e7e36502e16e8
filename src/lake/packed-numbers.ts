/** How wide the numbers of a column lie on the disk. */
export const WIDTHS = ['i8', 'i16', 'i32', 'f64'] as const;
export type Width = (typeof WIDTHS)[number];

const BYTES: Readonly<Record<Width, number>> = { i8: 1, i16: 2, i32: 4, f64: 8 };
const LIMITS = { i8: 127, i16: 32_767, i32: 2_147_483_647 } as const;

/**
 * Numbers in the fewest bytes that bring them back to the bit: whole ones as 8, 16 or 32 bits, whose lowest value
 * stands for missing, and everything else (fractions, huge numbers, minus zero) as 64.
 */
export function packNumbers(values: Float64Array): { readonly width: Width; readonly bytes: Uint8Array } {
  const width = widthOf(values);
  if (width === 'f64') {
    const copy = canonicalNumbers(values);
    return { width, bytes: new Uint8Array(copy.buffer) };
  }
  const packed = wholeNumbers(width, new ArrayBuffer(values.length * BYTES[width]), 0, values.length);
  const missing = -LIMITS[width] - 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    packed[i] = Number.isNaN(value) ? missing : value;
  }
  return { width, bytes: new Uint8Array(packed.buffer) };
}

function wholeNumbers(width: Exclude<Width, 'f64'>, buffer: ArrayBufferLike, offset: number, count: number) {
  switch (width) {
    case 'i8':
      return new Int8Array(buffer, offset, count);
    case 'i16':
      return new Int16Array(buffer, offset, count);
    case 'i32':
      return new Int32Array(buffer, offset, count);
  }
}

/** The numbers again; `bytes` may lie anywhere in its buffer. */
export function unpackNumbers(bytes: Uint8Array, width: Width): Float64Array {
  const { buffer, byteOffset } = bytes.byteOffset % BYTES[width] === 0 ? bytes : bytes.slice();
  const count = bytes.length / BYTES[width];
  if (width === 'f64') return new Float64Array(buffer, byteOffset, count);
  const packed = wholeNumbers(width, buffer, byteOffset, count);
  const missing = -LIMITS[width] - 1;
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const value = packed[i] ?? missing;
    values[i] = value === missing ? Number.NaN : value;
  }
  return values;
}

/** A copy in which every missing value has the same bits, whatever arithmetic it came from. */
export function canonicalNumbers(values: Float64Array): Float64Array<ArrayBuffer> {
  const copy = new Float64Array(values);
  const words = new Uint32Array(copy.buffer);
  for (let i = 0; i < copy.length; i++) {
    if (Number.isNaN(copy[i])) {
      words[2 * i] = 0;
      words[2 * i + 1] = 0x7ff80000;
    }
  }
  return copy;
}

function widthOf(values: Float64Array): Width {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value) || Object.is(value, -0)) return 'f64';
    const size = Math.abs(value);
    if (size > largest) largest = size;
  }
  return largest <= LIMITS.i8 ? 'i8' : largest <= LIMITS.i16 ? 'i16' : largest <= LIMITS.i32 ? 'i32' : 'f64';
}
