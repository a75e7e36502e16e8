import type { Retraining, RetrainJob } from '../../nodes/contract/live';
import type { StreamView } from './live-stream';
import type { LoopRetraining } from './services';

/** What a tick asks of retraining, in order; `view`: the rows as they were when it asked. */
export type JobWish =
  | { readonly type: 'begin'; readonly job: RetrainJob; readonly view: StreamView }
  | { readonly type: 'cancel'; readonly id: string };

/**
 * Retraining as a node sees it within a tick: what it wants begun or given up is added to `wishes` and done once the
 * tick is made. Only a job whose result is asked for in the tick that begins it is begun at once.
 */
export function retrainingWithin(retraining: LoopRetraining, view: StreamView, wishes: JobWish[]): Retraining {
  return {
    begin: (job) => {
      wishes.push({ type: 'begin', job, view });
    },
    cancel: (id) => {
      wishes.push({ type: 'cancel', id });
    },
    isDone: (id) => retraining.isDone(id),
    result: (id) => {
      grantWishes(
        retraining,
        wishes.filter((wish) => wish.type === 'begin' && wish.job.id === id),
      );
      return retraining.result(id, view);
    },
    onWallClock: retraining.onWallClock,
  };
}

/** Does what a tick asked for; a job that has been begun is not begun again. */
export function grantWishes(retraining: LoopRetraining, wishes: readonly JobWish[]): void {
  for (const wish of wishes) {
    if (wish.type === 'begin') retraining.begin(wish.job, wish.view);
    else retraining.cancel(wish.id);
  }
}
