/** What is known of a blob without reading it. */
interface BlobFacts {
  readonly bytes: number;
  /** Milliseconds since 1970; null where the store does not tell. */
  readonly writtenAt: number | null;
}

/**
 * Named bytes that outlive the process: a folder of the browser's private file system, a folder in
 * Node, or memory. A name is one or more words of [A-Za-z0-9._-] joined by `/`.
 */
export interface BlobStore {
  read(name: string): Promise<Uint8Array | undefined>;
  /** Its size and age; undefined where there is no such name. Reads none of its bytes. */
  stat(name: string): Promise<BlobFacts | undefined>;
  /** Afterwards either all of it is there, or what was there before: never a part. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Names that begin with the prefix, in code-point order. */
  list(prefix: string): Promise<readonly string[]>;
  /** Does nothing where there is no such name. */
  remove(name: string): Promise<void>;
  /** Does `work` while nobody else, in whatever process, does work of this name here. Absent where nobody else can be. */
  exclusively?<T>(what: string, work: () => Promise<T>): Promise<T>;
}

/** A store that is gone with the process. */
export function createMemoryBlobs(now: () => number = Date.now): BlobStore {
  const blobs = new Map<string, { readonly bytes: Uint8Array; readonly writtenAt: number }>();
  return {
    read: async (name) => blobs.get(name)?.bytes.slice(),
    stat: async (name) => {
      const blob = blobs.get(name);
      return blob && { bytes: blob.bytes.length, writtenAt: blob.writtenAt };
    },
    write: async (name, bytes) => {
      blobs.set(name, { bytes: bytes.slice(), writtenAt: now() });
    },
    list: async (prefix) => [...blobs.keys()].filter((name) => name.startsWith(prefix)).sort(),
    remove: async (name) => {
      blobs.delete(name);
    },
  };
}

/** One change after another, in this process and, where the store can, beside it. A change may not begin another of the same name. */
export function createMutex(blobs: BlobStore, name: string): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(() => blobs.exclusively?.(name, work) ?? work());
    last = mine.catch(() => undefined);
    return mine;
  };
}
