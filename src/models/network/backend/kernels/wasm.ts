import { getKernel, type KernelFunc, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { conv2DBackpropFilter } from './conv2d-backprop-filter';
import { fasterConv2DBackpropInput } from './conv2d-backprop-input';
import { maxPoolGrad } from './max-pool-grad';
import { contiguousSlice } from './slice';

let registered = false;

/**
 * Adds what tfjs's WASM backend lacks (the filter gradient of a convolution) and
 * replaces what it gets wrong (the gradient of max pooling drops windows whose
 * maximum is negative) or slow (slicing copies the whole tensor first, the input
 * gradient of a convolution is a scalar loop).
 */
export function registerWasmKernels(): void {
  if (registered) return;
  registered = true;
  registerKernel({ kernelName: 'Conv2DBackpropFilter', backendName: 'wasm', kernelFunc: conv2DBackpropFilter });
  replace('MaxPoolGrad', () => maxPoolGrad);
  replace('Slice', contiguousSlice);
  replace('Conv2DBackpropInput', fasterConv2DBackpropInput);
}

function replace(kernelName: string, make: (original: KernelFunc) => KernelFunc): void {
  const original = getKernel(kernelName, 'wasm');
  unregisterKernel(kernelName, 'wasm');
  registerKernel({ ...original, kernelFunc: make(original.kernelFunc) });
}
