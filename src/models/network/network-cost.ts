import '../../lib/zod-without-eval';
import { z } from 'zod';
import type { NetworkArtifact } from './network-value';

const topology = z.object({
  config: z.object({
    layers: z.array(
      z.object({
        class_name: z.string(),
        config: z.object({ name: z.string(), pool_size: z.array(z.number()).optional() }),
      }),
    ),
  }),
});

/**
 * Multiply-adds that one row costs in the dense and convolution layers: what its latency grows with, alike on
 * every machine, where a measured time is not. Convolutions keep the size of their image; pooling divides it.
 */
export function multiplyAdds(network: NetworkArtifact): number {
  const shapes = new Map(network.weights.map(({ name, shape }) => [name, shape]));
  let [height = 1, width = 1] = network.inputShape.length === 3 ? network.inputShape : [];
  let sum = 0;
  for (const layer of topology.parse(network.topology).config.layers) {
    const { name, pool_size } = layer.config;
    const kernel = (shapes.get(`${name}/kernel`) ?? []).reduce((product, n) => product * n, 1);
    if (layer.class_name === 'Dense') sum += kernel;
    if (layer.class_name === 'Conv2D') sum += kernel * height * width;
    if (layer.class_name === 'MaxPooling2D') {
      const [down = 1, across = 1] = pool_size ?? [];
      [height, width] = [Math.floor(height / down), Math.floor(width / across)];
    }
  }
  return sum;
}
