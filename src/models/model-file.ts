import '../lib/zod-without-eval';
import { z } from 'zod';
import { TASKS } from '../graph/schema-types';
import { isObject, type Json } from '../lib/json';
import { text } from '../lib/text';
import { recipeSchema } from '../table/table-schemas';
import { formatOf, formatOfType } from './bodies';
import { invalidModelFile, unfitModelFile } from './invalid-model-file';
import { migrateModelFile } from './migrations/migrate';
import type { ModelValue } from './model';
import { decisionSchema, targetSchema, trainingSchema } from './model-schemas';

const MODEL_FORMAT = 'millrace/model';
const MODEL_VERSION = 2;

const modelFile = z.object({
  format: z.literal(MODEL_FORMAT),
  version: z.literal(MODEL_VERSION),
  task: z.enum(TASKS),
  target: targetSchema,
  recipe: recipeSchema,
  features: z.array(z.string()),
  decision: decisionSchema.nullable(),
  body: z.object({ type: z.string() }).catchall(z.json()),
  training: trainingSchema,
});

/**
 * A model as one JSON text that another Millrace can load. Its bytes follow from the model alone: the same model
 * gives the same file, wherever and whenever it is written.
 */
export function writeModelFile({ task, target, recipe, features, decision, body, training }: ModelValue): string {
  const { type, write } = formatOf(body);
  const file = {
    format: MODEL_FORMAT,
    version: MODEL_VERSION,
    task,
    target,
    recipe,
    features,
    decision,
    body: { type, ...write(body) },
    training,
  };
  return `${JSON.stringify(file)}\n`;
}

/** The model in a file of any version so far; fails with `model-file-invalid`, naming what does not fit. */
export function readModelFile(source: string): ModelValue {
  let json: Json;
  try {
    json = JSON.parse(source);
  } catch {
    throw invalidModelFile('it is not JSON');
  }
  if (isObject(json) && json.format === 'millrace/pipeline') {
    throw invalidModelFile(
      text('it is a pipeline', '파이프라인이에요'),
      text('Run it, and give the model that it trains.', '실행한 뒤 학습된 모델을 지정해 주세요.'),
    );
  }
  const parsed = modelFile.safeParse(migrateModelFile(json));
  if (!parsed.success) {
    throw unfitModelFile(parsed.error);
  }
  const { task, target, recipe, features, decision, training } = parsed.data;
  const { type, ...body } = parsed.data.body;
  return {
    task,
    target,
    recipe,
    features,
    decision,
    body: formatOfType(type).read(body),
    training,
  };
}
