import type { Task } from '../../../graph/schema-types';
import type { Figure } from '../../../stats/metrics/figure';
import {
  addError,
  addToConfusion,
  classificationMeasures,
  type ErrorSums,
  NO_ERRORS,
  regressionMeasures,
} from '../../../stats/metrics/prequential';
import type { LiveModel } from '../../contract/live';
import type { Measures, Performance } from '../../contract/monitor-report';
import type { Judged, MonitorState } from './state';

/** The measure that is followed unless told otherwise. */
const headlineOf = (task: Task): string => (task === 'regression' ? 'rmse' : 'accuracy');

export function performanceOf(task: Task, batch: Judged, state: MonitorState, champion: LiveModel): Performance {
  const { window, overall } = state;
  return {
    headline: headlineOf(task),
    batch: measuresOf(task, batch.truth, batch.said),
    window: measuresOf(task, window.truth, window.said),
    overall:
      task === 'regression'
        ? plain(regressionMeasures(overall.errors))
        : plain(classificationMeasures(overall.confusion)),
    noChange: measuresOf(task, window.truth, window.noChange),
    majority: measuresOf(task, window.truth, window.majority),
    reference: Object.keys(champion.metrics).length === 0 ? null : champion.metrics,
  };
}

/** Rows that have no answer are left out. */
function measuresOf(task: Task, truth: readonly number[], said: readonly (number | null)[]): Measures {
  if (task === 'regression') {
    let sums: ErrorSums = NO_ERRORS;
    truth.forEach((value, i) => {
      const answer = said[i] ?? null;
      if (answer !== null) sums = addError(sums, value, answer);
    });
    return plain(regressionMeasures(sums));
  }
  const confusion: number[][] = [];
  truth.forEach((label, i) => {
    const answer = said[i] ?? null;
    if (answer !== null) addToConfusion(confusion, label, answer);
  });
  return plain(classificationMeasures(confusion));
}

const plain = (figures: Readonly<Record<string, Figure>>): Measures =>
  Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value]));
