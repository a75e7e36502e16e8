import type { BlobStore } from '../lib/blob-store';
import { sha256Hex } from '../lib/hash';
import { damaged } from './failures';
import {
  indexName,
  PAGE_VERSIONS,
  pageName,
  readIndex,
  readPage,
  type SetIndex,
  type SetVersion,
  writeIndex,
  writePage,
} from './index-file';

/** The files that say which versions a set has: an index under `sets/`, and the pages of older versions under `pages/`. */
export interface SetFiles {
  /** Undefined where there is no such set; fails with `lake-damaged`. */
  load(name: string): Promise<SetIndex | undefined>;
  /** The sets whose index can be read, by name, and whether that is all of them. */
  survey(): Promise<{ readonly indexes: readonly SetIndex[]; readonly whole: boolean }>;
  /** A set's versions from the newest back, pages being read as they are come to; fails with `lake-damaged`. */
  newestFirst(index: SetIndex): AsyncGenerator<SetVersion, void>;
  /** Writes the index, and before it the pages that its older versions fill. */
  save(index: SetIndex): Promise<void>;
}

/** Pages at hand, for whoever looks through a set's versions again and again. They never change. */
const PAGES_AT_HAND = 256;

export function createSetFiles(blobs: BlobStore): SetFiles {
  /** What was read last of each set: parsed again only where its bytes have changed. */
  const known = new Map<string, { readonly bytes: Uint8Array; readonly index: SetIndex }>();
  const atHand = new Map<string, readonly SetVersion[]>();

  const pageOf = async (hash: string, set: string): Promise<readonly SetVersion[]> => {
    const held = atHand.get(hash);
    if (held !== undefined) return held;
    const bytes = await blobs.read(pageName(hash));
    if (bytes === undefined) throw damaged(set, 'vanished');
    const versions = sha256Hex(bytes) === hash ? readPage(bytes) : undefined;
    if (versions === undefined) throw damaged(set, 'changed');
    atHand.set(hash, versions);
    for (const old of atHand.keys()) {
      if (atHand.size <= PAGES_AT_HAND) break;
      atHand.delete(old);
    }
    return versions;
  };

  return {
    async load(name) {
      const bytes = await blobs.read(indexName(name));
      if (bytes === undefined) return undefined;
      const last = known.get(name);
      if (last !== undefined && areEqual(last.bytes, bytes)) return last.index;
      const index = readIndex(bytes);
      if (index?.name !== name) throw damaged(name, 'changed');
      known.set(name, { bytes, index });
      return index;
    },
    async survey() {
      const indexes: SetIndex[] = [];
      const names = await blobs.list('sets/');
      for (const blob of names) {
        const index = readIndex((await blobs.read(blob)) ?? new Uint8Array());
        // A set whose index is damaged says so when it is read; the others are not to be lost with it.
        if (index !== undefined) indexes.push(index);
      }
      indexes.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
      return { indexes, whole: indexes.length === names.length };
    },
    async *newestFirst({ name, pages, versions }) {
      yield* [...versions].reverse();
      for (const hash of [...pages].reverse()) yield* [...(await pageOf(hash, name))].reverse();
    },
    async save({ name, pages, versions }) {
      const filled: string[] = [];
      let at = 0;
      for (; versions.length - at > PAGE_VERSIONS; at += PAGE_VERSIONS) {
        const bytes = writePage(versions.slice(at, at + PAGE_VERSIONS));
        const hash = sha256Hex(bytes);
        await blobs.write(pageName(hash), bytes);
        filled.push(hash);
      }
      const index = { name, pages: [...pages, ...filled], versions: versions.slice(at) };
      await blobs.write(indexName(name), writeIndex(index));
    },
  };
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, k) => byte === b[k]);
}
