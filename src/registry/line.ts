import '../lib/zod-without-eval';
import { z } from 'zod';
import { Failure } from '../lib/failure';
import { sha256Hex } from '../lib/hash';
import { canonicalJson, type Json } from '../lib/json';
import { messageSchema } from '../lib/message-schema';
import { text } from '../lib/text';

const stage = z.enum(['candidate', 'champion', 'archived']);
const range = z.object({ from: z.number(), to: z.number() });
const metrics = z.record(z.string(), z.number().nullable());
const entry = z.object({
  id: z.string(),
  line: z.string(),
  number: z.int().positive(),
  stage,
  task: z.enum(['binary', 'multiclass', 'regression']),
  target: z.string(),
  classes: z.array(z.string()).nullable(),
  parameters: z.number(),
  bytes: z.number(),
  metrics,
  lineage: z.object({
    pipeline: z.object({ name: z.string(), hash: z.string() }),
    nodeId: z.string(),
    dataHash: z.string().nullable(),
    rows: z.number(),
    seed: z.number(),
    backend: z.string(),
    steps: z.array(z.string()),
    madeBy: z.enum(['pipeline', 'incremental', 'full']),
    parent: z.string().nullable(),
    tick: z.number().nullable(),
    streamRows: range.nullable(),
  }),
  moves: z.array(z.object({ stage, tick: z.number().nullable(), why: messageSchema, rollback: z.boolean() })),
  card: z.string(),
  keptAt: z.string(),
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
      `모델 버전 목록(“${blob}”)이 손상되었어요. 다른 모델에는 영향이 없어요.`,
    ),
    hint: text(
      'Put the file back from a backup, or keep new models under another name.',
      '백업에서 파일을 되돌리거나, 새 모델을 다른 이름으로 보관하세요.',
    ),
  });
}
