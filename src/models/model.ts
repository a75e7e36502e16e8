import type { Task } from '../graph/schema-types';
import type { OfSchema } from '../lib/of-schema';
import type { Text } from '../lib/text';
import type { Recipe } from '../table/table';
import type { DecisionRule } from './decision-rule';
import type { targetSchema, trainingSchema } from './model-schemas';

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

export type TargetInfo = OfSchema<typeof targetSchema>;

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

export type TrainingSummary = OfSchema<typeof trainingSchema>;
