import { type KernelFunc, slice_util, util } from '@tensorflow/tfjs-core';
import { input, wasmHeap } from './wasm-heap';

/** Copies only the wanted part where it is contiguous; leaves every other case to the kernel it replaces. */
export function contiguousSlice(original: KernelFunc): KernelFunc {
  return (params) => {
    const x = input(params.inputs, 'x');
    const { begin, size } = params.attrs ?? {};
    if (x.dtype !== 'float32' || !isNumbers(begin) || !isNumbers(size)) return original(params);
    const [from = [], extent = []] = slice_util.parseSliceParams(x, begin, size);
    if (!slice_util.isSliceContinous(x.shape, from, extent)) return original(params);
    const heap = wasmHeap(params.backend);
    const out = heap.makeOutput(extent, 'float32');
    const offset = slice_util.computeFlatOffset(from, util.computeStrides(x.shape));
    const count = util.sizeFromShape(extent);
    heap.typedArrayFromHeap(out).set(heap.typedArrayFromHeap(x).subarray(offset, offset + count));
    return out;
  };
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'number');
}
