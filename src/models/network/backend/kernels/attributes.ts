import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';

type Pair = [number, number];
export interface WindowAttributes {
  readonly filterSize: Pair | number;
  readonly strides: Pair | number;
  readonly pad: 'same' | 'valid' | number;
}

/** The attributes of a sliding window, checked: kernels get them untyped. */
export function windowAttributes(attrs: NamedAttrMap | undefined): WindowAttributes {
  const { filterSize, strides, pad } = attrs ?? {};
  return { filterSize: extent(filterSize), strides: extent(strides), pad: padding(pad) };
}

function extent(value: unknown): Pair | number {
  if (typeof value === 'number') return value;
  if (Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number') return [value[0], value[1]];
  return 1;
}

function padding(value: unknown): 'same' | 'valid' | number {
  if (value === 'same' || value === 'valid' || typeof value === 'number') return value;
  throw new Error('explicit padding has no gradient here');
}

/** The shape of a rank-4 tensor. */
export function shape4(tensor: TensorInfo): [number, number, number, number] {
  const [a = 1, b = 1, c = 1, d = 1] = tensor.shape;
  return [a, b, c, d];
}

/** An attribute that is a shape of four dimensions, such as that of a filter. */
export function fourDimensions(value: unknown): [number, number, number, number] {
  if (!Array.isArray(value) || value.length !== 4) throw new Error('a shape of four dimensions was expected');
  const [a, b, c, d] = value.map(Number);
  return [a ?? 1, b ?? 1, c ?? 1, d ?? 1];
}
