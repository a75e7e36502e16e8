import type { Task } from '../graph/schema-types';
import type { Text } from '../lib/text';
import type { Recipe } from '../table/table';
import type { DecisionRule } from './decision-rule';

/** A trained model as it travels on a wire and lies on disk: plain data, no tensors. */
export interface ModelValue {
  readonly task: Task;
  readonly target: TargetInfo;
  /** From raw rows to the columns named in `features`. */
  readonly recipe: Recipe;
  /** Column names in the order the body reads them; for images the one image column. */
  readonly features: readonly string[];
  /** How the scores of two classes become an answer; null of numbers, and of more classes, where the most probable is said. */
  readonly decision: DecisionRule | null;
  readonly body: ModelBody;
  readonly training: TrainingSummary;
}

export interface TargetInfo {
  readonly name: string;
  /** In the order of the scores; for `binary`, index 1 is the positive class unless the rule says otherwise. Absent for regression. */
  readonly classes?: readonly string[];
  /** Networks learn (y - mean) / sd of a quantity. */
  readonly scale?: { readonly mean: number; readonly sd: number };
}

/**
 * What a family learned. Nobody but the family itself looks inside: whoever has a body asks `bodies.ts` (what it is
 * as data) or `estimators.ts` (what it computes).
 */
export interface ModelBody {
  readonly type: string;
}

/** A layer, a tree, a class or a column of a body, in words and numbers for people. */
export interface ModelPart {
  readonly name: string;
  readonly detail: Text;
  readonly parameters: number;
}

export interface TrainingSummary {
  /** Where it was computed; `none` of families that need no backend. */
  readonly backend: string;
  readonly trainer: string;
  readonly seed: number;
  readonly rows: number;
  /** How training went; absent of what is fitted in one go. */
  readonly rounds?: TrainingRounds;
}

/** Epochs of a network, or rounds of boosting. */
interface TrainingRounds {
  readonly count: number;
  /** 1-based round whose state was kept. */
  readonly best: number;
  readonly stoppedEarly: boolean;
  /** One entry a round, by series name (see MetricPoint.values). */
  readonly history: Readonly<Record<string, readonly number[]>>;
}
