import type { FileLake } from './file-lake';

/** A lake in a folder of the origin private file system. */
export function createPrivateLake(folder: FileSystemDirectoryHandle): FileLake {
  const find = async (hash: string): Promise<FileSystemFileHandle | undefined> => {
    try {
      return await folder.getFileHandle(hash);
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'NotFoundError') return undefined;
      throw cause;
    }
  };

  return {
    has: async (hash) => (await find(hash)) !== undefined,
    async read(hash) {
      const handle = await find(hash);
      return handle === undefined ? undefined : new Uint8Array(await (await handle.getFile()).arrayBuffer());
    },
    async write(hash, bytes) {
      if ((await find(hash)) !== undefined) return;
      // Another tab may be writing the same file.
      const name = `${hash}.${crypto.randomUUID()}.part`;
      const handle = await folder.getFileHandle(name, { create: true });
      try {
        await fill(handle, bytes);
        await moveTo(handle, hash, folder, bytes);
      } finally {
        await folder.removeEntry(name).catch(() => undefined);
      }
    },
  };
}

async function fill(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  if ('createWritable' in handle) {
    const stream = await handle.createWritable();
    await stream.write(new Uint8Array(bytes));
    await stream.close();
    return;
  }
  await fillInPlace(handle, bytes);
}

/** Where streams are missing, a worker may still write through a synchronous handle. */
async function fillInPlace(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<void> {
  const access = await handle.createSyncAccessHandle();
  try {
    access.write(new Uint8Array(bytes));
    access.flush();
  } finally {
    access.close();
  }
}

async function moveTo(
  handle: FileSystemFileHandle,
  name: string,
  folder: FileSystemDirectoryHandle,
  bytes: Uint8Array,
): Promise<void> {
  if ('move' in handle && typeof handle.move === 'function') {
    await handle.move(name);
    return;
  }
  // Without move, the stream's own swap file keeps the final name whole.
  await fill(await folder.getFileHandle(name, { create: true }), bytes);
}
