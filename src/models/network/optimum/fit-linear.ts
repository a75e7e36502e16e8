import { log2 } from '../../../lib/portable-math';
import { text } from '../../../lib/text';
import { createYieldIfDue } from '../../../lib/yielding';
import { minimize } from '../../../stats/optimize/lbfgs';
import { measures } from '../measures';
import type { Examples, TrainingHooks } from '../trainer';
import { LinearProblem } from './linear-problem';
import type { LinearTask } from './linear-task';

export interface LinearJob extends LinearTask {
  readonly validation: Examples | null;
  /** At most. */
  readonly iterations: number;
  /** Regression: the target's standard deviation, so that RMSE is told in its own units; else 1. */
  readonly targetScale: number;
}

export interface Fitted {
  /** width × outputs, then the biases. */
  readonly weights: Float32Array;
  readonly iterations: number;
  /** Every row is told right, and nothing holds the weights: there is no optimum but at endless ones. */
  readonly apart: boolean;
  /** No further step would have lowered the loss. */
  readonly reached: boolean;
  readonly history: Readonly<Record<string, readonly number[]>>;
}

/** Of the mean loss: a step that promises less changes no figure that anyone reads. */
const TOLERANCE = 1e-13;

/**
 * Fits a linear model to its optimum in double precision and in one fixed order of sums: without a backend or a seed,
 * and to the same bits in every engine. Gives others a turn at least every 50 ms; throws Cancelled when the signal fires.
 */
export async function fitLinear(job: LinearJob, hooks: TrainingHooks): Promise<Fitted> {
  const { train, validation, iterations } = job;
  const now = (): number => performance.now();
  const problem = await LinearProblem.open(job, createYieldIfDue(hooks.signal, now));
  const history: Record<string, number[]> = {};
  let last = now();
  let widest = 0;
  const record = async (iteration: number, point: Float64Array, gap: number, enough: number): Promise<void> => {
    const rowsPerSecond = (1000 * train.rows) / Math.max(now() - last, 1e-3);
    const values = {
      ...measures(job, problem.sums, train.rows, ''),
      ...(validation === null
        ? {}
        : measures(job, await problem.measure(point, validation), validation.rows, 'validation')),
    };
    for (const [name, value] of Object.entries(values)) {
      const series = history[name] ?? [];
      series.push(value);
      history[name] = series;
    }
    hooks.metric({ epoch: iteration, epochs: null, values, rowsPerSecond });
    widest = Math.max(widest, gap);
    hooks.progress(nearness(gap, enough, widest), text(`Iteration ${iteration}`, `반복 ${iteration}`));
    last = now();
  };
  const found = await minimize(problem, new Float64Array(problem.size), {
    iterations,
    tolerance: TOLERANCE,
    each: ({ iteration, point, gap, enough }) => record(iteration, point, gap, enough),
  });
  // Where the start cannot be bettered, its figures are those of the one round that looked.
  if (found.iterations === 0) {
    problem.sums = await problem.measure(found.point, train);
    await record(1, found.point, 0, 0);
  }
  return {
    weights: Float32Array.from(problem.unscaled(found.point, Math.fround)),
    iterations: Math.max(1, found.iterations),
    reached: found.end !== 'iterations',
    apart: job.l2 === 0 && job.task !== 'regression' && problem.sums.wrong === 0,
    history,
  };
}

/** How far a search has come on the way from its widest gap to one that is enough, counted in halvings. */
function nearness(gap: number, enough: number, widest: number): number {
  if (gap <= enough || widest <= enough) return 1;
  return Math.min(1, Math.max(0, log2(gap / widest) / log2(enough / widest)));
}
