import type { FileLake } from './file-lake';
import { findFile, readFile, writeNewFile } from './private-files';

/** A lake in a folder of the origin private file system. */
export function createPrivateLake(folder: FileSystemDirectoryHandle): FileLake {
  return {
    has: async (hash) => (await findFile(folder, hash)) !== undefined,
    async read(hash) {
      const handle = await findFile(folder, hash);
      return handle === undefined ? undefined : readFile(handle);
    },
    async write(hash, bytes) {
      if ((await findFile(folder, hash)) === undefined) await writeNewFile(folder, hash, bytes);
    },
  };
}
