import type { ModelValue } from '../../../models/model';
import type { LiveContext, LiveModels } from '../../live';
import { type NeededInput, predictionInputs } from '../../prediction-inputs';

/** A model with what its answers depend on. */
export interface ServedModel {
  readonly model: ModelValue;
  readonly inputs: readonly NeededInput[];
  readonly needed: ReadonlySet<string>;
}

/** Found by trial, which is too dear to repeat every tick. It follows from the version alone, so it is no state. */
const found = new WeakMap<LiveModels, Map<string, ServedModel>>();
const KEPT = 8;

/** Loads a version, or finds it where it served a moment ago. Fails with `version-gone`. */
export async function servedModel(version: string, ctx: LiveContext): Promise<ServedModel> {
  const versions = found.get(ctx.models) ?? new Map<string, ServedModel>();
  found.set(ctx.models, versions);
  const known = versions.get(version);
  if (known !== undefined) return known;
  const model = await ctx.models.load(version);
  const inputs = predictionInputs(model, ctx.applyRecipe);
  const served = { model, inputs, needed: new Set(inputs.map(({ field }) => field.name)) };
  versions.set(version, served);
  const [oldest] = versions.keys();
  if (versions.size > KEPT && oldest !== undefined) versions.delete(oldest);
  return served;
}
