import { type BlobStore, createTurns } from '../lib/blob-store';
import { sha256Hex } from '../lib/hash';
import { sourceFields } from '../table/source-fields';
import type { Table } from '../table/table';
import { decodeChunk, encodeChunk } from './chunk';
import { BLOCK_ROWS, contentHash } from './content-hash';
import { badName, damaged, noRows, noSuchSet, noSuchVersion, repeated } from './failures';
import { fitFields, inOrder, type LakeField, lakeFields } from './fit-columns';
import { type IndexFile, indexName, type KeptVersion, readIndex, writeIndex } from './index-file';
import { joinRows, type Rows, sliceRows, withOrderedWords } from './join-rows';
import type { DataLake, LakeSet, LakeVersion } from './lake';

/** Rows of one chunk at most, so that none is too large to be hashed or held beside the table. */
const PIECE_ROWS = 262_144;

/** The beginning of a hash is enough to name a version, from so many digits on. */
const SHORTEST_HASH = 8;

/**
 * A data lake over named bytes. The rows of each append lie once, under `chunks/` by their hash; a version is its parent
 * and one chunk (of many rows, several); each set has one index under `sets/`, written last and at once, so that a crash leaves at most a chunk
 * that nobody names and the next append of the same rows finds.
 */
export function createLake(blobs: BlobStore, now: () => Date = () => new Date()): DataLake {
  // One lock for all sets: chunks may be shared between them.
  const inTurn = createTurns(blobs, 'lake');

  const load = async (name: string): Promise<IndexFile | undefined> => {
    const bytes = await blobs.read(indexName(name));
    if (bytes === undefined) return undefined;
    const index = readIndex(bytes);
    if (index === undefined || index.name !== name) throw damaged(name, 'changed');
    return index;
  };
  /** The sets whose index can be read, and whether that is all of them. */
  const survey = async (): Promise<{ readonly indexes: readonly IndexFile[]; readonly whole: boolean }> => {
    const indexes: IndexFile[] = [];
    const names = await blobs.list('sets/');
    for (const blob of names) {
      const index = readIndex((await blobs.read(blob)) ?? new Uint8Array());
      // A set whose index is damaged says so when it is read; the others are not to be lost with it.
      if (index !== undefined) indexes.push(index);
    }
    indexes.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    return { indexes, whole: indexes.length === names.length };
  };
  const sets = async (): Promise<readonly IndexFile[]> => (await survey()).indexes;
  const locate = async (name: string, hash = ''): Promise<{ readonly index: IndexFile; readonly place: number }> => {
    const index = await load(name);
    if (index === undefined) {
      throw noSuchSet(
        name,
        (await sets()).map((set) => set.name),
      );
    }
    const last = index.versions.length - 1;
    const known = index.versions.map((version) => version.hash);
    const place =
      hash === '' ? last : known.findIndex((each) => each === hash || (isShort(hash) && each.startsWith(hash)));
    if (place < 0) throw noSuchVersion(name, hash, known[last] ?? '');
    return { index, place };
  };
  const readChunk = async (chunk: KeptChunk, name: string): Promise<Rows> => {
    const bytes = await blobs.read(`chunks/${chunk.hash}`);
    if (bytes === undefined) throw damaged(name, 'vanished');
    if (sha256Hex(bytes) !== chunk.hash) throw damaged(name, 'changed');
    const rows = decoded(bytes);
    if (rows?.rows !== chunk.rows) throw damaged(name, 'changed');
    return rows;
  };
  /** The rows after the last whole block, out of as few chunks as hold them. */
  const unsealedRows = async (index: IndexFile, fields: readonly LakeField[]): Promise<Rows> => {
    const total = index.versions.at(-1)?.rows ?? 0;
    const wanted = total % BLOCK_ROWS;
    const parts: Rows[] = [];
    let found = 0;
    for (const chunk of chunksOf(index.versions).reverse()) {
      if (found >= wanted) break;
      parts.unshift(await readChunk(chunk, index.name));
      found += chunk.rows;
    }
    return sliceRows(joinRows(fields, parts), found - wanted, found);
  };

  return {
    async list() {
      return (await sets()).map(
        ({ name, versions }): LakeSet => ({ name, versions: versions.map((version) => publicPart(version)) }),
      );
    },
    async find(name, hash) {
      const { index, place } = await locate(name, hash);
      return publicPart(index.versions[place]);
    },
    append: (given, rows, from) => {
      const name = given.trim();
      return inTurn(async () => {
        if (name === '' || name.length > 200) throw badName();
        if (rows.rows === 0) throw noRows(from);
        const index = await load(name);
        const known = index === undefined ? null : fieldsAt(index, index.versions.length - 1);
        const fields = known === null ? lakeFields(rows) : fitFields(known, rows, name);
        const own = lakeFields(rows);
        const added = joinRows(
          fields.map((field) => ({ ...field, ...own.find((each) => each.name === field.name), role: field.role })),
          [{ rows: rows.rows, columns: inOrder(fields, rows) }],
        );
        const pieces = piecesOf(added).map((piece) => {
          const bytes = encodeChunk(piece);
          return { hash: sha256Hex(bytes), rows: piece.rows, bytes };
        });
        const same = (chunks: readonly KeptChunk[]): boolean => String(hashesOf(chunks)) === String(hashesOf(pieces));
        if (index?.versions.some(({ chunks }) => same(chunks))) throw repeated(name, from);
        const parent = index?.versions.at(-1);
        const rest = index === undefined ? [] : [await unsealedRows(index, fields)];
        const total = (parent?.rows ?? 0) + rows.rows;
        const { hash, sealed } = contentHash(fields, total, parent?.sealed ?? '', joinRows(fields, [...rest, added]));
        const version: KeptVersion = {
          hash,
          parent: parent?.hash ?? null,
          rows: total,
          added: rows.rows,
          from,
          keptAt: now().toISOString(),
          chunks: pieces.map(({ hash: piece, rows: count }) => ({ hash: piece, rows: count })),
          sealed,
          ...(JSON.stringify(fields) === JSON.stringify(known) ? {} : { fields: fields.map(plainField) }),
        };
        for (const piece of pieces) await blobs.write(`chunks/${piece.hash}`, piece.bytes);
        const versions = [...(index?.versions ?? []), version];
        await blobs.write(indexName(name), writeIndex({ format: 'millrace/lake-set', version: 1, name, versions }));
        return publicPart(version);
      });
    },
    async read(name, hash) {
      const { index, place } = await locate(name, hash);
      const fields = fieldsAt(index, place);
      const parts: Rows[] = [];
      for (const chunk of chunksOf(index.versions.slice(0, place + 1))) parts.push(await readChunk(chunk, name));
      const { rows, columns } = joinRows(fields, parts);
      const version = publicPart(index.versions[place]);
      if (rows !== version.rows) throw damaged(name, 'changed');
      return { version, table: rawTable(rows, columns.map(withOrderedWords)) };
    },
    remove: (name) =>
      inTurn(async () => {
        // A damaged index can be removed, too; whose chunks it named is then no longer known.
        const index = readIndex((await blobs.read(indexName(name))) ?? new Uint8Array());
        await blobs.remove(indexName(name));
        if (index === undefined) return;
        const { indexes, whole } = await survey();
        // A damaged index may still name the same chunks.
        if (!whole) return;
        const needed = new Set(indexes.flatMap((set) => hashesOf(chunksOf(set.versions))));
        for (const hash of hashesOf(chunksOf(index.versions))) {
          if (!needed.has(hash)) await blobs.remove(`chunks/${hash}`);
        }
      }),
  };
}

