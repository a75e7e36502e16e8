import type { Task } from '../../../graph/schema-types';
import { square } from '../../../lib/portable-math';
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
import type { MonitorParams } from './spec';
import type { Judged, MonitorState } from './state';

/** The measure that is followed unless told otherwise. */
const headlineOf = (task: Task): string => (task === 'regression' ? 'rmse' : 'accuracy');

/** So many of the first rows at least: fewer would tell of chance. */
const FIRST_ROWS = 300;

/** How many of a champion's first labelled rows its own figures stand on; no fewer than of a window that is judged. */
export const firstRows = ({ window, minRows }: MonitorParams): number =>
  Math.max(FIRST_ROWS, minRows, Math.ceil(window / 2));

export function performanceOf(
  task: Task,
  batch: Judged,
  state: MonitorState,
  champion: LiveModel,
  params: MonitorParams,
): Performance {
  const { window, overall } = state;
  return {
    headline: headlineOf(task),
    batch: measuresOf(task, batch.truth, batch.said),
    window: measuresOf(task, window.truth, window.said),
    overall: sumsOf(task, overall),
    noChange: measuresOf(task, window.truth, window.noChange),
    majority: measuresOf(task, window.truth, window.majority),
    ...referenceOf(task, state.baseline, champion, firstRows(params)),
  };
}

/** A challenger's figure at the gate won because it was high: of a model that was promoted, only later rows tell. */
function referenceOf(
  task: Task,
  baseline: MonitorState['baseline'],
  { metrics }: LiveModel,
  needed: number,
): Pick<Performance, 'reference' | 'referenceOf'> {
  if (baseline.of === 'first-rows') {
    const { rows } = baseline;
    if (rows < needed) return { reference: null, referenceOf: { what: 'first-rows', rows, needed, chance: null } };
    const reference = sumsOf(task, baseline);
    const own = reference[headlineOf(task)] ?? null;
    const chance = own === null ? null : byChance(task, own, baseline);
    return { reference, referenceOf: { what: 'first-rows', rows, needed, chance } };
  }
  const reference = Object.keys(metrics).length === 0 ? null : metrics;
  return { reference, ...(baseline.of === 'made' ? {} : { referenceOf: { what: 'evaluation' } }) };
}

/** How far the headline of so few rows may lie from that of many by chance: two standard errors of the mean loss. */
function byChance(
  task: Task,
  own: number,
  { rows, losses }: { readonly rows: number; readonly losses: number },
): number {
  const loss = task === 'regression' ? square(own) : 1 - own;
  const error = 2 * Math.sqrt(Math.max(0, losses / rows - square(loss)) / rows);
  return task === 'regression' ? Math.sqrt(loss + error) - own : error;
}

const sumsOf = (task: Task, { confusion, errors }: Pick<MonitorState['overall'], 'confusion' | 'errors'>): Measures =>
  plain(task === 'regression' ? regressionMeasures(errors) : classificationMeasures(confusion));

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
