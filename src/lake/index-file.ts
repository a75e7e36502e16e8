import '../lib/zod-without-eval';
import { z } from 'zod';
import { sha256Hex } from '../lib/hash';
import { columnTypeSchema, roleSchema } from '../table/field-schema';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What a column of a data set is, without its cells. */
export const lakeColumn = {
  name: z.string(),
  type: columnTypeSchema,
  role: roleSchema,
  shape: z.tuple([z.int().min(1), z.int().min(1), z.int().min(1)]).optional(),
};

const keptVersion = z.strictObject({
  hash,
  parent: hash.nullable(),
  rows: z.int().min(1),
  added: z.int().min(1),
  from: z.string(),
  keptAt: z.string(),
  /** The rows it adds, in order; a chunk is named under `chunks/` by the SHA-256 of its bytes. */
  chunks: z.array(z.strictObject({ hash, rows: z.int().min(1) })).min(1),
  /** What its hash stands on (`content-hash.ts`), so that the next one need not read all rows. */
  sealed: z.union([hash, z.literal('')]),
  /** The columns, where they are not those of the version before. */
  fields: z.array(z.strictObject({ ...lakeColumn, empty: z.literal(true).optional() })).optional(),
});

const indexFile = z.strictObject({
  format: z.literal('millrace/lake-set'),
  version: z.literal(1),
  name: z.string(),
  versions: z.array(keptVersion).min(1),
});

/** A version as the index of its set holds it. */
export type KeptVersion = z.infer<typeof keptVersion>;
export type IndexFile = z.infer<typeof indexFile>;

/** What holds the list of a set's versions: readable where the name is, and different for different names. */
export function indexName(set: string): string {
  const readable = set
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return `sets/${readable === '' ? 'set' : readable}-${sha256Hex(set).slice(0, 12)}.json`;
}

/** Undefined where the bytes are no index. */
export function readIndex(bytes: Uint8Array): IndexFile | undefined {
  try {
    const parsed = indexFile.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export const writeIndex = (index: IndexFile): Uint8Array => new TextEncoder().encode(`${JSON.stringify(index)}\n`);
