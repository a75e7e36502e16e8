/** Activations that every backend can differentiate. */
export const ACTIVATIONS = ['relu', 'tanh', 'elu', 'gelu', 'selu', 'sigmoid'] as const;
export type Activation = (typeof ACTIVATIONS)[number];

/** A network as plain data, bottom to top. The last layer is linear: logits, or the scaled value. */
export interface NetworkPlan {
  /** One row: [features], or [height, width, channels]. */
  readonly inputShape: readonly number[];
  readonly layers: readonly LayerPlan[];
}

export type LayerPlan =
  | { readonly type: 'dense'; readonly units: number; readonly l2: number }
  /** Stride 1, padding `same`. */
  | { readonly type: 'conv'; readonly filters: number; readonly kernel: number; readonly l2: number }
  /** Stride equal to its size, padding `valid`. */
  | { readonly type: 'maxPool'; readonly size: number }
  | { readonly type: 'flatten' }
  | { readonly type: 'activation'; readonly activation: Activation }
  | { readonly type: 'dropout'; readonly rate: number }
  | { readonly type: 'batchNorm' };

/** Of batch normalisation; also written into the saved topology. */
export const BATCH_NORM = { epsilon: 1e-3, momentum: 0.9 } as const;

export interface DenseStack {
  readonly hidden: readonly number[];
  readonly activation: Activation;
  readonly dropout: number;
  readonly l2: number;
  readonly batchNorm: boolean;
}

/** A stack of dense layers over a row of `features` numbers. */
export function denseNetwork(features: number, outputs: number, stack: DenseStack): NetworkPlan {
  return { inputShape: [features], layers: [...denseLayers(stack), { type: 'dense', units: outputs, l2: stack.l2 }] };
}

/** One weight a feature and output: logistic or linear regression. */
export function linearNetwork(features: number, outputs: number, l2: number): NetworkPlan {
  return { inputShape: [features], layers: [{ type: 'dense', units: outputs, l2 }] };
}

export interface ConvolutionStack {
  /** Filters of each block: convolution, activation, max pooling. */
  readonly filters: readonly number[];
  readonly kernel: number;
  readonly pool: number;
  readonly head: DenseStack;
}

/** Blocks of convolution and pooling under a dense head. Pooling stops where the image is smaller than the window. */
export function convolutionalNetwork(
  inputShape: readonly [number, number, number],
  outputs: number,
  stack: ConvolutionStack,
): NetworkPlan {
  const layers: LayerPlan[] = [];
  let [height, width] = inputShape;
  for (const filters of stack.filters) {
    layers.push({ type: 'conv', filters, kernel: stack.kernel, l2: stack.head.l2 });
    if (stack.head.batchNorm) layers.push({ type: 'batchNorm' });
    layers.push({ type: 'activation', activation: stack.head.activation });
    if (stack.pool > 1 && Math.min(height, width) >= stack.pool) {
      layers.push({ type: 'maxPool', size: stack.pool });
      height = Math.floor(height / stack.pool);
      width = Math.floor(width / stack.pool);
    }
  }
  layers.push({ type: 'flatten' }, ...denseLayers(stack.head), { type: 'dense', units: outputs, l2: stack.head.l2 });
  return { inputShape, layers };
}

function denseLayers(stack: DenseStack): readonly LayerPlan[] {
  return stack.hidden.flatMap((units): readonly LayerPlan[] => [
    { type: 'dense', units, l2: stack.l2 },
    ...(stack.batchNorm ? [{ type: 'batchNorm' } as const] : []),
    { type: 'activation', activation: stack.activation },
    ...(stack.dropout > 0 ? [{ type: 'dropout', rate: stack.dropout } as const] : []),
  ]);
}

/** Outputs of a plan: the units of its last layer. */
export function outputsOf(plan: NetworkPlan): number {
  const last = plan.layers.at(-1);
  if (last?.type !== 'dense') throw new Error('a network ends in a dense layer');
  return last.units;
}
