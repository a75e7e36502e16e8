import { Failure } from '../lib/failure';
import type { ModelValue } from '../models/model';
import { columnLength, isCoded } from '../table/columns';
import type { Column, Recipe, SourceField, Table } from '../table/table';

/** Replays a recipe's steps over raw rows, whichever kinds they are of. */
export type ApplyRecipe = (recipe: Recipe, raw: Table) => Table;

/** A raw column that a prediction needs, with what a form starts from. */
export interface NeededInput {
  readonly field: SourceField;
  /** Median, most frequent word, or '' where nothing is usual. */
  readonly typical: string;
  readonly min?: number;
  readonly max?: number;
}

/**
 * The raw columns that a prediction depends on, in the order of the data. Found by trial, since steps
 * are opaque: the recipe runs once over a usual row and rows that differ from it in one column; a column is
 * needed where that changes what the network reads. Ids, weights and the target are never needed. Where the
 * trial cannot be run, every other column is.
 */
export function predictionInputs(model: ModelValue, applyRecipe: ApplyRecipe): readonly NeededInput[] {
  const candidates = model.recipe.source.filter(
    ({ name, role }) => role !== 'target' && role !== 'id' && role !== 'weight' && name !== model.target.name,
  );
  const needed = new Set(namesThatMatter(model, candidates, applyRecipe));
  const groups = model.decision?.groups;
  if (groups !== undefined) needed.add(groups.column);
  return candidates
    .filter((field) => needed.has(field.name))
    .map((field) => ({
      field,
      typical: field.typical ?? '',
      ...(field.min === undefined ? {} : { min: field.min }),
      ...(field.max === undefined ? {} : { max: field.max }),
    }));
}

function namesThatMatter(
  model: ModelValue,
  candidates: readonly SourceField[],
  applyRecipe: ApplyRecipe,
): ReadonlySet<string> {
  const everyName = new Set(candidates.map((field) => field.name));
  if (model.recipe.source.some((field) => field.type === 'image')) return everyName;
  // Some steps refuse a missing value: then only other values are tried.
  return (
    tryOut(model, candidates, applyRecipe, ['missing', 'low', 'high']) ??
    tryOut(model, candidates, applyRecipe, ['low', 'high']) ??
    everyName
  );
}

/** What is put in the place of a column's usual value: nothing, its least, its greatest. */
type Probe = 'missing' | 'low' | 'high';

function tryOut(
  model: ModelValue,
  candidates: readonly SourceField[],
  applyRecipe: ApplyRecipe,
  probes: readonly Probe[],
): ReadonlySet<string> | null {
  // Row 0 is the usual row; then come the probes of one column after the other.
  const owners = [null, ...candidates.flatMap((field) => probes.map(() => field.name))];
  const prepared = applyOrNull(model, applyRecipe, {
    rows: owners.length,
    columns: model.recipe.source.map((field) => trialColumn(field, owners, probes)),
    partition: null,
    sourceRows: null,
    recipe: { source: model.recipe.source, steps: [] },
  });
  if (prepared === null || prepared.rows === 0 || trialRow(prepared, 0) !== 0) return null;
  const features = prepared.columns.filter((column) => model.features.includes(column.name));
  if (features.length < model.features.length) return null;
  // A category of one word cannot be varied: where it must not be missing either, it is needed.
  const fixed = probes.includes('missing') ? [] : candidates.filter((field) => field.categories?.length === 1);
  const needed = new Set(fixed.map((field) => field.name));
  for (let row = 1; row < prepared.rows; row++) {
    const owner = owners[trialRow(prepared, row)] ?? null;
    if (owner === null || needed.has(owner)) continue;
    if (features.some((column) => !sameCells(column, 0, row))) needed.add(owner);
  }
  return needed;
}

function applyOrNull(model: ModelValue, applyRecipe: ApplyRecipe, trial: Table): Table | null {
  try {
    return applyRecipe(model.recipe, trial);
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

function trialColumn(field: SourceField, owners: readonly (string | null)[], probes: readonly Probe[]): Column {
  const { name, role, type } = field;
  const first = owners.indexOf(name);
  const fill = (cells: Float64Array | Int32Array, usual: number, put: Readonly<Record<Probe, number>>): void => {
    cells.fill(usual);
    if (first < 0) return;
    probes.forEach((probe, i) => {
      cells[first + i] = put[probe];
    });
  };
  if (type === 'image') throw new Error('images are not tried');
  if (type === 'category' || type === 'text') {
    const dictionary = field.categories ?? ['a', 'b'];
    const codes = new Int32Array(owners.length);
    const usual = Math.max(0, dictionary.indexOf(field.typical ?? ''));
    fill(codes, usual, { missing: -1, low: 0, high: dictionary.length - 1 });
    return { name, role, type, codes, dictionary };
  }
  const low = field.min ?? 0;
  // A constant of the training data may be another value in serving.
  const high = field.max !== undefined && field.max > low ? field.max : low + 1;
  const values = new Float64Array(owners.length);
  const middle = low / 2 + high / 2;
  fill(values, type === 'number' ? middle : Math.floor(middle), { missing: Number.NaN, low, high });
  return { name, role, type, values };
}

const trialRow = (prepared: Table, row: number): number => prepared.sourceRows?.[row] ?? row;

function sameCells(column: Column, a: number, b: number): boolean {
  if (isCoded(column)) return column.codes[a] === column.codes[b];
  const size = columnLength(column) === 0 || column.type !== 'image' ? 1 : column.values.length / columnLength(column);
  for (let i = 0; i < size; i++) {
    if (!Object.is(column.values[a * size + i], column.values[b * size + i])) return false;
  }
  return true;
}
