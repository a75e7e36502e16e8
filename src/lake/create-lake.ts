import { type BlobStore, createMutex } from '../lib/blob-store';
import { Failure } from '../lib/failure';
import { sha256Hex } from '../lib/hash';
import { sourceFields } from '../table/source-fields';
import type { Reading, Table } from '../table/table';
import { decodeChunk, encodeChunk } from './chunk';
import { BLOCK_ROWS, contentHash } from './content-hash';
import { badName, damaged, noRows, noSuchSet, noSuchVersion, repeated } from './failures';
import { fitFields, inOrder, lakeFields } from './fit-columns';
import { indexName, pageName, readIndex, type SetIndex, type SetVersion } from './index-file';
import { joinRows, type Rows, sliceRows, withOrderedWords } from './join-rows';
import type { DataLake, LakeSet, LakeVersion } from './lake';
import { createSetFiles } from './set-files';

/** Rows of one chunk at most, so that none is too large to be hashed or held beside the table. */
const PIECE_ROWS = 262_144;

/** The beginning of a hash is enough to name a version, from so many digits on. */
const SHORTEST_HASH = 8;

/**
 * A data lake over named bytes. The rows of each append lie once, under `chunks/` by their hash; a version is its parent
 * and one chunk (of many rows, several); each set has one index under `sets/`, written last and at once, so that a crash
 * leaves at most chunks and pages that nobody names and the next append of the same rows finds. However long a set is,
 * an append writes its rows and the newest versions' index (`set-files.ts`), and reads the last, unfinished block.
 */
