import type { Recipe } from '../table/table';
import type { RecipeReplayer } from './recipe-replayer';

/** The names of the columns that a recipe makes of raw rows; null where a step's kind is not known. */
export function preparedColumns(
  { source, steps }: Recipe,
  { stepColumns }: Pick<RecipeReplayer, 'stepColumns'>,
): ReadonlySet<string> | null {
  const names = new Set(source.map(({ name }) => name));
  for (const step of steps) {
    const columns = stepColumns(step);
    if (columns === null) return null;
    for (const name of columns.drops) names.delete(name);
    for (const name of columns.writes.keys()) names.add(name);
  }
  return names;
}
