import { zipSync } from 'fflate';
import type { FittedArray } from './program';
import { ENTRY_DATE } from './zip';

/** Arrays as numpy's `savez` writes them (NEP 1, version 1.0 of the format): little endian, C order, not compressed. */
export function npz(arrays: ReadonlyMap<string, FittedArray>): Uint8Array {
  const files = [...arrays].map(([name, array]) => [`${name}.npy`, npy(array)]);
  return zipSync(Object.fromEntries(files), { level: 0, mtime: ENTRY_DATE });
}

function npy({ values, shape }: FittedArray): Uint8Array {
  const type = values instanceof Float32Array ? '<f4' : '<f8';
  const extent = `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
  const head = `{'descr': '${type}', 'fortran_order': False, 'shape': ${extent}, }`;
  const size = Math.ceil((PREAMBLE + head.length + 1) / 64) * 64;
  const bytes = new Uint8Array(size + values.byteLength);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  const view = new DataView(bytes.buffer);
  view.setUint16(8, size - PREAMBLE, true);
  bytes.set(new TextEncoder().encode(`${head.padEnd(size - PREAMBLE - 1)}\n`), PREAMBLE);
  const wide = values.BYTES_PER_ELEMENT === 8;
  for (const [i, value] of values.entries()) {
    if (wide) view.setFloat64(size + 8 * i, value, true);
    else view.setFloat32(size + 4 * i, value, true);
  }
  return bytes;
}

/** Magic, version and the length of the head. */
const PREAMBLE = 10;
