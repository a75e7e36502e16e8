import '../lib/zod-without-eval';
import { z } from 'zod';
import type { Json, JsonObject } from '../lib/json';
import { fieldSchema, readingSchema } from '../table/field-schema';
import type { Recipe } from '../table/table';
import { formatOf, formatOfType } from './bodies';
import { invalidModelFile } from './invalid-model-file';
import { migrateModelFile } from './migrations/migrate';
import type { ModelValue, TrainingSummary } from './model';

const MODEL_FORMAT = 'millrace/model';
const MODEL_VERSION = 2;

const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());
const modelFile = z.object({
  format: z.literal(MODEL_FORMAT),
  version: z.literal(MODEL_VERSION),
  task: z.enum(['binary', 'multiclass', 'regression']),
  target: z.object({
    name: z.string(),
    classes: z.array(z.string()).exactOptional(),
    scale: z.object({ mean: z.number(), sd: z.number() }).exactOptional(),
  }),
  recipe: z.object({
    source: z.array(fieldSchema),
    steps: z.array(z.object({ kind: z.string(), nodeId: z.string(), state: jsonObject })),
    reading: readingSchema.exactOptional(),
  }),
  features: z.array(z.string()),
  decision: z
    .object({
      positive: z.string(),
      threshold: z.number().min(0).max(1),
      groups: z
        .object({ column: z.string(), thresholds: z.record(z.string(), z.number().min(0).max(1)) })
        .exactOptional(),
    })
    .nullable(),
  body: z.object({ type: z.string() }).catchall(z.json()),
  training: z.object({
    backend: z.string(),
    trainer: z.string(),
    seed: z.number(),
    rows: z.number(),
    rounds: z
      .object({
        count: z.number(),
        best: z.number(),
        stoppedEarly: z.boolean(),
        history: z.record(z.string(), z.array(z.number().nullable())),
      })
      .exactOptional(),
  }),
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
  const parsed = modelFile.safeParse(migrateModelFile(json));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw invalidModelFile(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const { task, target, recipe, features, decision, training } = parsed.data;
  const { type, ...body } = parsed.data.body;
  return {
    task,
    target,
    recipe: recipe satisfies Recipe,
    features,
    decision,
    body: formatOfType(type).read(body),
    training: trainingOf(training),
  };
}

/** JSON has no NaN: an undefined point of a curve is written as null. */
function trainingOf({ rounds, ...rest }: z.infer<typeof modelFile>['training']): TrainingSummary {
  if (rounds === undefined) return rest;
  const history: Record<string, readonly number[]> = {};
  for (const [series, values] of Object.entries(rounds.history)) {
    history[series] = values.map((value) => value ?? Number.NaN);
  }
  return { ...rest, rounds: { ...rounds, history } };
}
