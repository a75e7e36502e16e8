import type { Objective } from '../../../stats/optimize/lbfgs';
import type { Totals } from '../measures';
import type { Examples } from '../trainer';
import { type Columns, columnsOf } from './columns';
import { type Curvature, curvatureOf } from './curvature';
import type { LinearTask } from './linear-task';
import { LEAST_PENALTY } from './losses';
import { overRows } from './over-rows';

/**
 * The loss of a linear model over all rows, by weights for columns that are centred and of one spread: what the numbers
 * are measured in is no matter then. The penalty is that of the weights for the columns as they are. A point holds
 * width × outputs weights, then the biases.
 */
export class LinearProblem implements Objective {
  /** Of the latest point that was asked for, without the penalty. */
  sums: Totals = { loss: 0, wrong: 0 };

  private constructor(
    private readonly of: LinearTask,
    private readonly columns: Columns,
    private readonly curvature: Curvature,
    private readonly yieldIfDue: () => Promise<void>,
  ) {}

  static async open(of: LinearTask, yieldIfDue: () => Promise<void>): Promise<LinearProblem> {
    const columns = await columnsOf(of.train, of.width, yieldIfDue);
    return new LinearProblem(of, columns, await curvatureOf(of, columns, yieldIfDue), yieldIfDue);
  }

  get size(): number {
    return (this.of.width + 1) * this.of.outputs;
  }

  async at(point: Float64Array, gradient: Float64Array): Promise<number> {
    const { train, width, outputs, l2 } = this.of;
    const { means, deviations } = this.columns;
    const values = this.unscaled(point);
    gradient.fill(0);
    this.sums = await overRows(this.of, train, values, gradient, this.yieldIfDue);
    let penalty = 0;
    for (let j = 0; j < width; j++) {
      const deviation = deviations[j] ?? 0;
      for (let k = 0; k < outputs; k++) {
        const at = j * outputs + k;
        const weight = values[at] ?? 0;
        const own = point[at] ?? 0;
        const centred = (gradient[at] ?? 0) - (means[j] ?? 0) * (gradient[width * outputs + k] ?? 0);
        gradient[at] =
          deviation === 0 ? 0 : (centred / train.rows + 2 * l2 * weight) / deviation + 2 * LEAST_PENALTY * own;
        penalty += l2 * weight * weight + LEAST_PENALTY * own * own;
      }
    }
    for (let at = width * outputs; at < this.size; at++) gradient[at] = (gradient[at] ?? 0) / train.rows;
    return this.sums.loss / train.rows + penalty;
  }

  precondition(vector: Float64Array): void {
    this.curvature.solve(vector);
  }

  /** Loss and misses of a point over other rows. */
  measure(point: Float64Array, examples: Examples): Promise<Totals> {
    return overRows(this.of, examples, this.unscaled(point), null, this.yieldIfDue);
  }

  /** Weights and biases for the columns as they are; the biases make up for what is rounded off the weights. */
  unscaled(point: Float64Array, rounded: (weight: number) => number = (weight) => weight): Float64Array {
    const { width, outputs } = this.of;
    const { means, deviations } = this.columns;
    const values = Float64Array.from(point);
    for (let j = 0; j < width; j++) {
      const deviation = deviations[j] ?? 0;
      for (let k = 0; k < outputs; k++) {
        const at = j * outputs + k;
        const weight = deviation === 0 ? 0 : rounded((point[at] ?? 0) / deviation);
        values[at] = weight;
        values[width * outputs + k] = (values[width * outputs + k] ?? 0) - weight * (means[j] ?? 0);
      }
    }
    return values;
  }
}
