import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { toArtifact } from './artifact';
import { convolutionalNetwork, denseNetwork, type NetworkPlan } from './network';
import { multiplyAdds } from './network-cost';
import { layOut } from './parameters';

const head = { hidden: [5], activation: 'relu', dropout: 0.1, l2: 0, batchNorm: true } as const;

function cost(plan: NetworkPlan): number {
  const { trainableSize, statisticsSize } = layOut(plan);
  return multiplyAdds(
    toArtifact(plan, { weights: new Float32Array(trainableSize), statistics: new Float32Array(statisticsSize) }),
  );
}

describe('the cost of a row', () => {
  it('is the weights of each dense layer', () => {
    expect(cost(denseNetwork(4, 3, head))).toBe(4 * 5 + 5 * 3);
  });

  it('counts a convolution at every pixel, and pooling makes the image smaller', () => {
    const plan = convolutionalNetwork([8, 8, 1], 2, { filters: [4, 6], kernel: 3, pool: 2, head });
    expect(cost(plan)).toBe(3 * 3 * 1 * 4 * 64 + 3 * 3 * 4 * 6 * 16 + 6 * 4 * 5 + 5 * 2);
  });
});
