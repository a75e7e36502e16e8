import type { BlobStore } from '../lib/blob-store';
import { compareByCodePoint } from '../lib/code-points';
import { findFile, isNotFound, readFile, replaceFile, writeNewFile } from './private-files';

/** Blobs in a folder of the origin private file system; each `/` of a name is a folder in it. */
export function createPrivateBlobs(root: FileSystemDirectoryHandle): BlobStore {
  const folderOf = async (name: string, create: boolean): Promise<[FileSystemDirectoryHandle, string] | undefined> => {
    const words = name.split('/');
    const last = words.pop() ?? '';
    let folder = root;
    for (const word of words) {
      try {
        folder = await folder.getDirectoryHandle(word, { create });
      } catch (cause) {
        if (isNotFound(cause)) return undefined;
        throw cause;
      }
    }
    return [folder, last];
  };

  return {
    async read(name) {
      const place = await folderOf(name, false);
      const handle = place === undefined ? undefined : await findFile(...place);
      return handle === undefined ? undefined : readFile(handle);
    },
    async stat(name) {
      const place = await folderOf(name, false);
      const handle = place === undefined ? undefined : await findFile(...place);
      const file = await handle?.getFile();
      return file && { bytes: file.size, writtenAt: file.lastModified };
    },
    async write(name, bytes) {
      const place = await folderOf(name, true);
      if (place === undefined) throw new Error('a folder that is made is there');
      const [folder, file] = place;
      const handle = await findFile(folder, file);
      await (handle === undefined ? writeNewFile(folder, file, bytes) : replaceFile(handle, bytes));
    },
    async list(prefix) {
      const start = prefix.slice(0, prefix.lastIndexOf('/') + 1);
      const place = await folderOf(start, false);
      if (place === undefined) return [];
      const names = await filesBelow(place[0], start);
      return names.filter((name) => name.startsWith(prefix)).sort(compareByCodePoint);
    },
    async remove(name) {
      const place = await folderOf(name, false);
      try {
        await place?.[0].removeEntry(place[1]);
      } catch (cause) {
        if (!isNotFound(cause)) throw cause;
      }
    },
  };
}

async function filesBelow(folder: FileSystemDirectoryHandle, path: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind === 'directory')
      found.push(...(await filesBelow(await folder.getDirectoryHandle(name), `${path}${name}/`)));
    else if (!name.endsWith('.part')) found.push(`${path}${name}`);
  }
  return found;
}
