import type { LoopServices } from '../../engine/live/services';

/** For what a test claims is never asked. */
export const nobody = (): never => {
  throw new Error('nobody is asked');
};

/** What a loop asks of its host where it neither keeps models nor retrains. */
export const noServices: LoopServices = {
  models: {
    keep: nobody,
    load: nobody,
    score: nobody,
    answer: nobody,
    promote: nobody,
    rollback: nobody,
    archive: nobody,
  },
  retraining: {
    begin: nobody,
    isDone: nobody,
    result: nobody,
    cancel: nobody,
    onWallClock: false,
    pending: () => [],
  },
};
