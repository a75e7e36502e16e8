import { Cancelled, Failure } from '../lib/failure';
import { text } from '../lib/text';
import type { ModelValue } from './model';
import { toModel } from './network/artifact';
import type { BackendChoice } from './network/backend/backend-choice';
import { chooseBackend, withBackend } from './network/backend/backends';
import { planFits } from './network/network-origin';

/**
 * Builds a model's network once and puts it away: a file may be well formed and
 * still describe a network whose layers and weights do not fit together.
 * Throws a Failure `model-file-invalid` where they do not.
 */
export async function checkModel(
  model: ModelValue,
  ctx: { readonly backend: BackendChoice; readonly signal: AbortSignal },
): Promise<void> {
  const { network, features, target, task } = model;
  const outputs = task === 'multiclass' ? (target.classes?.length ?? 0) : 1;
  if (network.outputs !== outputs) throw broken(`${network.outputs} outputs where the task needs ${outputs}`);
  if (task === 'binary' && target.classes?.length !== 2) throw broken('two classes are needed');
  if (network.inputShape.length === 1 && network.inputShape[0] !== features.length) {
    throw broken(`${features.length} features for ${network.inputShape[0]} inputs`);
  }
  if (model.origin !== undefined && !planFits(model.origin.plan, network)) {
    throw broken('it was made by another plan than its weights show');
  }
  const { name } = await chooseBackend(ctx.backend, network.inputShape.length === 1 ? 'dense' : 'convolutional');
  await withBackend(name, ctx.signal, async () => {
    try {
      (await toModel(network)).dispose();
    } catch (cause) {
      if (cause instanceof Cancelled) throw cause;
      throw broken(cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause));
    }
  });
}

function broken(why: string): Failure {
  return new Failure({
    code: 'model-file-invalid',
    message: text(`The model in this file cannot work: ${why}.`, `이 파일의 모델은 쓸 수 없습니다: ${why}.`),
    hint: text('Export the model again from Millrace.', 'Millrace에서 모델을 다시 내보내세요.'),
  });
}
