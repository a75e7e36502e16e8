import type { DBSchema } from 'idb';
import { openDB } from 'idb';
import type { BlobStore } from '../lib/blob-store';
import { compareByCodePoint } from '../lib/code-points';

interface BlobsSchema extends DBSchema {
  blobs: { key: string; value: Blob };
}

/** Blobs in IndexedDB, for browsers that hand out no private file system. A transaction is whole or not at all. */
export async function createIndexedBlobs(area: string): Promise<BlobStore> {
  const database = await openDB<BlobsSchema>(`millrace-${area}`, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('blobs');
    },
  });
  return {
    async read(name) {
      const blob = await database.get('blobs', name);
      return blob === undefined ? undefined : new Uint8Array(await blob.arrayBuffer());
    },
    async write(name, bytes) {
      await database.put('blobs', new Blob([new Uint8Array(bytes)]), name);
    },
    async list(prefix) {
      const names = await database.getAllKeys('blobs');
      return names.filter((name) => name.startsWith(prefix)).sort(compareByCodePoint);
    },
    async remove(name) {
      await database.delete('blobs', name);
    },
  };
}
