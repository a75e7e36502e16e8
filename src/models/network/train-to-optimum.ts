import { counted } from '../../lib/figures';
import { type Text, text } from '../../lib/text';
import type { ModelValue } from '../model';
import { outputsOf } from './network';
import { fitLinear } from './optimum/fit-linear';
import { linearArtifact } from './optimum/linear-artifact';
import type { TrainingHooks } from './trainer';
import { networkModel, readLesson, type TrainingRequest } from './training-request';

interface OptimumContext extends TrainingHooks {
  readonly seed: number;
  log(message: Text): void;
}

/**
 * Fits a linear network to the optimum of its loss, over all training rows at once: no epochs, no rate, no stopping
 * early. It needs no backend. What the request says of batches is how the model is trained further.
 */
export async function trainToOptimum(
  request: TrainingRequest & { readonly iterations: number },
  ctx: OptimumContext,
): Promise<ModelValue> {
  const lesson = readLesson(request, ctx);
  const { plan, task, train, validation, targetScale } = lesson;
  const [layer] = plan.layers;
  const [width] = plan.inputShape;
  if (plan.layers.length !== 1 || layer?.type !== 'dense' || width === undefined || plan.inputShape.length !== 1) {
    throw new Error('only a linear network has one optimum');
  }
  const { iterations } = request;
  const fitted = await fitLinear(
    { task, train, validation, targetScale, width, outputs: outputsOf(plan), l2: layer.l2, iterations },
    ctx,
  );
  if (!fitted.reached) ctx.log(notReached(iterations));
  if (fitted.apart) ctx.log(APART);
  return networkModel(request, lesson, linearArtifact(plan, fitted.weights), {
    backend: 'none',
    trainer: 'lbfgs',
    seed: ctx.seed,
    rounds: { count: fitted.iterations, best: fitted.iterations, stoppedEarly: false, history: fitted.history },
  });
}

const APART: Text = text(
  'The classes lie apart in the training rows: without a penalty the loss falls for ever as the weights grow, so they were kept where nothing more is to be gained. An L2 penalty above 0 gives an optimum.',
  '학습 행에서 클래스가 완전히 나뉘어, 규제가 없으면 가중치가 커질수록 손실이 끝없이 줄어요. 더 얻을 것이 없는 곳에서 멈췄어요. L2 규제를 0보다 크게 하면 최적해가 생겨요.',
);

const notReached = (iterations: number): Text =>
  text(
    `The optimum was not reached in ${counted(iterations, 'iteration')}: the weights of the last one were kept. Allow more, or add “Scale numbers” before this node.`,
    `반복 ${iterations}번 안에 최적해에 이르지 못해 마지막 가중치를 유지했어요. 반복 횟수를 늘리거나, 이 노드 앞에 ‘수치 정규화’를 넣으세요.`,
  );
