import { korean } from '../lib/korean';
import '../lib/zod-without-eval';
import { z } from 'zod';
import { TASKS } from '../graph/schema-types';
import { Failure } from '../lib/failure';
import { sha256Hex } from '../lib/hash';
import { canonicalJson, type Json } from '../lib/json';
import { messageSchema } from '../lib/message-schema';
import { text } from '../lib/text';

/** A candidate was trained; the champion of its line serves; what is archived served once or lost. */
const stage = z.enum(['candidate', 'champion', 'archived']);

/** Where a version comes from: enough to make it again, or to say why it cannot be. */
const lineage = z.object({
  pipeline: z.object({ name: z.string(), hash: z.string() }),
  /** The node whose output it is. */
  nodeId: z.string(),
  /** SHA-256 of the rows it was trained on: their source columns and values. */
  dataHash: z.string().nullable(),
  rows: z.number(),
  seed: z.number(),
  backend: z.string(),
  /** Kinds of the recipe's steps, in order. */
  steps: z.array(z.string()),
  madeBy: z.enum(['pipeline', 'incremental', 'full']),
  /** The version it was continued from. */
  parent: z.string().nullable(),
  /** Of the loop: the tick, and positions in the stream. */
  tick: z.number().nullable(),
  streamRows: z.object({ from: z.number(), to: z.number() }).nullable(),
});

/** One model in the registry, without its weights. */
export const versionSchema = z.object({
  /** The beginning of the hash of everything the model answers with: equal models have equal ids. */
  id: z.string(),
  /** What belongs together and has one champion: a deployment's name. */
  line: z.string(),
  /** From 1 within its line, in order of arrival. */
  number: z.int().positive(),
  stage,
  task: z.enum(TASKS),
  target: z.string(),
  classes: z.array(z.string()).nullable(),
  parameters: z.number(),
  bytes: z.number(),
  metrics: z.record(z.string(), z.number().nullable()),
  lineage,
  moves: z.array(
    z.object({
      stage,
      /** Tick of the loop; null outside it. */
      tick: z.number().nullable(),
      why: messageSchema,
      rollback: z.boolean(),
    }),
  ),
  /** The model card: what a person wrote about it. */
  card: z.string(),
  /** When it was kept, ISO 8601; for reading, never part of an id. */
  keptAt: z.string(),
});
const entry = versionSchema.extend({
  /** SHA-256 of the model file. */
  file: z.string(),
});
const registryLine = z.object({
  line: z.string(),
  /** Number of the next version: numbers are never given twice. */
  next: z.int().positive(),
  /** Ids of the champions so far that may serve again; the last is the one that serves, where one does. */
  champions: z.array(z.string()),
  versions: z.array(entry),
});
const lineFile = z.object({
  format: z.literal('millrace/registry-line'),
  /** Version 1 kept the sentence of each move, which stays as it was written. */
  version: z.union([z.literal(1), z.literal(2)]),
  sha256: z.string(),
  content: z.json(),
});

/** A version as its line's index holds it. */
export type RegistryEntry = z.infer<typeof entry>;
/** All versions that compete for one place. */
export type RegistryLine = z.infer<typeof registryLine>;

export const LINES = 'lines/';

/** Where a line's index lies: its name may hold anything, a blob's may not. */
export const lineBlob = (line: string): string => `${LINES}${sha256Hex(line).slice(0, 32)}.json`;

/** A line before its first version. */
export const emptyLine = (line: string): RegistryLine => ({ line, next: 1, champions: [], versions: [] });

/** A line's index as bytes that tell whether they were damaged. */
export function writeLine(content: RegistryLine): Uint8Array {
  const file = { format: 'millrace/registry-line', version: 2, sha256: sha256Hex(canonicalJson(content)), content };
  return new TextEncoder().encode(`${JSON.stringify(file)}\n`);
}

/** Reads an index. Fails with `registry-damaged` naming the blob. */
export function readLine(blob: string, bytes: Uint8Array): RegistryLine {
  const file = lineFile.safeParse(jsonOf(bytes));
  if (!file.success || sha256Hex(canonicalJson(file.data.content)) !== file.data.sha256) throw damaged(blob);
  const line = registryLine.safeParse(file.data.content);
  if (!line.success) throw damaged(blob);
  return line.data;
}

function jsonOf(bytes: Uint8Array): Json {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

function damaged(blob: string): Failure {
  return new Failure({
    code: 'registry-damaged',
    message: text(
      `A list of model versions (“${blob}”) is damaged. The other models are not affected.`,
      korean`모델 버전 목록(“${blob}”)이(가) 손상되었어요. 다른 모델에는 영향이 없어요.`,
    ),
    hint: text(
      'Put the file back from a backup, or keep new models under another name.',
      '백업에서 파일을 되돌리거나, 새 모델을 다른 이름으로 보관하세요.',
    ),
  });
}
