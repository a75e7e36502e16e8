import '../../lib/zod-without-eval';
import { z } from 'zod';
import type { JsonObject } from '../../lib/json';
import { jsonObject } from '../../lib/json-schema';
import { defineBody, readBody } from '../body';
import { invalidModelFile } from '../invalid-model-file';
import { packFloats, unpackFloat32 } from '../packed-numbers';
import { multiplyAdds } from './network-cost';
import { layersOf } from './network-layers';
import type { NetworkBody, TrainingOrigin, WeightArray } from './network-value';
import { originSchema } from './training-schemas';

const weight = z.object({ name: z.string(), shape: z.array(z.int().nonnegative()), base64: z.string() });
const networkJson = z.object({
  topology: jsonObject,
  inputShape: z.array(z.int().positive()),
  outputs: z.int().positive(),
  parameters: z.int().nonnegative(),
  weights: z.array(weight),
  origin: originSchema.exactOptional(),
});

export const networkFormat = defineBody<NetworkBody>({
  type: 'network',
  write: ({ topology, inputShape, outputs, parameters, weights, origin }) => ({
    topology,
    inputShape: [...inputShape],
    outputs,
    parameters,
    weights: weights.map(({ name, shape, values }) => ({ name, shape: [...shape], base64: packFloats(values) })),
    ...(origin === undefined ? {} : { origin: originJson(origin) }),
  }),
  read(json) {
    const { weights, ...rest } = readBody(networkJson, json);
    return { type: 'network', ...rest, weights: weights.map(weightOf) };
  },
  identity: ({ topology, inputShape, outputs, weights }) => ({
    json: {
      topology,
      inputShape: [...inputShape],
      outputs,
      weights: weights.map(({ name, shape }) => ({ name, shape: [...shape] })),
    },
    arrays: weights.map(({ values }) => values),
  }),
  parts: layersOf,
  parameters: ({ parameters }) => parameters,
  bytes: ({ parameters }) => 4 * parameters,
  multiplyAdds,
});

function originJson({ penalties, settings, balanced }: TrainingOrigin): JsonObject {
  const { epochs, batchSize, optimizer, learningRate, clipNorm, schedule, earlyStopping } = settings;
  const { type, factor, every, warmUp } = schedule;
  return {
    penalties: [...penalties],
    // One order of the fields, whoever made them: the file's bytes follow from the model alone.
    settings: {
      epochs,
      batchSize,
      optimizer,
      learningRate,
      clipNorm,
      schedule: { type, factor, every, warmUp },
      earlyStopping:
        earlyStopping === null ? null : { patience: earlyStopping.patience, minDelta: earlyStopping.minDelta },
    },
    balanced,
  };
}

function weightOf({ name, shape, base64 }: z.infer<typeof weight>): WeightArray {
  const values = unpackFloat32(base64, `the weights “${name}”`);
  if (values.length !== shape.reduce((product, side) => product * side, 1)) {
    throw invalidModelFile(`the weights “${name}” do not fill their shape ${shape.join(' × ')}`);
  }
  return { name, shape, values };
}
