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
  const best = new Int32Array(channels);
  const bestValue = new Float32Array(channels);
  let at = 0;
  for (let image = 0; image < info.batchSize; image++) {
    for (let row = 0; row < outHeight; row++) {
      const top = row * info.strideHeight - info.padInfo.top;
      for (let column = 0; column < outWidth; column++) {
        const left = column * info.strideWidth - info.padInfo.left;
        const [firstY, endY] = [Math.max(0, top), Math.min(inHeight, top + info.filterHeight)];
        const [firstX, endX] = [Math.max(0, left), Math.min(inWidth, left + info.filterWidth)];
        best.fill(-1);
        bestValue.fill(Number.NEGATIVE_INFINITY);
        // Channels innermost: they lie side by side in memory.
        for (let y = firstY; y < endY; y++) {
          for (let z = firstX; z < endX; z++) {
            const place = ((image * inHeight + y) * inWidth + z) * channels;
            for (let channel = 0; channel < channels; channel++) {
              const value = values[place + channel] ?? 0;
              if (value > (bestValue[channel] ?? 0)) {
                bestValue[channel] = value;
                best[channel] = place + channel;
              }
            }
          }
        }
        for (let channel = 0; channel < channels; channel++, at++) {
          const index = best[channel] ?? -1;
          if (index >= 0) dx[index] = (dx[index] ?? 0) + (gradient[at] ?? 0);
        }
      }
    }
  }
  return out;
};
