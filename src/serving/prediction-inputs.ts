import type { ModelValue } from '../models/model';
import type { SourceField } from '../table/table';
import type { RecipeReplayer } from './recipe-replayer';

/** A raw column that a prediction needs, with what a form starts from. */
export interface NeededInput {
  readonly field: SourceField;
  /** Median, most frequent word, or '' where nothing is usual. */
  readonly typical: string;
  readonly min?: number;
  readonly max?: number;
}

/**
 * The raw columns that a prediction depends on, in the order of the data: those that the model's features are made of,
 * those without which a step drops or refuses a row, and the one that the rule's groups are told by. Never the target.
 * Of a recipe with a step of an unknown kind, every column but target, id and weight.
 */
export function predictionInputs(
  model: Pick<ModelValue, 'recipe' | 'features' | 'target' | 'decision'>,
  replayer: Pick<RecipeReplayer, 'stepColumns'>,
): readonly NeededInput[] {
  const { source } = model.recipe;
  const needed = neededColumns(model, replayer);
  const fields =
    needed === null
      ? source.filter(
          ({ name, role }) => role !== 'target' && role !== 'id' && role !== 'weight' && name !== model.target.name,
        )
      : source.filter(({ name }) => needed.has(name));
  return fields.map((field) => ({
    field,
    typical: field.typical ?? '',
    ...(field.min === undefined ? {} : { min: field.min }),
    ...(field.max === undefined ? {} : { max: field.max }),
  }));
}

/** Walks the recipe backwards from the features to raw columns; null where a step's kind is not known. */
function neededColumns(
  { recipe, features, target, decision }: Pick<ModelValue, 'recipe' | 'features' | 'target' | 'decision'>,
  { stepColumns }: Pick<RecipeReplayer, 'stepColumns'>,
): ReadonlySet<string> | null {
  let needed = new Set(features);
  if (decision?.groups !== undefined) needed.add(decision.groups.column);
  let outcomes = new Set([target.name]);
  for (const step of recipe.steps.toReversed()) {
    const columns = stepColumns(step);
    if (columns === null) return null;
    const { writes, needs } = columns;
    const drops = new Set(columns.drops);
    const made = (names: ReadonlySet<string>): Set<string> =>
      new Set([...names].flatMap((name) => writes.get(name) ?? (drops.has(name) ? [] : [name])));
    outcomes = made(outcomes);
    needed = made(needed);
    for (const name of needs) if (!outcomes.has(name)) needed.add(name);
  }
  return needed;
}
