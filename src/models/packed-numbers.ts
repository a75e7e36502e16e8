import { fromBase64, toBase64 } from '../lib/base64';
import { counted, plural } from '../lib/figures';
import { invalidModelFile } from './invalid-model-file';

/** Numbers as a model file holds them: little-endian floats in base64, so that no digit is lost. */
export function packFloats(values: Float32Array | Float64Array): string {
  const size = values.BYTES_PER_ELEMENT;
  const view = new DataView(new ArrayBuffer(values.length * size));
  values.forEach((value, index) => {
    if (size === 4) view.setFloat32(index * size, value, true);
    else view.setFloat64(index * size, value, true);
  });
  return toBase64(new Uint8Array(view.buffer));
}

/** Reads packed 32-bit floats; fails with `model-file-invalid`, saying `what` they are. */
export function unpackFloat32(base64: string, what: string): Float32Array {
  const view = bytesOf(base64, 4, what);
  return Float32Array.from({ length: view.byteLength / 4 }, (_, index) => view.getFloat32(index * 4, true));
}

/** Reads packed 64-bit floats, all of them finite, so many as are wanted; fails with `model-file-invalid`, saying `what` they are. */
export function unpackFloat64(base64: string, wanted: number, what: string): Float64Array {
  const view = bytesOf(base64, 8, what);
  const values = Float64Array.from({ length: view.byteLength / 8 }, (_, index) => view.getFloat64(index * 8, true));
  if (values.length !== wanted)
    throw invalidModelFile(
      `${what} are ${counted(values.length, 'number')} where ${wanted} ${plural(wanted, 'is', 'are')} needed`,
    );
  if (!values.every(Number.isFinite)) throw invalidModelFile(`${what} are not all numbers`);
  return values;
}

function bytesOf(base64: string, size: number, what: string): DataView {
  let bytes: Uint8Array;
  try {
    bytes = fromBase64(base64);
  } catch {
    throw invalidModelFile(`${what} are not base64`);
  }
  if (bytes.length % size !== 0) throw invalidModelFile(`${what} are cut off`);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
