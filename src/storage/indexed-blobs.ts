import type { DBSchema } from 'idb';
import { openDB } from 'idb';
import type { BlobStore } from '../lib/blob-store';
import { compareByCodePoint } from '../lib/code-points';
import { reopening } from './reopening';

/** A `File` knows when it was written; blobs that earlier versions wrote are no files. */
interface Kept {
  key: string;
  value: Blob;
}

interface BlobsSchema extends DBSchema {
  blobs: Kept;
  files: Kept;
}

/** Names of the object store that blobs lie in: dropped files had a store of another name first. */
export type BlobsStoreName = 'blobs' | 'files';

/**
 * Blobs in IndexedDB, for browsers that hand out no private file system: of the area's database, the store of that
 * name. A transaction is whole or not at all.
 */
export async function createIndexedBlobs(area: string, store: BlobsStoreName = 'blobs'): Promise<BlobStore> {
  const within = reopening((closing) =>
    openDB<BlobsSchema>(`millrace-${area}`, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore(store);
      },
      ...closing,
    }),
  );
  // Fails here and now where the browser keeps nothing.
  await within(async () => undefined);
  return {
    async read(name) {
      const blob = await within((database) => database.get(store, name));
      return blob === undefined ? undefined : new Uint8Array(await blob.arrayBuffer());
    },
    async stat(name) {
      const blob = await within((database) => database.get(store, name));
      return blob && { bytes: blob.size, writtenAt: blob instanceof File ? blob.lastModified : null };
    },
    async write(name, bytes) {
      await within((database) => database.put(store, new File([new Uint8Array(bytes)], name), name));
    },
    async list(prefix) {
      const names = await within((database) => database.getAllKeys(store));
      return names.filter((name) => name.startsWith(prefix)).sort(compareByCodePoint);
    },
    async remove(name) {
      await within((database) => database.delete(store, name));
    },
  };
}
