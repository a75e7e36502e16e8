import { Cancelled } from '../../lib/failure';
import { counted } from '../../lib/figures';
import { text } from '../../lib/text';
import { defineEstimator, type PredictContext } from '../estimator';
import { invalidModelFile } from '../invalid-model-file';
import type { ModelValue } from '../model';
import { chooseBackend, withSomeBackend } from './backend/backends';
import { contextIsLost } from './backend/context-loss';
import { planOf } from './network-origin';
import type { NetworkBody } from './network-value';
import { plainNetwork } from './plain-network';
import { plainScorer } from './plain-scorer';
import { tfjsScorer } from './tfjs-scorer';

export const networkEstimator = defineEstimator<NetworkBody>({
  type: 'network',
  precision: 'single',
  open(model, body, ctx) {
    const plan = planOf(body);
    const plain = plan === null ? null : plainNetwork(plan, body);
    return plain === null ? tfjsScorer(model, body, ctx) : plainScorer(model, plain);
  },
  check: checkNetwork,
  continueTraining: async (...of) => (await import('./continue-network')).continueNetwork(...of),
});

/** Builds the network once and puts it away: a file may be well formed and its layers and weights still not fit together. */
async function checkNetwork(model: ModelValue, body: NetworkBody, ctx: PredictContext): Promise<void> {
  const { features, target, task } = model;
  const outputs = task === 'multiclass' ? (target.classes?.length ?? 0) : 1;
  if (body.outputs !== outputs)
    throw invalidModelFile(`${counted(body.outputs, 'output')} where the task needs ${outputs}`);
  if (body.inputShape.length === 1 && body.inputShape[0] !== features.length) {
    throw invalidModelFile(`${counted(features.length, 'feature')} for ${counted(body.inputShape[0] ?? 0, 'input')}`);
  }
  if (body.origin !== undefined && planOf(body)?.layers.length !== body.origin.penalties.length) {
    throw invalidModelFile('it was made by another plan than its weights show');
  }
  const { name } = await chooseBackend(ctx.backend, body.inputShape.length === 1 ? 'dense' : 'convolutional');
  await withSomeBackend(name, ctx.signal, async () => {
    try {
      const { toModel } = await import('./artifact');
      (await toModel(body)).dispose();
    } catch (cause) {
      // What a card says that goes is no word on the file.
      if (cause instanceof Cancelled || cause instanceof DOMException || contextIsLost()) throw cause;
      throw invalidModelFile(text('its layers and weights do not fit together', '층과 가중치가 서로 맞지 않아요'));
    }
  });
}