export function createLake(blobs: BlobStore, now: () => Date = () => new Date()): DataLake {
  // One lock for all sets: chunks may be shared between them.
  const exclusively = createMutex(blobs, 'lake');
  const tails = new Map<string, { readonly of: string; readonly rows: Rows }>();
  const { load, survey, newestFirst, save } = createSetFiles(blobs);
  const open = async (name: string): Promise<SetIndex> => {
    const index = await load(name);
    if (index !== undefined) return index;
    throw noSuchSet(
      name,
      (await survey()).indexes.map((set) => set.name),
    );
  };
  const locate = async (index: SetIndex, hash = ''): Promise<SetVersion> => {
    for await (const version of newestFirst(index)) if (isMeant(version, hash)) return version;
    throw noSuchVersion(index.name, hash, newestOf(index).hash);
  };
  const readChunk = async (chunk: KeptChunk, name: string): Promise<Rows> => {
    const bytes = await blobs.read(chunkName(chunk.hash));
    if (bytes === undefined) throw damaged(name, 'vanished');
    if (sha256Hex(bytes) !== chunk.hash) throw damaged(name, 'changed');
    const rows = decoded(bytes);
    if (rows?.rows !== chunk.rows) throw damaged(name, 'changed');
    return rows;
  };
  /** The rows of a version from `from` on, in order, out of no more chunks than hold them. */
  const readParts = async (index: SetIndex, until: SetVersion, from: number): Promise<readonly Rows[]> => {
    const parts: Rows[] = [];
    let at = until.rows;
    let isReached = false;
    for await (const version of newestFirst(index)) {
      if (at <= from) break;
      isReached ||= version.hash === until.hash;
      if (!isReached) continue;
      if (version.rows !== at) throw damaged(index.name, 'changed');
      for (const chunk of [...version.chunks].reverse()) {
        if (at <= from) break;
        const rows = await readChunk(chunk, index.name);
        at -= rows.rows;
        parts.push(at < from ? sliceRows(rows, from - at, rows.rows) : rows);
      }
      if (at < version.rows - version.added) throw damaged(index.name, 'changed');
    }
    if (at > from) throw damaged(index.name, 'changed');
    return parts.reverse();
  };
  /** The rows of a version after its last whole block. Of the version that was appended last they are at hand. */
  const unsealedRows = async (index: SetIndex, version: SetVersion): Promise<readonly Rows[]> => {
    const tail = tails.get(index.name);
    if (tail?.of === version.hash) return [tail.rows];
    return readParts(index, version, version.rows - (version.rows % BLOCK_ROWS));
  };
  /** Whether a version, or the newest from this file, adds just these pieces. Rows that are not on the disk were never added. */
  const holds = async (
    index: SetIndex,
    pieces: readonly { readonly hash: string }[],
    file?: string,
  ): Promise<boolean> => {
    const wanted = hashesOf(pieces);
    if ((await blobs.read(chunkName(pieces[0]?.hash ?? ''))) === undefined) return false;
    for await (const { chunks, from } of newestFirst(index)) {
      const same = hashesOf(chunks) === wanted;
      if (file === undefined ? same : from === file) return same;
    }
    return false;
  };
  const everyVersion = async (index: SetIndex): Promise<readonly SetVersion[]> => {
    const versions: SetVersion[] = [];
    for await (const version of newestFirst(index)) versions.push(version);
    return versions.reverse();
  };
  const blobsOf = async (index: SetIndex): Promise<readonly string[]> => [
    ...index.pages.map(pageName),
    ...(await everyVersion(index)).flatMap(({ chunks }) => chunks.map(({ hash }) => chunkName(hash))),
  ];

  return {
    async list() {
      const sets: LakeSet[] = [];
      for (const index of (await survey()).indexes) {
        const versions = await everyVersion(index).catch(ifDamaged);
        if (versions !== undefined) sets.push({ name: index.name, versions: versions.map(publicPart) });
      }
      return sets;
    },
    async versions(name, { from = 0 } = {}) {
      const index = await load(name);
      const versions: LakeVersion[] = [];
      if (index === undefined) return versions;
      for await (const version of newestFirst(index)) {
        if (version.rows <= from) break;
        versions.push(publicPart(version));
      }
      return versions.reverse();
    },
    find: async (name, hash) => publicPart(await locate(await open(name), hash)),
    append: (given, rows, from, each = 'rows') => {
      const name = given.trim();
      return exclusively(async () => {
        if (name === '' || name.length > 200) throw badName();
        if (rows.rows === 0) throw noRows(from);
        const index = await load(name);
        const parent = index === undefined ? undefined : newestOf(index);
        const fields = parent === undefined ? lakeFields(rows) : fitFields(parent.fields, rows, name);
        const own = lakeFields(rows);
        const added = joinRows(
          fields.map((field) => ({ ...field, ...own.find((each) => each.name === field.name), role: field.role })),
          [{ rows: rows.rows, columns: inOrder(fields, rows) }],
        );
        const pieces = piecesOf(added).map((piece) => {
          const bytes = encodeChunk(piece);
          return { hash: sha256Hex(bytes), rows: piece.rows, bytes };
        });
        if (index !== undefined && (await holds(index, pieces, each === 'file' ? from : undefined))) {
          throw repeated(name, from);
        }
        const unsealed = index === undefined || parent === undefined ? [] : await unsealedRows(index, parent);
        const rest = joinRows(fields, [...unsealed, added]);
        const total = (parent?.rows ?? 0) + rows.rows;
        const { hash, sealed } = contentHash(fields, total, parent?.sealed ?? '', rest);
        const reading = parent?.reading ?? rows.recipe.reading;
        const version: SetVersion = {
          hash,
          parent: parent?.hash ?? null,
          rows: total,
          added: rows.rows,
          from,
          keptAt: now().toISOString(),
          chunks: pieces.map(({ hash: piece, rows: count }) => ({ hash: piece, rows: count })),
          sealed,
          fields,
          ...(reading !== undefined && { reading }),
        };
        for (const piece of pieces) await blobs.write(chunkName(piece.hash), piece.bytes);
        await save({ name, pages: index?.pages ?? [], versions: [...(index?.versions ?? []), version] });
        const tail = sliceRows(rest, rest.rows - (total % BLOCK_ROWS), rest.rows);
        tails.set(name, { of: hash, rows: joinRows(fields, [tail]) });
        return publicPart(version);
      });
    },
    async read(name, hash, { from = 0 } = {}) {
      const index = await open(name);
      const version = await locate(index, hash);
      const { rows, columns } = joinRows(version.fields, await readParts(index, version, from));
      return { version: publicPart(version), table: rawTable(rows, columns.map(withOrderedWords), version.reading) };
    },
    async sizes() {
      const needed = new Map<string, readonly string[]>();
      const needs = new Map<string, number>();
      for (const index of (await survey()).indexes) {
        // What is damaged takes room all the same; how much is not known.
        const own = new Set([indexName(index.name), ...((await blobsOf(index).catch(ifDamaged)) ?? [])]);
        needed.set(index.name, [...own]);
        for (const blob of own) needs.set(blob, (needs.get(blob) ?? 0) + 1);
      }
      const bytes = new Map<string, number>();
      for (const blob of needs.keys()) bytes.set(blob, (await blobs.stat(blob))?.bytes ?? 0);
      const sumOf = (names: Iterable<string>): number => {
        let sum = 0;
        for (const name of names) sum += bytes.get(name) ?? 0;
        return sum;
      };
      return {
        total: sumOf(needs.keys()),
        sets: new Map(
          [...needed].map(([name, own]) => [
            name,
            { bytes: sumOf(own), alone: sumOf(own.filter((blob) => needs.get(blob) === 1)) },
          ]),
        ),
      };
    },
    remove: (name) =>
      exclusively(async () => {
        // A damaged index can be removed, too; whose chunks it named is then no longer known.
        const index = readIndex((await blobs.read(indexName(name))) ?? new Uint8Array());
        tails.delete(name);
        await blobs.remove(indexName(name));
        if (index === undefined) return;
        const { indexes, whole } = await survey();
        if (!whole) return;
        const own = await blobsOf(index).catch(ifDamaged);
        const others = await Promise.all(indexes.map(blobsOf)).catch(ifDamaged);
        // What is damaged may still name the same chunks.
        if (own === undefined || others === undefined) return;
        const needed = new Set(others.flat());
        for (const blob of own) if (!needed.has(blob)) await blobs.remove(blob);
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

function ifDamaged(cause: unknown): undefined {
  if (!(cause instanceof Failure)) throw cause;
}

type KeptChunk = SetVersion['chunks'][number];

const chunkName = (hash: string): string => `chunks/${hash}`;
const hashesOf = (chunks: readonly { readonly hash: string }[]): string => chunks.map(({ hash }) => hash).join();

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

const newestOf = ({ name, versions }: SetIndex): SetVersion => {
  const newest = versions.at(-1);
  if (newest === undefined) throw new Error(`${name} is a set without versions`);
  return newest;
};

/** Whether a version is the one that a hash, the beginning of one, or nothing names, asked from the newest back. */
const isMeant = (version: SetVersion, hash: string): boolean =>
  hash === '' || version.hash === hash || (hash.length >= SHORTEST_HASH && version.hash.startsWith(hash));

function publicPart({ hash, parent, rows, added, from, keptAt, reading }: SetVersion): LakeVersion {
  return { hash, parent, rows, added, from, keptAt, ...(reading !== undefined && { reading }) };
}

function rawTable(rows: number, columns: Table['columns'], reading: Reading | undefined): Table {
  const recipe = { source: sourceFields(columns), steps: [], ...(reading !== undefined && { reading }) };
  return { rows, columns, partition: null, sourceRows: null, recipe };
}
