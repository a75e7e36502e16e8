import { backend_util, type KernelFunc } from '@tensorflow/tfjs-core';
import { shape4, windowAttributes } from './attributes';
import { input, wasmHeap } from './wasm-heap';

/** Hands each window's gradient to the first place of its maximum, whatever the maximum's sign. NHWC. */
export const maxPoolGrad: KernelFunc = ({ inputs, attrs, backend }) => {
  const heap = wasmHeap(backend);
  const x = input(inputs, 'input');
  const dy = input(inputs, 'dy');
  const { filterSize, strides, pad } = windowAttributes(attrs);
  const info = backend_util.computePool2DInfo(shape4(x), filterSize, strides, 1, pad);
  const out = heap.makeOutput(x.shape, 'float32');
  const dx = heap.typedArrayFromHeap(out).fill(0);
  const values = heap.typedArrayFromHeap(x);
  const gradient = heap.typedArrayFromHeap(dy);
  const { inHeight, inWidth, outHeight, outWidth, inChannels: channels } = info;
  let at = 0;
  for (let image = 0; image < info.batchSize; image++) {
    for (let row = 0; row < outHeight; row++) {
      const top = row * info.strideHeight - info.padInfo.top;
      for (let column = 0; column < outWidth; column++) {
        const left = column * info.strideWidth - info.padInfo.left;
        for (let channel = 0; channel < channels; channel++, at++) {
          let best = -1;
          let bestValue = Number.NEGATIVE_INFINITY;
          for (let y = Math.max(0, top); y < Math.min(inHeight, top + info.filterHeight); y++) {
            for (let z = Math.max(0, left); z < Math.min(inWidth, left + info.filterWidth); z++) {
              const index = ((image * inHeight + y) * inWidth + z) * channels + channel;
              const value = values[index] ?? 0;
              if (best < 0 || value > bestValue) {
                best = index;
                bestValue = value;
              }
            }
          }
          if (best >= 0) dx[best] = (dx[best] ?? 0) + (gradient[at] ?? 0);
        }
      }
    }
  }
  return out;
};
