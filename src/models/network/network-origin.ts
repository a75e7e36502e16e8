import '../../lib/zod-without-eval';
import { z } from 'zod';

import { ACTIVATIONS, type LayerPlan, type NetworkPlan } from './network';
import type { NetworkArtifact, NetworkBody, TrainingOrigin } from './network-value';
import { layOut } from './parameters';

const both = z.tuple([z.int().positive(), z.int().positive()]);
const named = <N extends string, T extends z.ZodRawShape>(name: N, config: T) =>
  z.object({ class_name: z.literal(name), config: z.object(config) });
const savedLayer = z.discriminatedUnion('class_name', [
  named('Dense', { units: z.int().positive(), activation: z.literal('linear'), use_bias: z.literal(true) }),
  named('Conv2D', {
    filters: z.int().positive(),
    kernel_size: both,
    strides: z.tuple([z.literal(1), z.literal(1)]),
    padding: z.literal('same'),
    activation: z.literal('linear'),
    use_bias: z.literal(true),
  }),
  named('MaxPooling2D', { pool_size: both, strides: both, padding: z.literal('valid') }),
  named('Flatten', {}),
  named('Activation', { activation: z.enum(ACTIVATIONS) }),
  named('Dropout', { rate: z.number().min(0).max(1) }),
  named('BatchNormalization', {}),
]);
const topology = z.object({ config: z.object({ layers: z.array(savedLayer).min(1) }) });

/** How training usually goes, for a network that does not say how it was trained. */
const USUAL: Pick<TrainingOrigin, 'settings' | 'balanced'> = {
  settings: {
    epochs: 10,
    batchSize: 32,
    optimizer: 'adam',
    learningRate: 0.001,
    schedule: { type: 'constant', factor: 1, every: 1, warmUp: 0 },
    clipNorm: null,
    earlyStopping: null,
  },
  balanced: false,
};

/** A network as it can be trained further. */
export interface Continuable extends Pick<TrainingOrigin, 'settings' | 'balanced'> {
  readonly plan: NetworkPlan;
}

/**
 * What is needed to train a network further: its own origin, or usual settings without penalties, which no topology
 * tells. Null where the network is none that Millrace could have made.
 */
export function continuable(body: Omit<NetworkBody, 'type'>): Continuable | null {
  const plan = planOf(body);
  return plan === null ? null : { ...(body.origin ?? USUAL), plan };
}

/**
 * The plan that a saved network was made from, with its penalties where they are known; null where it is none that
 * Millrace could have made, or its weights do not fit its layers.
 */
export function planOf(body: Omit<NetworkBody, 'type'>): NetworkPlan | null {
  const parsed = topology.safeParse(body.topology);
  if (!parsed.success) return null;
  const layers: LayerPlan[] = [];
  for (const layer of parsed.data.config.layers) {
    const plan = layerOf(layer, body.origin?.penalties[layers.length] ?? 0);
    if (plan === null) return null;
    layers.push(plan);
  }
  const plan = { inputShape: body.inputShape, layers };
  return planFits(plan, body) ? plan : null;
}

/** The L2 penalty of each layer, as an origin keeps them. */
export const penaltiesOf = ({ layers }: NetworkPlan): readonly number[] =>
  layers.map((layer) => ('l2' in layer ? layer.l2 : 0));

/** Whether a plan lays out exactly the weights that a network has. */
function planFits(plan: NetworkPlan, network: NetworkArtifact): boolean {
  if (plan.inputShape.join() !== network.inputShape.join() || plan.layers.at(-1)?.type !== 'dense') return false;
  const { trainable, statistics } = layOut(plan);
  const expected = [...trainable, ...statistics];
  const shapes = new Map(network.weights.map(({ name, shape }) => [name, shape.join()]));
  return shapes.size === expected.length && expected.every(({ name, shape }) => shapes.get(name) === shape.join());
}

function layerOf(layer: z.infer<typeof savedLayer>, l2: number): LayerPlan | null {
  switch (layer.class_name) {
    case 'Dense':
      return { type: 'dense', units: layer.config.units, l2 };
    case 'Conv2D': {
      const [kernel, width] = layer.config.kernel_size;
      return kernel === width ? { type: 'conv', filters: layer.config.filters, kernel, l2 } : null;
    }
    case 'MaxPooling2D': {
      const { pool_size, strides } = layer.config;
      const [size] = pool_size;
      return [...pool_size, ...strides].every((side) => side === size) ? { type: 'maxPool', size } : null;
    }
    case 'Flatten':
      return { type: 'flatten' };
    case 'Activation':
      return { type: 'activation', activation: layer.config.activation };
    case 'Dropout':
      return { type: 'dropout', rate: layer.config.rate };
    case 'BatchNormalization':
      return { type: 'batchNorm' };
  }
}
