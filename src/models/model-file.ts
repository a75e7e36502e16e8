import '../lib/zod-without-eval';
import { z } from 'zod';
import { fromBase64, toBase64 } from '../lib/base64';
import { Failure } from '../lib/failure';
import type { Json, JsonObject } from '../lib/json';
import { text } from '../lib/text';
import type { ModelValue, NetworkArtifact, TrainingSummary, WeightArray } from './model';
import { ACTIVATIONS } from './network/network';
import { OPTIMIZERS } from './network/optimizer';
import { SCHEDULES } from './network/schedule';

const FORMAT = 'millrace/model';
const VERSION = 1;
const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());

const field = z.object({
  name: z.string(),
  type: z.enum(['number', 'integer', 'boolean', 'date', 'category', 'text', 'image']),
  role: z.enum(['target', 'sensitive', 'time', 'id', 'weight']).nullable(),
  shape: z.tuple([z.number(), z.number(), z.number()]).exactOptional(),
  categories: z.array(z.string()).exactOptional(),
  typical: z.string().exactOptional(),
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
});
const weight = z.object({ name: z.string(), shape: z.array(z.int().nonnegative()), base64: z.string() });
const layer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('dense'), units: z.int().positive(), l2: z.number().nonnegative() }),
  z.object({
    type: z.literal('conv'),
    filters: z.int().positive(),
    kernel: z.int().positive(),
    l2: z.number().nonnegative(),
  }),
  z.object({ type: z.literal('maxPool'), size: z.int().positive() }),
  z.object({ type: z.literal('flatten') }),
  z.object({ type: z.literal('activation'), activation: z.enum(ACTIVATIONS) }),
  z.object({ type: z.literal('dropout'), rate: z.number().min(0).max(1) }),
  z.object({ type: z.literal('batchNorm') }),
]);
const origin = z.object({
  plan: z.object({ inputShape: z.array(z.int().positive()), layers: z.array(layer) }),
  settings: z.object({
    epochs: z.int().positive(),
    batchSize: z.int().positive(),
    optimizer: z.enum(OPTIMIZERS),
    learningRate: z.number().positive(),
    schedule: z.object({ type: z.enum(SCHEDULES), factor: z.number(), every: z.number(), warmUp: z.number() }),
    clipNorm: z.number().positive().nullable(),
    earlyStopping: z.object({ patience: z.number(), minDelta: z.number() }).nullable(),
  }),
  balanced: z.boolean(),
});
const modelFile = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  task: z.enum(['binary', 'multiclass', 'regression']),
  target: z.object({
    name: z.string(),
    classes: z.array(z.string()).exactOptional(),
    scale: z.object({ mean: z.number(), sd: z.number() }).exactOptional(),
  }),
  recipe: z.object({
    source: z.array(field),
    steps: z.array(z.object({ kind: z.string(), nodeId: z.string(), state: jsonObject })),
  }),
  features: z.array(z.string()),
  network: z.object({
    topology: jsonObject,
    inputShape: z.array(z.int().positive()),
    outputs: z.int().positive(),
    parameters: z.int().nonnegative(),
    weights: z.array(weight),
  }),
  training: z.object({
    backend: z.string(),
    trainer: z.string(),
    seed: z.number(),
    rows: z.number(),
    epochs: z.number(),
    bestEpoch: z.number(),
    stoppedEarly: z.boolean(),
    ms: z.number(),
    history: z.record(z.string(), z.array(z.number().nullable())),
  }),
  origin: origin.exactOptional(),
});
type ModelFile = z.infer<typeof modelFile>;

/**
 * A model as one JSON text that another Millrace can load: weights are 32-bit
 * little-endian floats in base64, so that no digit is lost.
 */
export function writeModelFile(model: ModelValue): string {
  const { network, training } = model;
  const file = {
    format: FORMAT,
    version: VERSION,
    task: model.task,
    target: model.target,
    recipe: model.recipe,
    features: model.features,
    network: {
      topology: network.topology,
      inputShape: network.inputShape,
      outputs: network.outputs,
      parameters: network.parameters,
      weights: network.weights.map(({ name, shape, values }) => ({ name, shape, base64: encode(values) })),
    },
    training,
    ...(model.origin === undefined ? {} : { origin: model.origin }),
  };
  return `${JSON.stringify(file)}\n`;
}

/** The model in a file; fails with `model-file-invalid`, naming what does not fit. */
export function readModelFile(source: string): ModelValue {
  let json: Json;
  try {
    json = JSON.parse(source);
  } catch {
    throw invalid('it is not JSON');
  }
  const parsed = modelFile.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw invalid(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const { task, target, recipe, features } = parsed.data;
  return {
    task,
    target,
    recipe,
    features,
    network: networkOf(parsed.data.network),
    training: trainingOf(parsed.data.training),
    ...(parsed.data.origin === undefined ? {} : { origin: parsed.data.origin }),
  };
}

function networkOf(network: ModelFile['network']): NetworkArtifact {
  return {
    ...network,
    weights: network.weights.map(({ name, shape, base64 }): WeightArray => {
      const values = decode(base64, name);
      if (values.length !== shape.reduce((product, side) => product * side, 1)) {
        throw invalid(`the weights “${name}” do not fill their shape ${shape.join(' × ')}`);
      }
      return { name, shape, values };
    }),
  };
}

/** JSON has no NaN: an undefined point of a curve is written as null. */
function trainingOf(training: ModelFile['training']): TrainingSummary {
  const history: Record<string, readonly number[]> = {};
  for (const [series, values] of Object.entries(training.history)) {
    history[series] = values.map((value) => value ?? Number.NaN);
  }
  return { ...training, history };
}

function encode(values: Float32Array): string {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, index) => {
    view.setFloat32(index * 4, value, true);
  });
  return toBase64(new Uint8Array(view.buffer));
}

function decode(base64: string, name: string): Float32Array {
  let bytes: Uint8Array;
  try {
    bytes = fromBase64(base64);
  } catch {
    throw invalid(`the weights “${name}” are not base64`);
  }
  if (bytes.length % 4 !== 0) throw invalid(`the weights “${name}” are cut off`);
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 4 }, (_, index) => view.getFloat32(index * 4, true));
}

function invalid(why: string): Failure {
  return new Failure({
    code: 'model-file-invalid',
    message: text(
      `This is not a model file that Millrace can read: ${why}.`,
      `Millrace가 읽을 수 있는 모델 파일이 아니에요: ${why}.`,
    ),
    hint: text('Export the model again from Millrace.', 'Millrace에서 모델을 다시 내보내 주세요.'),
  });
}
