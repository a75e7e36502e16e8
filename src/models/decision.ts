import { Failure } from '../lib/failure';
import { decideClasses } from '../stats/metrics/decide';
import { cellText } from '../table/cells';
import { groupColumnGone } from '../table/group-column';
import type { Table } from '../table/table';
import type { DecisionRule } from './decision-rule';
import type { ModelValue, TargetInfo } from './model';

const USUAL_THRESHOLD = 0.5;

/** The rule that a model is trained with: the second of two classes from one half on; null where there are not two. */
export function usualRule({ classes }: TargetInfo): DecisionRule | null {
  const [, positive] = classes ?? [];
  return positive === undefined || classes?.length !== 2 ? null : { positive, threshold: USUAL_THRESHOLD };
}

/** Whether a model decides as it was trained to. */
export function decidesAsUsual({ decision, target }: Pick<ModelValue, 'decision' | 'target'>): boolean {
  const usual = usualRule(target);
  if (decision === null || usual === null) return decision === usual;
  return (
    decision.groups === undefined && decision.positive === usual.positive && decision.threshold === usual.threshold
  );
}

/** A model with another rule: everything else stays. */
export const withRule = (model: ModelValue, decision: DecisionRule | null): ModelValue => ({ ...model, decision });

/** Index of the rule's positive class among the model's; 1 where there is no rule. */
export function positiveIndex({ decision, target }: Pick<ModelValue, 'decision' | 'target'>): number {
  return decision === null ? 1 : (target.classes ?? []).indexOf(decision.positive);
}

/**
 * The class predicted for each row of `scores` (rows × classes, row-major) by the model's own rule: the only place where
 * scores become classes. -1 where a row has no scores (NaN). `table` holds the same rows, prepared: a rule with groups
 * reads its column there, takes the common threshold for groups that it does not name, and fails with
 * `group-column-gone` where there is no such column.
 */
export function decide(
  model: Pick<ModelValue, 'decision' | 'target'>,
  scores: Float64Array,
  table: Table | null,
): Int32Array {
  const classes = model.target.classes?.length ?? 0;
  if (classes === 0) throw new Error('a model of a quantity says no classes');
  const { decision } = model;
  const predicted =
    decision === null
      ? decideClasses(scores, classes)
      : decideClasses(scores, classes, {
          positive: positiveIndex(model),
          threshold: thresholds(decision, scores.length / classes, table),
        });
  for (let row = 0; row < predicted.length; row++) if (Number.isNaN(scores[row * classes])) predicted[row] = -1;
  return predicted;
}

function thresholds({ threshold, groups }: DecisionRule, rows: number, table: Table | null): number | Float64Array {
  if (groups === undefined) return threshold;
  const column = table?.columns.find(({ name }) => name === groups.column);
  if (column === undefined) throw new Failure(groupColumnGone(groups.column));
  const known = new Map(Object.entries(groups.thresholds));
  return Float64Array.from({ length: rows }, (_, row) => known.get(cellText(column, row) ?? '') ?? threshold);
}
