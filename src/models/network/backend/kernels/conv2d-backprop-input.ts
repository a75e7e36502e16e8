import { backend_util, getKernel, type KernelFunc } from '@tensorflow/tfjs-core';
import { fourDimensions, shape4, windowAttributes } from './attributes';
import { input, wasmHeap } from './wasm-heap';

/**
 * The gradient of a convolution's input as a convolution of the output's gradient
 * with the filter turned by 180° and its channels exchanged, for stride 1: tfjs's own
 * kernel is a scalar loop that took half of an image network's training. NHWC.
 */
export function fasterConv2DBackpropInput(original: KernelFunc): KernelFunc {
  return (call) => {
    const { inputs, attrs, backend } = call;
    const { strides, pad } = windowAttributes(attrs);
    if (![strides].flat().every((stride) => stride === 1)) return original(call);
    const heap = wasmHeap(backend);
    const dy = input(inputs, 'dy');
    const filter = input(inputs, 'filter');
    const [height, width, from, to] = shape4(filter);
    const inputShape = fourDimensions(attrs?.inputShape);
    const { padInfo } = backend_util.computeConv2DInfo(inputShape, [height, width, from, to], strides, 1, pad);

    const turned = heap.makeOutput([height, width, to, from], 'float32');
    const source = heap.typedArrayFromHeap(filter);
    const target = heap.typedArrayFromHeap(turned);
    const cells = height * width;
    for (let cell = 0; cell < cells; cell++) {
      for (let a = 0; a < from; a++) {
        for (let b = 0; b < to; b++) {
          target[((cells - 1 - cell) * to + b) * from + a] = source[(cell * from + a) * to + b] ?? 0;
        }
      }
    }
    const rows: [number, number] = [height - 1 - padInfo.top, height - 1 - padInfo.bottom];
    const columns: [number, number] = [width - 1 - padInfo.left, width - 1 - padInfo.right];
    const convolve = getKernel('Conv2D', 'wasm').kernelFunc;
    const dx = convolve({
      inputs: { x: dy, filter: turned },
      backend,
      attrs: { strides: 1, pad: [[0, 0], rows, columns, [0, 0]], dataFormat: 'NHWC', dilations: 1 },
    });
    heap.disposeData(turned.dataId);
    return dx;
  };
}
