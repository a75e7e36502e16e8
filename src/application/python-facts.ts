import type { StoredResult } from '../engine/result-cache';
import type { Codes } from '../export/program';
import type { Learned } from '../export/write-parts';
import type { CompiledNode } from '../graph/pipeline';
import type { ModelSchema } from '../graph/schema-types';
import type { Json } from '../lib/json';
import { formatOf } from '../models/bodies';
import type { ModelValue } from '../models/model';
import type { FittedModel, Looking } from '../nodes/contract/code';
import type { AnySpec } from '../nodes/contract/kind';
import type { RecipeReplayer } from '../serving/recipe-replayer';

/** How a node's kind looks at the data before it is written; undefined where it does not. */
export function lookOf(
  { spec, parsed }: CompiledNode<AnySpec>,
  codes: Codes,
): ((at: Looking) => Promise<Json>) | undefined {
  const look = codes.get(spec?.id ?? '')?.look;
  return look && parsed.ok ? (at) => look(parsed.params, at) : undefined;
}

export function modelSchemaOf({ task, target: { name, classes } }: ModelValue): ModelSchema {
  return { type: 'model', task, target: name, ...(classes && { classes }) };
}

/** What a node's step and its model learned. */
export function learnedBy(id: string, result: StoredResult | undefined, replayer: RecipeReplayer): Learned {
  const values = Object.values(result?.outputs ?? {});
  const table = values.find((value) => value.type === 'table');
  const model = values.find((value) => value.type === 'model');
  const step = table?.table.recipe.steps.findLast(({ nodeId }) => nodeId === id);
  return { state: step?.state ?? null, model: model === undefined ? null : fittedModelOf(model.model, replayer) };
}

function fittedModelOf(model: ModelValue, { stepColumns }: RecipeReplayer): FittedModel {
  const { body, decision, features, recipe, target, training } = model;
  return {
    schema: modelSchemaOf(model),
    features,
    madeOf: (name) => {
      const made = recipe.steps.map((step) => stepColumns(step)?.writes.get(name));
      return made.findLast((columns) => columns !== undefined) ?? [];
    },
    scale: target.scale ?? null,
    decision,
    rows: training.rows,
    source: recipe.steps.length === 0 ? recipe.source : null,
    get body() {
      return { ...formatOf(body).write(body), type: body.type };
    },
  };
}
