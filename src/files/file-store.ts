import type { BlobStore } from '../lib/blob-store';

/** A kept file, without its bytes. */
export interface KeptFile {
  /** SHA-256 of its bytes, hexadecimal: the name it is kept under. */
  readonly hash: string;
  readonly bytes: number;
  /** What the file that was given was called; null of files kept before names were. */
  readonly name: string | null;
  /** Milliseconds since 1970; null where the disk does not tell. */
  readonly writtenAt: number | null;
}

/** Files that people gave, named by the SHA-256 of their bytes, so that none is ever overwritten by another. */
export interface FileStore {
  has(hash: string): Promise<boolean>;
  read(hash: string): Promise<Uint8Array | undefined>;
  /** Either the whole file is there afterwards, or nothing of it. `name` is for reading: the first one stays. */
  write(hash: string, bytes: Uint8Array, name: string): Promise<void>;
  list(): Promise<readonly KeptFile[]>;
  /** Does nothing where there is no such file. */
  remove(hash: string): Promise<void>;
}

const HASH = /^[0-9a-f]{64}$/;
const nameBlob = (hash: string): string => `names/${hash}`;

/** A file store over named bytes: a file is a blob by its hash, what it was called one under `names/`. */
export function createFileStore(blobs: BlobStore): FileStore {
  const has = async (hash: string): Promise<boolean> => HASH.test(hash) && (await blobs.stat(hash)) !== undefined;
  const nameOf = async (hash: string): Promise<string | null> => {
    const bytes = await blobs.read(nameBlob(hash));
    return bytes === undefined ? null : new TextDecoder().decode(bytes);
  };
  return {
    has,
    read: async (hash) => (HASH.test(hash) ? blobs.read(hash) : undefined),
    async write(hash, bytes, name) {
      if (!(await has(hash))) await blobs.write(hash, bytes);
      if ((await blobs.stat(nameBlob(hash))) === undefined) {
        await blobs.write(nameBlob(hash), new TextEncoder().encode(name));
      }
    },
    async list() {
      const files: KeptFile[] = [];
      // Others' files in the same folder, and parts that a killed process left, are not named by a hash.
      for (const hash of (await blobs.list('')).filter((name) => HASH.test(name))) {
        const facts = await blobs.stat(hash);
        if (facts !== undefined) files.push({ hash, ...facts, name: await nameOf(hash) });
      }
      return files;
    },
    async remove(hash) {
      await blobs.remove(hash);
      await blobs.remove(nameBlob(hash));
    },
  };
}
