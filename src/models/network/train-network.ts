import { counted } from '../../lib/figures';
import { text } from '../../lib/text';
import type { ModelValue } from '../model';
import { toArtifact } from './artifact';
import type { BackendChoice } from './backend/backend-choice';
import { chooseBackend, withSomeBackend } from './backend/backends';
import { type TrainingListener, trainAnywhere } from './train-anywhere';
import type { TrainingJob } from './trainer';
import { networkModel, readLesson, type TrainingRequest } from './training-request';

/** What training tells and asks of whoever runs it; a kind's RunContext is one. */
export interface TrainingContext extends TrainingListener {
  readonly seed: number;
  readonly backend: BackendChoice;
}

/**
 * Trains a network on the training part of a table and gives the model with its
 * recipe. Early stopping goes by the validation part, or by a tenth of the
 * training rows held out where there is none. A lost graphics context is
 * survived: training goes on elsewhere from the last completed epoch.
 */
export async function trainNetwork(request: TrainingRequest, ctx: TrainingContext): Promise<ModelValue> {
  const lesson = readLesson(request, ctx);
  const { plan, task, train, validation, targetScale } = lesson;
  const chosen = await chooseBackend(ctx.backend, request.reads === 'image' ? 'convolutional' : 'dense');
  ctx.usesBackend(chosen.name, chosen.reason);
  const job: TrainingJob = {
    plan,
    task,
    train,
    validation,
    settings: {
      ...request.settings,
      earlyStopping: validation === null ? null : request.settings.earlyStopping,
    },
    seed: ctx.seed,
    backend: chosen.name,
    targetScale,
  };
  const { trained, backend, trainer } = await trainAnywhere(job, ctx);
  if (trained.stoppedEarly) {
    ctx.log(
      text(
        `Stopped after ${counted(trained.epochs, 'epoch')}; the weights of epoch ${trained.bestEpoch} were kept.`,
        `${trained.epochs} 에포크에서 조기 종료했고, ${trained.bestEpoch} 에포크의 가중치를 유지했어요.`,
      ),
    );
  }
  const { history, epochs, bestEpoch, stoppedEarly } = trained;
  const artifact = await withSomeBackend(backend, ctx.signal, async () => toArtifact(plan, trained));
  return networkModel(request, lesson, artifact, {
    backend,
    trainer,
    seed: ctx.seed,
    rounds: { count: epochs, best: bestEpoch, stoppedEarly, history },
  });
}
