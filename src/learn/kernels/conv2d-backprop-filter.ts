import { backend_util, getKernel, type KernelFunc } from '@tensorflow/tfjs-core';
import { shape4, windowAttributes } from './attributes';
import { input, wasmHeap } from './wasm-heap';

/**
 * The gradient of a convolution's filter as one matrix product: the input's
 * patches, laid out with one filter cell a row (im2col, transposed so that the
 * product takes the fast path), times the output's gradient. NHWC.
 */
export const conv2DBackpropFilter: KernelFunc = ({ inputs, attrs, backend }) => {
  const heap = wasmHeap(backend);
  const x = input(inputs, 'x');
  const dy = input(inputs, 'dy');
  const { strides, pad } = windowAttributes(attrs);
  const filterShape = shapeAttribute(attrs?.filterShape);
  const info = backend_util.computeConv2DInfo(shape4(x), filterShape, strides, 1, pad);
  const { inHeight, inWidth, outHeight, outWidth, inChannels: channels } = info;
  const places = info.batchSize * outHeight * outWidth;
  const cells = info.filterHeight * info.filterWidth * channels;

  const patches = heap.makeOutput([1, cells, places], 'float32');
  const columns = heap.typedArrayFromHeap(patches);
  const values = heap.typedArrayFromHeap(x);
  let at = 0;
  for (let down = 0; down < info.filterHeight; down++) {
    for (let across = 0; across < info.filterWidth; across++) {
      for (let channel = 0; channel < channels; channel++) {
        for (let image = 0; image < info.batchSize; image++) {
          for (let row = 0; row < outHeight; row++) {
            const y = row * info.strideHeight + down - info.padInfo.top;
            const base = (image * inHeight + y) * inWidth;
            for (let column = 0; column < outWidth; column++) {
              const z = column * info.strideWidth + across - info.padInfo.left;
              const inside = y >= 0 && y < inHeight && z >= 0 && z < inWidth;
              columns[at++] = inside ? (values[(base + z) * channels + channel] ?? 0) : 0;
            }
          }
        }
      }
    }
  }

  const multiply = getKernel('BatchMatMul', 'wasm').kernelFunc;
  const b = { dataId: dy.dataId, dtype: dy.dtype, shape: [1, places, info.outChannels] };
  const product = multiply({
    inputs: { a: patches, b },
    backend,
    attrs: { transposeA: false, transposeB: false },
  });
  heap.disposeData(patches.dataId);
  const [out] = Array.isArray(product) ? product : [product];
  if (out === undefined) throw new Error('the matrix product gave nothing');
  return { dataId: out.dataId, dtype: out.dtype, shape: [...filterShape] };
};

function shapeAttribute(value: unknown): [number, number, number, number] {
  if (!Array.isArray(value) || value.length !== 4) throw new Error('a filter has four dimensions');
  const [height, width, from, to] = value.map(Number);
  return [height ?? 1, width ?? 1, from ?? 1, to ?? 1];
}
