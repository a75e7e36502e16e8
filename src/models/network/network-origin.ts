import '../../lib/zod-without-eval';
import { z } from 'zod';
import type { ModelValue, NetworkArtifact, TrainingOrigin } from '../model';
import { ACTIVATIONS, type LayerPlan, type NetworkPlan } from './network';
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

/** How training usually goes, for a model that does not say how it was trained. */
const USUAL: Omit<TrainingOrigin, 'plan'> = {
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

/**
 * What is needed to train a model further: its own origin, or one made of its saved topology with usual settings
 * (penalties are not saved there, so it has none). Null where the network is none that Millrace could have made.
 */
export function originOf({ origin, network }: ModelValue): TrainingOrigin | null {
  if (origin !== undefined) return planFits(origin.plan, network) ? origin : null;
  const plan = planOf(network);
  return plan !== null && planFits(plan, network) ? { ...USUAL, plan } : null;
}

/** Whether a plan lays out exactly the weights that a network has. */
export function planFits(plan: NetworkPlan, network: NetworkArtifact): boolean {
  if (plan.inputShape.join() !== network.inputShape.join() || plan.layers.at(-1)?.type !== 'dense') return false;
  const { trainable, statistics } = layOut(plan);
  const expected = [...trainable, ...statistics];
  const shapes = new Map(network.weights.map(({ name, shape }) => [name, shape.join()]));
  return shapes.size === expected.length && expected.every(({ name, shape }) => shapes.get(name) === shape.join());
}

function planOf(network: NetworkArtifact): NetworkPlan | null {
  const parsed = topology.safeParse(network.topology);
  if (!parsed.success) return null;
  const layers: LayerPlan[] = [];
  for (const layer of parsed.data.config.layers) {
    const plan = layerOf(layer);
    if (plan === null) return null;
    layers.push(plan);
  }
  return { inputShape: network.inputShape, layers };
}

function layerOf(layer: z.infer<typeof savedLayer>): LayerPlan | null {
  switch (layer.class_name) {
    case 'Dense':
      return { type: 'dense', units: layer.config.units, l2: 0 };
    case 'Conv2D': {
      const [kernel, width] = layer.config.kernel_size;
      return kernel === width ? { type: 'conv', filters: layer.config.filters, kernel, l2: 0 } : null;
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
