import type { DBSchema } from 'idb';
import { openDB } from 'idb';
import type { FileLake } from './file-lake';

interface LakeSchema extends DBSchema {
  files: { key: string; value: Blob };
}

/** A lake in IndexedDB, for browsers that hand out no private file system. A transaction is whole or not at all. */
export async function createIndexedLake(): Promise<FileLake> {
  const database = await openDB<LakeSchema>('millrace-lake', 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('files');
    },
  });
  return {
    has: async (hash) => (await database.count('files', hash)) > 0,
    async read(hash) {
      const blob = await database.get('files', hash);
      return blob === undefined ? undefined : new Uint8Array(await blob.arrayBuffer());
    },
    async write(hash, bytes) {
      await database.put('files', new Blob([new Uint8Array(bytes)]), hash);
    },
  };
}
