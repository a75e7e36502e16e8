import { backend_util, getKernel, type KernelFunc } from '@tensorflow/tfjs-core';
import { fourDimensions, shape4, windowAttributes } from './attributes';
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
  const filterShape = fourDimensions(attrs?.filterShape);
  const info = backend_util.computeConv2DInfo(shape4(x), filterShape, strides, 1, pad);
  const { inHeight, inWidth, outHeight, outWidth, inChannels: channels } = info;
  const places = info.batchSize * outHeight * outWidth;
  const cells = info.filterHeight * info.filterWidth * channels;

  const patches = heap.makeOutput([1, cells, places], 'float32');
  const columns = heap.typedArrayFromHeap(patches);
  const values = heap.typedArrayFromHeap(x);
  const { strideHeight, strideWidth, padInfo } = info;
  for (let down = 0; down < info.filterHeight; down++) {
    for (let across = 0; across < info.filterWidth; across++) {
      const cell = (down * info.filterWidth + across) * channels;
      // Columns of the output whose patch has this filter cell inside the image.
      const first = Math.max(0, Math.ceil((padInfo.left - across) / strideWidth));
      const end = Math.min(outWidth, Math.floor((inWidth - 1 + padInfo.left - across) / strideWidth) + 1);
      for (let image = 0; image < info.batchSize; image++) {
        for (let row = 0; row < outHeight; row++) {
          const y = row * strideHeight + down - padInfo.top;
          const place = (image * outHeight + row) * outWidth;
          const inside = y >= 0 && y < inHeight && first < end;
          const source = ((image * inHeight + y) * inWidth + first * strideWidth + across - padInfo.left) * channels;
          for (let channel = 0; channel < channels; channel++) {
            const line = (cell + channel) * places + place;
            if (!inside) {
              columns.fill(0, line, line + outWidth);
              continue;
            }
            for (let column = 0; column < first; column++) columns[line + column] = 0;
            let from = source + channel;
            for (let column = first; column < end; column++, from += strideWidth * channels) {
              columns[line + column] = values[from] ?? 0;
            }
            for (let column = end; column < outWidth; column++) columns[line + column] = 0;
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