/** Undefined where bytes that their name fits are no rows all the same: somebody made them. */
function decoded(bytes: Uint8Array): Rows | undefined {
  try {
    return decodeChunk(bytes);
  } catch {
    return undefined;
  }
}

type KeptChunk = KeptVersion['chunks'][number];

const chunksOf = (versions: readonly KeptVersion[]): KeptChunk[] => versions.flatMap(({ chunks }) => chunks);
const hashesOf = (chunks: readonly KeptChunk[]): readonly string[] => chunks.map(({ hash }) => hash);

/** Rows in pieces of bounded size, the last block's worth apart: it is read again by the next append. */
function piecesOf(rows: Rows): readonly Rows[] {
  const end = rows.rows > 4 * BLOCK_ROWS ? rows.rows - BLOCK_ROWS : rows.rows;
  const cuts: number[] = [];
  for (let at = 0; at < end; at += PIECE_ROWS) cuts.push(at);
  if (end < rows.rows) cuts.push(end);
  return cuts.map((from, k) =>
    joinRows(lakeFields({ columns: rows.columns }), [sliceRows(rows, from, cuts[k + 1] ?? rows.rows)]),
  );
}

const isShort = (hash: string): boolean => hash.length >= SHORTEST_HASH;

function fieldsAt({ versions }: IndexFile, place: number): readonly LakeField[] {
  for (let k = place; k >= 0; k--) {
    const fields = versions[k]?.fields;
    if (fields !== undefined) return fields;
  }
  return [];
}

function plainField({ name, type, role, shape, empty }: LakeField): NonNullable<KeptVersion['fields']>[number] {
  const size: [number, number, number] | undefined = shape === undefined ? undefined : [shape[0], shape[1], shape[2]];
  return { name, type, role, ...(size === undefined ? {} : { shape: size }), ...(empty === true ? { empty } : {}) };
}

function publicPart(version: KeptVersion | undefined): LakeVersion {
  if (version === undefined) throw new Error('a set without versions');
  const { hash, parent, rows, added, from, keptAt } = version;
  return { hash, parent, rows, added, from, keptAt };
}

function rawTable(rows: number, columns: Table['columns']): Table {
  return { rows, columns, partition: null, sourceRows: null, recipe: { source: sourceFields(columns), steps: [] } };
}
