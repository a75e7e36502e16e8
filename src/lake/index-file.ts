import '../lib/zod-without-eval';
import { z } from 'zod';
import { sha256Hex } from '../lib/hash';
import type { OfSchema } from '../lib/of-schema';
import type { Reading } from '../table/table';
import { columnTypeSchema, readingSchema, roleSchema } from '../table/table-schemas';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What a column of a data set is, without its cells. */
export const lakeColumn = {
  name: z.string(),
  type: columnTypeSchema,
  role: roleSchema,
  shape: z.tuple([z.int().min(1), z.int().min(1), z.int().min(1)]).optional(),
};

/** A column of a data set: what every version's rows have. */
const lakeField = z.strictObject({
  ...lakeColumn,
  /** No row had a value yet, so that the type is anybody's. */
  empty: z.literal(true).optional(),
});
export type LakeField = OfSchema<typeof lakeField>;

/** One immutable state of a data set. */
export const versionSchema = z.strictObject({
  /** SHA-256 of the rows' bytes and schema, hexadecimal: equal tables have equal hashes. */
  hash,
  /** The version before; null of the first. */
  parent: hash.nullable(),
  rows: z.int().min(1),
  /** Rows that this version adds to its parent. */
  added: z.int().min(1),
  /** Where the added rows came from, for reading: a file's name. */
  from: z.string(),
  /** ISO 8601, for reading. */
  keptAt: z.string(),
  /** How the file was read that the set began with: those that follow are read alike. */
  reading: readingSchema.exactOptional(),
});

const keptVersion = versionSchema.extend({
  /** The rows it adds, in order; a chunk is named under `chunks/` by the SHA-256 of its bytes. */
  chunks: z.array(z.strictObject({ hash, rows: z.int().min(1) })).min(1),
  /** What its hash stands on (`content-hash.ts`), so that the next one need not read all rows. */
  sealed: z.union([hash, z.literal('')]),
  /** The columns, where they are not those of the version before it in the same file. */
  fields: z.array(lakeField).optional(),
});

/** Versions of one page, and of the index at most. */
export const PAGE_VERSIONS = 64;

/** The older versions of a set, of which the index holds no more than where they lie. */
const pageFile = z.strictObject({
  format: z.literal('millrace/lake-page'),
  version: z.literal(1),
  versions: z.array(keptVersion).min(1),
});

const ownPart = { format: z.literal('millrace/lake-set'), name: z.string(), versions: z.array(keptVersion).min(1) };

const indexFile = z.discriminatedUnion('version', [
  z.strictObject({ ...ownPart, version: z.literal(1) }),
  z.strictObject({
    ...ownPart,
    version: z.literal(2),
    /** Oldest first; a page is named under `pages/` by the SHA-256 of its bytes. */
    pages: z.array(hash).min(1),
  }),
]);

/** A version as a file holds it. */
type KeptVersion = OfSchema<typeof keptVersion>;

/** A version of a set, with its columns. */
export interface SetVersion extends Omit<KeptVersion, 'fields'> {
  readonly fields: readonly LakeField[];
}

/** What the index of a set holds: its newest versions, and the pages that hold those before. */
export interface SetIndex {
  readonly name: string;
  readonly pages: readonly string[];
  /** Newest last; one at least. */
  readonly versions: readonly SetVersion[];
}

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

export const pageName = (hash: string): string => `pages/${hash}`;

/** Undefined where the bytes are no index. */
export function readIndex(bytes: Uint8Array): SetIndex | undefined {
  const index = parsed(indexFile, bytes);
  if (index === undefined) return undefined;
  const { name, versions } = index;
  return { name, pages: index.version === 1 ? [] : index.pages, versions: withFields(versions) };
}

/** An index without pages is written as it was before there were any. */
export function writeIndex({ name, pages, versions }: SetIndex): Uint8Array {
  const format = 'millrace/lake-set';
  const kept = withoutRepeats(versions);
  return jsonBytes(
    pages.length === 0
      ? { format, version: 1, name, versions: kept }
      : { format, version: 2, name, pages, versions: kept },
  );
}

/** Undefined where the bytes are no page. */
export function readPage(bytes: Uint8Array): readonly SetVersion[] | undefined {
  const page = parsed(pageFile, bytes);
  return page === undefined ? undefined : withFields(page.versions);
}

export const writePage = (versions: readonly SetVersion[]): Uint8Array =>
  jsonBytes({ format: 'millrace/lake-page', version: 1, versions: withoutRepeats(versions) });

const jsonBytes = (value: object): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value)}\n`);

function parsed<T>(schema: z.ZodType<T>, bytes: Uint8Array): T | undefined {
  try {
    const result = schema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return result.success ? result.data : undefined;
  } catch {
    return undefined;
  }
}

function withFields(versions: readonly KeptVersion[]): readonly SetVersion[] {
  let fields: readonly LakeField[] = [];
  let reading: Reading | undefined;
  return versions.map((version) => {
    fields = version.fields ?? fields;
    reading = version.reading ?? reading;
    return { ...version, fields, ...(reading !== undefined && { reading }) };
  });
}

function withoutRepeats(versions: readonly SetVersion[]): readonly KeptVersion[] {
  return versions.map(({ fields, reading, ...rest }, k) => {
    const before = versions[k - 1]?.fields;
    const isRead = reading === undefined || versions[k - 1]?.reading !== undefined;
    const version = isRead ? rest : { ...rest, reading };
    const isRepeat = before === fields || JSON.stringify(before) === JSON.stringify(fields);
    return isRepeat ? version : { ...version, fields: fields.map(plainField) };
  });
}

function plainField({ name, type, role, shape, empty }: LakeField): NonNullable<KeptVersion['fields']>[number] {
  const size: [number, number, number] | undefined = shape === undefined ? undefined : [shape[0], shape[1], shape[2]];
  return { name, type, role, ...(size === undefined ? {} : { shape: size }), ...(empty === true ? { empty } : {}) };
}
