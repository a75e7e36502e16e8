import type { TensorInfo } from '@tensorflow/tfjs-core';

/** What our kernels use of tfjs's WASM backend. */
export interface WasmHeap {
  makeOutput(shape: readonly number[], dtype: 'float32'): TensorInfo;
  /** A view on the heap; stale once the heap has grown, so allocate before viewing. */
  typedArrayFromHeap(tensor: TensorInfo): Float32Array;
  disposeData(dataId: object): boolean;
}

/** Recognises the WASM backend by what it can do. */
export function wasmHeap(backend: unknown): WasmHeap {
  if (!isHeap(backend)) throw new Error('not the WASM backend of tfjs');
  return backend;
}

function isHeap(value: unknown): value is WasmHeap {
  if (typeof value !== 'object' || value === null) return false;
  return ['makeOutput', 'typedArrayFromHeap', 'disposeData'].every((n) => typeof Reflect.get(value, n) === 'function');
}

/** An input of a kernel by name. */
export function input(inputs: Readonly<Record<string, TensorInfo | undefined>>, name: string): TensorInfo {
  const tensor = inputs[name];
  if (tensor === undefined) throw new Error(`kernel input ${name} is absent`);
  return tensor;
}
