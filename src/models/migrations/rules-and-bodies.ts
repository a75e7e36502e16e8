import '../../lib/zod-without-eval';
import { z } from 'zod';
import type { JsonObject } from '../../lib/json';
import { jsonObject } from '../../lib/json-schema';
import { unfitModelFile } from '../invalid-model-file';

const layer = z.object({ l2: z.number().nonnegative().optional() });
const before = z.looseObject({
  target: z.looseObject({ classes: z.array(z.string()).optional() }),
  network: jsonObject,
  training: z.looseObject({
    epochs: z.number(),
    bestEpoch: z.number(),
    stoppedEarly: z.boolean(),
    ms: z.number(),
    history: jsonObject,
  }),
  origin: z
    .object({ plan: z.object({ layers: z.array(layer) }), settings: jsonObject, balanced: z.boolean() })
    .optional(),
});

/**
 * From version 1 to 2: every model was a network and decided from one half on. The network becomes the body, how it was
 * trained goes into it (its plan is told by the topology, but for the penalties), the rule is written down, and the
 * milliseconds that training took are left out, since a file follows from its model alone.
 */
export function rulesAndBodies(file: JsonObject): JsonObject {
  const parsed = before.safeParse(file);
  if (!parsed.success) throw unfitModelFile(parsed.error);
  const { network, training, origin } = parsed.data;
  const { epochs, bestEpoch, stoppedEarly, ms: _, history, ...rest } = training;
  const { network: _network, origin: _origin, ...kept } = file;
  const { classes = [] } = parsed.data.target;
  return {
    ...kept,
    version: 2,
    decision: classes.length === 2 ? { positive: classes[1] ?? '', threshold: 0.5 } : null,
    body: {
      type: 'network',
      ...network,
      ...(origin === undefined
        ? {}
        : {
            origin: {
              penalties: origin.plan.layers.map(({ l2 = 0 }) => l2),
              settings: origin.settings,
              balanced: origin.balanced,
            },
          }),
    },
    training: { ...jsonObject.parse(rest), rounds: { count: epochs, best: bestEpoch, stoppedEarly, history } },
  };
}
