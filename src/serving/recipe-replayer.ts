import type { FittedStep, Recipe, Table } from '../table/table';

/** What a fitted step does to the columns of a table, by name. Columns that it does not name pass through. */
export interface StepColumns {
  /** Columns that it makes or changes, each with those that it is made of. */
  readonly writes: ReadonlyMap<string, readonly string[]>;
  /** Columns without whose value it drops or refuses a row. */
  readonly needs: readonly string[];
  /** Columns that are not there any more afterwards. */
  readonly drops: readonly string[];
}

/** Replays fitted steps, whichever kinds they are of; handed in, since only the engine knows the kinds. */
export interface RecipeReplayer {
  /** From raw rows to the columns that a model reads. Rows are dropped as the steps say; `sourceRows` tells which are left. */
  applyRecipe(recipe: Recipe, raw: Table): Table;
  /** What a step does to the columns; null of a kind that this version does not know. */
  stepColumns(step: FittedStep): StepColumns | null;
}
